import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import type { Feed, Problem, Quarantined } from "../../api/types";
import { context } from "../../app/context";
import { Page, type Place } from "../../app/view";
import { moment, ownZone } from "../../format/time";
import { count } from "../../format/units";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { problemAlert, problemFrom } from "../../parts/problem";
import { feedTag } from "../../parts/tags";
import { t } from "../../texts";
import { healthSentence } from "./health";
import { quarantineTable } from "./quarantineTable";

interface Shown {
  feed: Feed;
  quarantine: Quarantined[];
  quarantineProblem: Problem | null;
}

const POLL_MS = 5_000;

/** One feed: how it fares, what came, what was refused and what to do about it. */
class FeedPage extends Page {
  #shown = new Loaded<Shown>(this);
  #timer = 0;

  get heading(): string {
    return this.#shown.value?.feed.title ?? t.feeds.one;
  }

  override show(place: Place): void {
    const other = place.params["id"] !== this.place.params["id"];
    super.show(place);
    if (other) this.#load();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.#load(), POLL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  #load(): void {
    const id = this.place.params["id"] ?? "";
    void this.#shown.run(async () => {
      let quarantineProblem: Problem | null = null;
      const [feed, quarantine] = await Promise.all([
        api.feed(id),
        api.quarantine(id).catch((error: unknown) => {
          quarantineProblem = problemFrom(error);
          return [];
        }),
      ]);
      document.title = `${feed.title || feed.id} · ${t.name}`;
      return { feed, quarantine, quarantineProblem };
    });
  }

  protected override render(): TemplateResult {
    return loadedPage(this.#shown, () => this.#load(), (shown) => this.#body(shown), t.feeds.one);
  }

  #body({ feed, quarantine, quarantineProblem }: Shown): TemplateResult {
    const zone = feed.timezone ?? context.of(feed.id)?.timezone ?? ownZone();
    return html`
      <p class="w-back"><a class="usa-link" href="/feeds">${t.feeds.all}</a></p>
      <div class="w-title-row w-title-row--tag">
        <h1 dir="auto">${feed.title || feed.id}</h1>
        ${feedTag(feed.health.state)}
      </div>
      <p class="w-fine w-break">${feed.id}${feed.recorded ? ` · ${t.feeds.recorded}` : ""}</p>
      <p class="w-lead" data-testid="feed-health">${healthSentence(feed)}</p>
      ${outcome(feed, zone)} ${counts(feed)} ${source(feed, zone)}
      <section>
        <h2>${t.feeds.quarantine}</h2>
        ${quarantineProblem ? problemAlert(quarantineProblem) : quarantineTable(quarantine, zone)}
      </section>
    `;
  }
}

function outcome(feed: Feed, zone: string): TemplateResult | typeof nothing {
  const last = feed.health.lastOutcome;
  if (!last || last.code === "ok") return nothing;
  const failing = feed.health.state === "failing";
  return html`<div class="usa-alert ${failing ? "usa-alert--error" : "usa-alert--warning"}" data-testid="last-outcome">
    <div class="usa-alert__body">
      <h2 class="usa-alert__heading">${last.title}</h2>
      ${last.detail ? html`<p class="usa-alert__text w-break">${last.detail}</p>` : nothing}
      ${last.remedy ? html`<p class="usa-alert__text"><strong>${t.whatToDo}</strong> ${last.remedy}</p>` : nothing}
      <p class="usa-alert__text w-fine">${moment(last.at, zone)} · ${t.code} <code>${last.code}</code></p>
    </div>
  </div>`;
}

function counts(feed: Feed): TemplateResult {
  const { accepted, duplicate, rejected, polls } = feed.health;
  const refused = Object.entries(rejected ?? {});
  const total = refused.reduce((sum, [, n]) => sum + n, 0);
  const figure = (name: string, n: number, id: string): TemplateResult =>
    html`<div><dt>${name}</dt><dd data-testid=${id}>${count(n)}</dd></div>`;
  return html`<dl class="w-summary w-card">
      ${figure(t.feeds.accepted, accepted, "accepted")} ${figure(t.feeds.duplicate, duplicate, "duplicate")}
      ${figure(t.feeds.rejected, total, "rejected")} ${figure(t.feeds.pollsOk, polls.ok, "polls-ok")}
      ${figure(t.feeds.pollsSame, polls.notModified, "polls-same")} ${figure(t.feeds.pollsFailed, polls.failed, "polls-failed")}
    </dl>
    ${refused.length > 0
      ? html`<section>
          <h2>${t.feeds.why}</h2>
          <div class="w-scroll" tabindex="0" role="region" aria-label=${t.feeds.why}>
            <table class="usa-table usa-table--borderless w-table">
              <caption class="usa-sr-only">${t.feeds.why}</caption>
              <thead>
                <tr>
                  <th scope="col">${t.feeds.reason}</th>
                  <th scope="col">${t.code}</th>
                  <th scope="col" class="w-number">${t.feeds.records}</th>
                </tr>
              </thead>
              <tbody>
                ${refused.map(
                  ([code, n]) =>
                    html`<tr>
                      <th scope="row">${t.rejections[code] ?? code}</th>
                      <td><code>${code}</code></td>
                      <td class="w-number">${count(n)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </section>`
      : nothing}`;
}

function source(feed: Feed, zone: string): TemplateResult {
  const { health } = feed;
  const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const when = (iso: string | null): string => (iso ? moment(iso, zone) : t.feeds.never);
  return html`<section>
    <h2>${t.feeds.source}</h2>
    <dl class="w-facts w-card">
      ${feed.source.kind === "poll"
        ? html`${fact(t.feeds.address, html`<span class="w-break">${feed.source.url}</span>`)}
          ${fact(t.feeds.every, t.feeds.seconds(feed.source.everySeconds))} ${fact(t.feeds.lastPoll, when(health.lastPollAt))}`
        : fact(t.feeds.comes, t.feeds.push)}
      ${fact(t.feeds.lastGood, when(health.lastGoodAt))} ${fact(t.feeds.newest, when(health.newestRecordAt))}
      ${fact(t.feeds.schedule, feed.schedule ? html`<span class="w-break">${feed.schedule}</span>` : t.feeds.uploaded)}
      ${fact(t.feeds.contract, html`<code>${feed.contract}</code>`)}
    </dl>
  </section>`;
}

customElements.define("weir-feed", FeedPage);
