import { html, type TemplateResult } from "lit";
import type { Quarantined } from "../../api/types";
import { moment } from "../../format/time";
import { t } from "../../texts";

/** The newest refused records: which, why, what to do. Their content is not shown. */
export const quarantineTable = (records: readonly Quarantined[], zone: string): TemplateResult =>
  records.length === 0
    ? html`<p class="w-empty">${t.feeds.quarantineEmpty}</p>`
    : html`<div class="w-scroll" tabindex="0" role="region" aria-label=${t.feeds.quarantine}>
        <table class="usa-table usa-table--borderless w-table w-table--wide">
          <caption class="usa-sr-only">
            ${t.feeds.quarantine}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t.feeds.when}</th>
              <th scope="col">${t.feeds.entity}</th>
              <th scope="col">${t.feeds.reason}</th>
              <th scope="col">${t.feeds.remedy}</th>
            </tr>
          </thead>
          <tbody>
            ${records.map(
              (record) =>
                html`<tr data-testid="quarantine-row" data-code=${record.code}>
                  <td>${moment(record.at, zone)}</td>
                  <th scope="row" class="w-break" dir="auto">${record.entity ?? "–"}</th>
                  <td>${record.reason}<br /><code>${record.code}</code></td>
                  <td>${record.remedy}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
