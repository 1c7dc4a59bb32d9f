import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import { consent } from "../../api/consent";
import type { Agreement, AgreementNotice, Route, Schedule, SegmentSpeeds, Shapes, SpeedRoutes } from "../../api/types";
import { context } from "../../app/context";
import { note } from "../../app/router";
import { Page, type Place } from "../../app/view";
import { csv, download } from "../../format/csv";
import { calendarDay } from "../../format/time";
import { count, speedUnit, type SpeedUnit } from "../../format/units";
import { endedAlert } from "../../parts/agreementLine";
import { Loaded } from "../../parts/load";
import { problemAlert } from "../../parts/problem";
import { t } from "../../texts";
import { dayNote, feedField, speedsForm } from "./form";
import "./speedMap";
import { choice, dates, endedAgreement, otherDay, speedsState, type SpeedsState } from "./state";
import { heatTable, legend, segmentTable, speedsCsv } from "./tables";

interface Shown {
  feed: string;
  schedule: Schedule | null;
  shapes: Shapes | null;
  /** Of the dates shown. */
  known: SpeedRoutes;
  /** Of no dates in particular. */
  unasked: SpeedRoutes;
  answer: SegmentSpeeds | null;
}

/** How fast a route's streets are: map, figures, hour by hour. */
class SpeedsPage extends Page {
  override readonly heading = t.speeds.heading;
  #state: SpeedsState = speedsState.read("");
  #shown = new Loaded<Shown>(this);
  #asked = "";
  /** Every hour with data of what is chosen, which a filter by hour must not hide from the filter itself. */
  #hours: number[] = [];
  #hoursOf = "";
  #ending: Agreement | null = null;

  override show(place: Place): void {
    super.show(place);
    this.#state = speedsState.read(place.search);
  }

  protected override willUpdate(): void {
    const feed = this.#feed();
    const { route, direction, from, to, hours } = this.#state;
    const ended = endedAgreement(context.of(feed));
    const asked = JSON.stringify([feed, route, direction, from, to, hours, ended]);
    if (!feed || asked === this.#asked) return;
    this.#asked = asked;
    if (ended) {
      // What was fetched before the end is forgotten with it.
      this.#shown = new Loaded<Shown>(this);
      void this.#whoEnded(ended);
      return;
    }
    void this.#shown.run(() => this.#load(feed));
  }

  async #whoEnded(agreement: string): Promise<void> {
    this.#ending = await consent.agreement(agreement).catch(() => null);
    this.requestUpdate();
  }

