import { html, nothing, type TemplateResult } from "lit";
import { consent } from "../../api/consent";
import type { Agreement } from "../../api/types";
import { context } from "../../app/context";
import { Page } from "../../app/view";
import { endOf, lastDayOf } from "../../format/time";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { agreementsNav } from "../../parts/subnav";
import { agreementTag, dueTag } from "../../parts/tags";
import { agencies, type Agencies, nameOf, zoneOf } from "../../parts/zones";
import { t } from "../../texts";

interface Shown {
  agreements: Agreement[];
  agencies: Agencies;
}

/** Emergency sharing: how it goes, what waits for a second officer, what runs and until when. */
class EmergencyPage extends Page {
  override readonly heading = t.emergency.heading;
  #shown = new Loaded<Shown>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  #load(): void {
    void this.#shown.run(async () => {
      const [list, all] = await Promise.all([consent.agreements(), agencies()]);
      return { agreements: list.filter((each) => each.document.emergency), agencies: all };
    });
  }

  protected override render(): TemplateResult {
    const head = html`${agreementsNav("emergency")}
      <div class="w-title-row">
        <h1>${t.emergency.heading}</h1>
        ${context.has("data-officer") && !context.session?.recipient
          ? html`<a class="usa-button usa-button--secondary" href="/agreements/new?as=emergency" data-testid="declare-emergency">${t.emergency.declare}</a>`
          : nothing}
      </div>
      <p class="w-lead">${t.emergency.lead}</p>
      <ol class="w-steps w-card">${t.emergency.steps.map((each) => html`<li>${each}</li>`)}</ol>`;
    return loadedPage(this.#shown, () => this.#load(), (shown) => body(shown), head);
  }
}

function body({ agreements, agencies: all }: Shown): TemplateResult {
  if (agreements.length === 0) return html`<p class="w-empty">${t.emergency.none}</p>`;
  const waiting = agreements.filter((each) => each.state === "DRAFT");
  const running = agreements.filter((each) => each.state === "ACTIVE" || each.state === "SUSPENDED");
  const past = agreements.filter((each) => !waiting.includes(each) && !running.includes(each));
  const group = (heading: string, of: readonly Agreement[]): TemplateResult | typeof nothing =>
    of.length === 0
      ? nothing
      : html`<section>
          <h2>${heading}</h2>
          <ul class="w-cards w-cards--wide">${of.map((each) => card(each, all))}</ul>
        </section>`;
  return html`${group(t.emergency.waiting, waiting)} ${group(t.emergency.running, running)} ${group(t.emergency.past, past)}`;
}

function card(of: Agreement, all: Agencies): TemplateResult {
  const { document: d } = of;
  const zone = zoneOf(all, d.assigner, d.target?.feed);
  const e = d.emergency!;
  return html`<li class="w-card w-link-card" data-testid="emergency-card">
    <h3><a href="/agreements/${encodeURIComponent(d.uid)}" dir="auto">${d.title}</a> ${agreementTag(of.state)}</h3>
    <p>${nameOf(all, d.assigner)} → ${nameOf(all, d.assignee)}</p>
    <p dir="auto">${e.declaration}</p>
    <p class="w-fine">
      ${t.emergency.sunset(endOf(e.sunset, zone))}${e.reviewBy ? `, ${t.emergency.review(lastDayOf(e.reviewBy, zone))}` : ""}.
      ${t.emergency.by(of.history[0]?.by ?? "–")}. ${of.deadline ? dueTag(of.deadline) : nothing}
    </p>
  </li>`;
}

customElements.define("weir-emergency", EmergencyPage);
