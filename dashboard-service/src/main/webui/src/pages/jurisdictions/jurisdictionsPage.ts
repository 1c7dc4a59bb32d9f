import { html, nothing, type TemplateResult } from "lit";
import { api, ApiError } from "../../api/client";
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
import { agencies, type Agencies, nameOf } from "../../parts/zones";
import { t } from "../../texts";
import { drawForm, emptyDraw, type DrawTyped, drawBody, wrongDraw } from "./draw";
import { jurisdictionForm, prohibitForm } from "./forms";

interface Shown {
  jurisdictions: Jurisdiction[];
  prohibitions: WrittenProhibition[];
  feeds: Feed[];
  purposes: Purpose[];
  contract: Contract | null;
  agencies: Agencies;
}

/** Where the law presumes sharing: who may draw on what, and what owners have prohibited in writing. */
class JurisdictionsPage extends Page {
  override readonly heading = t.jurisdictions.heading;
  #shown = new Loaded<Shown>(this);
  #draw: DrawTyped = emptyDraw(context.session?.recipient ?? "");
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
      const [jurisdictions, prohibitions, feeds, purposes, contract, all] = await Promise.all([
        consent.jurisdictions(),
        consent.prohibitions(),
        api.feeds().catch(() => []),
        api.purposes().catch(() => []),
        api.contract(CONTRACT).catch(() => null),
        agencies(),
      ]);
      return { jurisdictions, prohibitions, feeds, purposes, contract, agencies: all };
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
    if (this.#wrong.size > 0) return void this.#toWrong();
    void this.#do(async () => {
      const made = await this.#drawn();
      this.#draw = emptyDraw(this.#draw.member);
      return { text: t.jurisdictions.drawn, agreement: made.agreement };
    }).then(() => {
      if (this.#wrong.size === 0) return;
      this.#problem = null;
      this.requestUpdate();
      void this.#toWrong();
    });
  }

  /** The agreement's id is made of its title: one that is taken is said beside the title. */
  async #drawn(): Promise<{ agreement: string }> {
    try {
      return await consent.draw(this.#draw.jurisdiction, drawBody(this.#draw, this.#shown.value?.contract?.version ?? ""));
    } catch (error) {
      if (error instanceof ApiError && error.problem.code === "already-exists") this.#wrong = new Map([["draw-title", t.jurisdictions.titleTaken]]);
      throw error;
    }
  }

  /** The keyboard goes on where the first mistake is. */
  async #toWrong(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>("[id^=draw-][aria-invalid=true], input[name=draw-fields]")?.focus();
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
    const { agency, recipient } = context.session ?? {};
    const draws = shown.jurisdictions.filter((each) => !!recipient && each.members.includes(recipient));
    const owns = (feed: string): boolean => officer && !recipient && (!agency || feed.startsWith(`${agency}.`));
    const own = shown.feeds.filter((feed) => owns(feed.id));
    return html`<section>
        <h2>${t.jurisdictions.list}</h2>
        ${shown.jurisdictions.length === 0
          ? html`<p class="w-empty">${t.jurisdictions.empty}</p>`
          : html`<ul class="w-cards w-cards--wide">${shown.jurisdictions.map((each) => card(each, shown.agencies))}</ul>`}
        ${officer && !recipient && shown.jurisdictions.length > 0 ? html`<p class="w-fine">${t.jurisdictions.drawElse}</p>` : nothing}
      </section>
      ${officer && draws.length > 0
        ? drawForm({
            ...shown,
            jurisdictions: draws,
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
        ${shown.prohibitions.length === 0 ? html`<p class="w-empty">${t.jurisdictions.noProhibitions}</p>` : html`<ul class="w-notes">${shown.prohibitions.map((each) => this.#prohibition(each, shown.feeds, owns(each.feed)))}</ul>`}
      </section>
      ${officer && !recipient
        ? html`${prohibitForm(own, this.#busy, (body) => this.#do(async () => ({ text: t.jurisdictions.filed((await consent.prohibit(body))?.receipts?.length ?? 0) })))}
          ${agency ? nothing : jurisdictionForm(this.#busy, [...shown.agencies.keys()], (body) => this.#do(async () => { await consent.makeJurisdiction(body); return { text: t.jurisdictions.declared }; }))}`
        : nothing}`;
  }

  #prohibition(of: WrittenProhibition, feeds: readonly Feed[], may: boolean): TemplateResult {
    const title = feeds.find((each) => each.id === of.feed)?.title || of.feed;
    return html`<li data-testid="prohibition">
      <p><strong>${title}</strong></p>
      <p dir="auto">${of.citation}</p>
      <p dir="auto">${of.reason}</p>
      <p class="w-fine">${of.by ?? ""}${of.at ? `, ${moment(of.at, ownZone())}` : ""}</p>
      ${may
        ? html`<button
            type="button"
            class="usa-button usa-button--outline"
            ?disabled=${this.#busy}
            aria-label="${t.jurisdictions.lift}: ${title}"
            @click=${() => void this.#do(async () => { await consent.liftProhibition(of.id); return { text: t.jurisdictions.lifted }; })}
          >
            ${t.jurisdictions.lift}
          </button>`
        : nothing}
    </li>`;
  }
}

const card = (of: Jurisdiction, all: Agencies): TemplateResult => html`<li class="w-card">
  <h3 dir="auto">${of.name}</h3>
  <p dir="auto">${of.citation}</p>
  <p>${t.jurisdictions.limit(t.classes[classification(of.limit)] ?? of.limit)}</p>
  <p class="w-fine">${t.jurisdictions.members}: ${of.members.join(", ")}</p>
  <p class="w-fine">${t.jurisdictions.agencies}: ${of.agencies.map((each) => nameOf(all, each)).join(", ")}</p>
</li>`;

customElements.define("weir-jurisdictions", JurisdictionsPage);