  #again(): void {
    this.#asked = "";
    void context.refresh();
  }

  #feed(): string | null {
    const { standing } = context;
    return this.#state.feed ?? (standing.find((each) => each.agreement) ?? standing[0])?.feed ?? null;
  }

  async #load(feed: string): Promise<Shown> {
    const state = this.#state;
    const before = this.#shown.value?.feed === feed ? this.#shown.value : null;
    // Without a schedule there are no segments: the page says so by what the API answers about them.
    const schedule = before?.schedule ?? (await api.schedule(feed).catch(() => null));
    const shapes = before?.shapes ?? (await api.shapes(feed).catch(() => null));
    const unasked = await api.speedRoutes(feed);
    const span = dates(state, unasked);
    if (!span) return { feed, schedule, shapes, known: unasked, unasked, answer: null };
    const same = span.from === unasked.from && span.to === unasked.to;
    const known = same ? unasked : await api.speedRoutes(feed, span.from, span.to);
    const of = choice(state, known, span);
    if (!of) return { feed, schedule, shapes, known, unasked, answer: null };
    const answer = await api.speeds({ feed, ...of, hours: state.hours.join(",") || null });
    this.#keepHours(answer);
    return { feed, schedule, shapes, known, unasked, answer };
  }

  #keepHours(answer: SegmentSpeeds): void {
    const of = JSON.stringify([answer.feed, answer.route, answer.direction, answer.from, answer.to]);
    const before = of === this.#hoursOf ? this.#hours : [];
    this.#hours = [...new Set([...before, ...answer.hours, ...this.#state.hours])].sort((a, b) => a - b);
    this.#hoursOf = of;
  }

  #set(patch: Partial<SpeedsState>, step = true): void {
    note(speedsState.write({ ...this.#state, ...patch }), step);
  }

  #pick(segment: string | null): void {
    this.#set({ segment }, false);
  }

  #save(answer: SegmentSpeeds, unit: SpeedUnit): void {
    const { head, rows } = speedsCsv(answer, unit);
    download(`speeds-${answer.route}-${answer.direction}-${answer.from}.csv`, csv(head, rows));
  }

  protected override render(): TemplateResult {
    const feed = this.#feed();
    const standing = context.of(feed);
    if (feed && endedAgreement(standing)) return this.#ended(feed, standing?.agreement ?? null, standing?.timezone ?? "UTC");
    const { busy } = this.#shown;
    // A refusal because the agreement ended takes what was shown before with it.
    const over = this.#shown.problem?.code === "agreement-ended";
    const value = over ? null : this.#shown.value;
    const problem = this.#shown.problem ?? (feed ? null : context.standingProblem);
    return html`<div class="w-page w-page--wide" aria-busy=${busy || (!value && !problem && context.standing.length > 0) ? "true" : "false"}>
      <h1>${t.speeds.heading}</h1>
      <p class="w-lead">${t.speeds.lead}</p>
      ${over && feed ? this.#feedForm(feed) : nothing}
      ${problem ? problemAlert(problem, over ? undefined : () => this.#again()) : nothing}
      ${value ? this.#body(value) : problem ? nothing : html`<p class="w-loading" role="status">${context.standing.length ? t.loading : t.now.noFeed}</p>`}
    </div>`;
  }

  #ended(feed: string, notice: AgreementNotice | null, zone: string): TemplateResult {
    const by = this.#ending?.document.uid === notice?.document.uid ? this.#ending?.changedBy : null;
    return html`<div class="w-page w-page--wide">
      <h1>${t.speeds.heading}</h1>
      <p class="w-lead">${t.speeds.lead}</p>
      ${this.#feedForm(feed)}
      <div aria-live="assertive">${endedAlert(notice, by ?? null, zone)}</div>
    </div>`;
  }

  /** So that another feed can be chosen where this one has nothing to show. */
  #feedForm(feed: string): TemplateResult {
    return html`<form class="w-filters" @submit=${(event: Event) => event.preventDefault()} aria-label=${t.speeds.form}>
      ${feedField({ standing: context.standing, feed, set: (patch) => this.#set(patch) })}
    </form>`;
  }

  #body(shown: Shown): TemplateResult {
    const { answer, schedule } = shown;
    const unit = speedUnit(answer?.timezone ?? schedule?.timezone ?? context.of(shown.feed)?.timezone, this.#state.unit);
    const form = speedsForm({
      ...{ standing: context.standing, feed: shown.feed, known: shown.known, routes: schedule?.routes ?? [], answer, unit },
      ...{ hours: this.#state.hours, allHours: this.#hours },
      set: (patch) => this.#set(patch),
    });
    const other = dayNote(answer && otherDay(this.#state, shown.unasked, answer), (day) => this.#set({ from: day, to: day, hours: [] }));
    if (!answer || answer.segments.length === 0) {
      return html`${form} ${other}
        <p class="w-empty" role="status">${schedule ? t.speeds.empty : t.speeds.noSchedule}</p>`;
    }
    return html`${form} ${other} ${this.#figures(answer, schedule?.routes ?? [], shown.shapes, unit)}`;
  }

  #figures(answer: SegmentSpeeds, routes: readonly Route[], shapes: Shapes | null, unit: SpeedUnit): TemplateResult {
    const route = routes.find((each) => each.id === answer.route);
    const headsign = route?.directions.find((each) => each.id === answer.direction)?.headsign;
    const days = answer.from === answer.to ? calendarDay(answer.from) : `${calendarDay(answer.from)} – ${calendarDay(answer.to)}`;
    const n = answer.segments.reduce((sum, segment) => sum + segment.all.n, 0);
    const hours = this.#state.hours.length > 0 ? this.#state.hours : answer.hours;
    return html`
      <div class="w-title-row w-speeds__title">
        <h2>
          ${t.route} ${route?.shortName || route?.longName || answer.route}
          ${headsign ? html`<span class="w-title-row__of" dir="auto">${t.speeds.towards} ${headsign}</span>` : nothing}
        </h2>
        <button type="button" class="usa-button usa-button--outline" data-testid="csv" @click=${() => this.#save(answer, unit)}>
          ${t.speeds.csv}
        </button>
      </div>
      <p class="w-fine">${days} · ${t.speeds.basis(count(n), answer.segments.length)}</p>
      <div class="w-speeds">
        <section aria-label=${t.speeds.map} class="w-speeds__map">
          <weir-speed-map
            .segments=${answer.segments}
            .shapes=${shapes}
            .unit=${unit}
            .selected=${this.#state.segment}
            @pick=${(event: CustomEvent<string | null>) => this.#pick(event.detail)}
          ></weir-speed-map>
          ${legend(unit)}
        </section>
        <section aria-label=${t.speeds.table} class="w-speeds__table">
          ${segmentTable(answer, unit, this.#state.segment, (id) => this.#pick(id))}
        </section>
      </div>
      <section class="w-speeds__heat">
        <h2>${t.speeds.heat}</h2>
        ${hours.length > 0 ? heatTable(answer, hours, unit) : html`<p class="w-empty">${t.speeds.noData}</p>`}
      </section>
      ${this.#definition(answer)}
    `;
  }

  #definition(answer: SegmentSpeeds): TemplateResult {
    const { definitions, agreement } = answer;
    return html`<details class="w-details">
        <summary>${t.speeds.definition}</summary>
        ${definitions.map(
          (each) =>
            html`<p>
              <strong>${each.name}.</strong> ${each.formula}. ${t.speeds.source}: ${each.source}.
              ${t.speeds.minimum(each.minimumN)}
            </p>`,
        )}
        <p>${t.speeds.percentiles}</p>
      </details>
      ${agreement
        ? html`<p class="w-agreement-line">
            ${t.speeds.restsOn}
            <a class="usa-link" dir="auto" href="/agreements/${encodeURIComponent(agreement.id)}">${agreement.title}</a>
            (${t.version(agreement.version)}).
          </p>`
        : nothing}`;
  }
}

customElements.define("weir-speeds", SpeedsPage);
