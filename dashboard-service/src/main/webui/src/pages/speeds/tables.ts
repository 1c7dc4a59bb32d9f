import { html, type TemplateResult } from "lit";
import type { Figure, Segment, SegmentSpeeds } from "../../api/types";
import { hourRange } from "../../format/time";
import { count, inUnit, length, percent, speed, type SpeedUnit } from "../../format/units";
import type { Cell } from "../../format/csv";
import { classLabels, speedClass } from "../../map/scale";
import { t } from "../../texts";

/** What the colours mean, with the unit. */
export const legend = (unit: SpeedUnit): TemplateResult => html`<div class="w-legend">
  <span class="w-legend__title" id="legend-title">${t.speeds.legend(unit)}</span>
  <ol aria-labelledby="legend-title">
    ${classLabels(unit).map((label, i) => html`<li><span class="w-swatch w-c${i}" aria-hidden="true"></span>${label}</li>`)}
    <li><span class="w-swatch w-few" aria-hidden="true"></span>${t.speeds.tooFew}</li>
  </ol>
</div>`;

const known = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && figure.tooFew !== true && typeof figure.p50Mps === "number";

/** Every segment with all its figures; the map's other form. */
export function segmentTable(
  answer: SegmentSpeeds,
  unit: SpeedUnit,
  selected: string | null,
  choose: (id: string | null) => void,
): TemplateResult {
  const head = t.speeds.columns;
  return html`<div class="w-scroll" tabindex="0" role="region" aria-label=${t.speeds.table}>
    <table class="usa-table usa-table--borderless w-table">
      <caption class="usa-sr-only">
        ${t.speeds.table}
      </caption>
      <thead>
        <tr>
          <th scope="col">${head.segment}</th>
          <th scope="col" class="w-number">${head.length}</th>
          <th scope="col" class="w-number">p10</th>
          <th scope="col" class="w-number">${head.median} (${unit})</th>
          <th scope="col" class="w-number">p90</th>
          <th scope="col" class="w-number">${head.mean}</th>
          <th scope="col" class="w-number">n</th>
          <th scope="col" class="w-number">${head.trips}</th>
          <th scope="col" class="w-number">${head.complete}</th>
        </tr>
      </thead>
      <tbody>
        ${answer.segments.map((segment) => segmentRow(segment, unit, segment.id === selected, choose))}
      </tbody>
    </table>
  </div>`;
}

function segmentRow(
  segment: Segment,
  unit: SpeedUnit,
  chosen: boolean,
  choose: (id: string | null) => void,
): TemplateResult {
  const { all } = segment;
  const next = chosen ? null : segment.id;
  return html`<tr
    class=${chosen ? "w-row w-row--chosen" : "w-row"}
    data-testid="speed-row"
    data-segment=${segment.id}
    @click=${() => choose(next)}
  >
    <th scope="row">
      <button
        type="button"
        class="w-row__button w-segment"
        aria-pressed=${chosen ? "true" : "false"}
        @click=${(event: Event) => {
          event.stopPropagation();
          choose(next);
        }}
      >
        <span dir="auto">${segment.fromStop.name}</span>
        <span class="usa-sr-only">${t.speeds.to}</span><span aria-hidden="true">→</span>
        <span dir="auto">${segment.toStop.name}</span>
      </button>
    </th>
    <td class="w-number">${length(segment.metres, unit)}</td>
    ${known(all)
      ? html`<td class="w-number">${speed(all.p10Mps, unit)}</td>
          <td class="w-number">
            <span class="w-chip w-c${speedClass(all.p50Mps, unit)}">${speed(all.p50Mps, unit)}</span>
          </td>
          <td class="w-number">${speed(all.p90Mps, unit)}</td>
          <td class="w-number">${speed(all.meanMps, unit)}</td>`
      : html`<td colspan="4" class="w-too-few">${t.speeds.tooFew}</td>`}
    <td class="w-number">${count(all.n)}</td>
    <td class="w-number">${count(all.trips)}</td>
    <td class="w-number">
      ${segment.scheduled
        ? html`${percent(segment.observed ?? all.trips, segment.scheduled)}
            <small>${count(segment.observed ?? all.trips)}/${count(segment.scheduled)}</small>`
        : "–"}
    </td>
  </tr>`;
}

/** Hour by segment: the median in its colour, as a table that reads the same without colour. */
export function heatTable(answer: SegmentSpeeds, hours: readonly number[], unit: SpeedUnit): TemplateResult {
  return html`<div class="w-scroll" tabindex="0" role="region" aria-label=${t.speeds.heat}>
    <table class="usa-table usa-table--borderless w-table w-heat">
      <caption class="usa-sr-only">
        ${t.speeds.heatCaption(unit)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t.speeds.columns.segment}</th>
          ${hours.map((hour) => html`<th scope="col" class="w-heat__hour">${hourRange(hour)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${answer.segments.map(
          (segment) =>
            html`<tr>
              <th scope="row" class="w-heat__name">
                <span dir="auto">${segment.fromStop.name}</span> → <span dir="auto">${segment.toStop.name}</span>
              </th>
              ${hours.map((hour) => heatCell(segment.byHour[hour], unit))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function heatCell(figure: Figure | undefined, unit: SpeedUnit): TemplateResult {
  if (!figure || figure.n === 0) return html`<td class="w-heat__none"><span class="usa-sr-only">${t.speeds.noData}</span></td>`;
  const n = html`<small>n ${count(figure.n)}</small>`;
  return known(figure)
    ? html`<td class="w-heat__cell w-c${speedClass(figure.p50Mps, unit)}">${speed(figure.p50Mps, unit)}${n}</td>`
    : html`<td class="w-heat__cell w-few-cell" title=${t.speeds.tooFew}>
        <span class="usa-sr-only">${t.speeds.tooFew}</span><span aria-hidden="true">·</span>${n}
      </td>`;
}

/** What is shown, as a table to download; speeds in the unit of the page. */
export function speedsCsv(answer: SegmentSpeeds, unit: SpeedUnit): { head: string[]; rows: Cell[][] } {
  const name = unit === "mph" ? "mph" : "kmh";
  const value = (mps: number | null | undefined): number | null =>
    typeof mps === "number" ? Number(inUnit(mps, unit).toFixed(2)) : null;
  const line = (segment: Segment, hour: number | null, figure: Figure): Cell[] => [
    ...[answer.feed, answer.route, answer.direction, answer.from, answer.to, hour ?? "all", segment.sequence],
    ...[segment.fromStop.id, segment.fromStop.name, segment.toStop.id, segment.toStop.name, Math.round(segment.metres)],
    ...[figure.n, figure.trips],
    ...(known(figure) ? [figure.p10Mps, figure.p50Mps, figure.p90Mps, figure.meanMps].map(value) : [null, null, null, null]),
    ...[figure.tooFew ? "too few" : "", hour === null ? segment.scheduled : null, hour === null ? segment.observed : null],
    answer.agreement?.id,
  ];
  return {
    head: [
      ...["feed", "route", "direction", "from", "to", "hour", "sequence", "from_stop", "from_stop_name", "to_stop"],
      ...["to_stop_name", "metres", "n", "trips", `p10_${name}`, `p50_${name}`, `p90_${name}`, `mean_${name}`, "note"],
      ...["scheduled", "observed", "agreement"],
    ],
    rows: answer.segments.flatMap((segment) => [
      line(segment, null, segment.all),
      ...Object.entries(segment.byHour).map(([hour, figure]) => line(segment, Number(hour), figure)),
    ]),
  };
}


