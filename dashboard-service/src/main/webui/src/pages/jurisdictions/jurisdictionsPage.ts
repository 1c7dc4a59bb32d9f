import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import { consent } from "../../api/consent";
import type { Contract, Feed, Jurisdiction, Problem, Purpose, WrittenProhibition } from "../../api/types";
import { context } from "../../app/context";
import { Page } from "../../app/view";
import { moment, ownZone } from "../../format/time";
import { CONTRACT, classification } from "../../parts/contract";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { problemAlert, problemFrom } from "../../parts/problem";
import { agreementsNav } from "../../parts/subnav";
import { t } from "../../texts";
import { drawForm, emptyDraw, type DrawTyped, drawBody, wrongDraw } from "./draw";
import { jurisdictionForm, prohibitForm } from "./forms";

interface Shown {
  jurisdictions: Jurisdiction[];
  prohibitions: WrittenProhibition[];
  feeds: Feed[];
  purposes: Purpose[];
  contract: Contract | null;
}

/** Where the law presumes sharing: who may draw on what, and what owners have prohibited in writing. */
class JurisdictionsPage extends Page {
  override readonly heading = t.jurisdictions.heading;
  #shown = new Loaded<Shown>(this);
  #draw: DrawTyped = emptyDraw();
  #wrong: ReadonlyMap<string, string> = new Map();
  #problem: Problem | null = null;
  #said: { text: string; agreement?: string } | null = null;
  #busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  #load(): void {
    void this.#shown.run(async () => {
      const [jurisdictions, prohibitions, feeds, purposes, contract] = await Promise.all([
        consent.jurisdictions(),
        consent.prohibitions(),
        api.feeds().catch(() => []),
        api.purposes().catch(() => []),
        api.contract(CONTRACT).catch(() => null),
      ]);
      return { jurisdictions, prohibitions, feeds, purposes, contract };
    });
  }

  async #do(run: () => Promise<{ text: string; agreement?: string }>): Promise<boolean> {
    this.#problem = null;
    this.#said = null;
    this.#busy = true;
    this.requestUpdate();
    try {
      this.#said = await run();
      this.#load();
    } catch (error) {
      this.#problem = problemFrom(error);
    }
    this.#busy = false;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>("#said")?.focus();
    return this.#problem === null;
  }

  #drawNow(): void {
    this.#wrong = wrongDraw(this.#draw);
    this.requestUpdate();
    if (this.#wrong.size > 0) return;
    void this.#do(async () => {
      const made = await consent.draw(this.#draw.jurisdiction, drawBody(this.#draw, this.#shown.value?.contract?.version ?? ""));
      this.#draw = emptyDraw();
      return { text: t.jurisdictions.drawn, agreement: made.agreement };
    });
  }

  protected override render(): TemplateResult {
    const head = html`${agreementsNav("jurisdictions")}
      <h1>${t.jurisdictions.heading}</h1>
      <p class="w-lead">${t.jurisdictions.lead}</p>
      <div aria-live="polite" id="said" tabindex="-1">
        ${this.#problem ? problemAlert(this.#problem) : nothing}
        ${this.#said
          ? html`<div class="usa-alert usa-alert--success usa-alert--slim" data-testid="said"><div class="usa-alert__body"><p class="usa-alert__text">
              ${this.#said.text} ${this.#said.agreement ? html`<a class="usa-link" href="/agreements/${encodeURIComponent(this.#said.agreement)}">${t.jurisdictions.see}</a>` : nothing}
            </p></div></div>`
          : nothing}
      </div>`;
    return loadedPage(this.#shown, () => this.#load(), (shown) => this.#body(shown), head);
  }

  #body(shown: Shown): TemplateResult {
    const officer = context.has("data-officer");
    return html`<section>
        <h2>${t.jurisdictions.list}</h2>
        ${shown.jurisdictions.length === 0
          ? html`<p class="w-empty">${t.jurisdictions.empty}</p>`
          : html`<ul class="w-cards w-cards--wide">${shown.jurisdictions.map(card)}</ul>`}
      </section>
      ${officer && shown.jurisdictions.length > 0
        ? drawForm({
            ...shown,
            ...{ typed: this.#draw, wrong: this.#wrong, busy: this.#busy },
            set: (patch) => {
              this.#draw = { ...this.#draw, ...patch };
              this.requestUpdate();
            },
            draw: () => this.#drawNow(),
          })
        : nothing}
      <section>
        <h2>${t.jurisdictions.prohibitions}</h2>
        ${shown.prohibitions.length === 0 ? html`<p class="w-empty">${t.jurisdictions.noProhibitions}</p>` : html`<ul class="w-notes">${shown.prohibitions.map((each) => this.#prohibition(each, officer))}</ul>`}
      </section>
      ${officer
        ? html`${prohibitForm(shown.feeds, this.#busy, (body) => this.#do(async () => { await consent.prohibit(body); return { text: t.jurisdictions.filed }; }))}
          ${context.session?.recipient ? nothing : jurisdictionForm(this.#busy, (body) => this.#do(async () => { await consent.makeJurisdiction(body); return { text: t.jurisdictions.declared }; }))}`
        : nothing}`;
  }

  #prohibition(of: WrittenProhibition, officer: boolean): TemplateResult {
    return html`<li data-testid="prohibition">
      <p><strong>${of.feed}</strong></p>
      <p dir="auto">${of.citation}</p>
      <p dir="auto">${of.reason}</p>
      <p class="w-fine">${of.by ?? ""}${of.at ? `, ${moment(of.at, ownZone())}` : ""}</p>
      ${officer
        ? html`<button
            type="button"
            class="usa-button usa-button--outline"
            ?disabled=${this.#busy}
            aria-label="${t.jurisdictions.lift}: ${of.feed}"
            @click=${() => void this.#do(async () => { await consent.liftProhibition(of.id); return { text: t.jurisdictions.lifted }; })}
          >
            ${t.jurisdictions.lift}
          </button>`
        : nothing}
    </li>`;
  }
}

const card = (of: Jurisdiction): TemplateResult => html`<li class="w-card">
  <h3 dir="auto">${of.name}</h3>
  <p dir="auto">${of.citation}</p>
  <p>${t.jurisdictions.limit(t.classes[classification(of.limit)] ?? of.limit)}</p>
  <p class="w-fine">${t.jurisdictions.members}: ${of.members.join(", ")}</p>
  <p class="w-fine">${t.jurisdictions.agencies}: ${of.agencies.join(", ")}</p>
</li>`;

customElements.define("weir-jurisdictions", JurisdictionsPage);
