import { html, nothing, type TemplateResult } from "lit";
import { consent } from "../../api/consent";
import type { AgreementState } from "../../api/types";
import { context } from "../../app/context";
import { Page } from "../../app/view";
import { dayOf, lastDayOf, moment, ownZone } from "../../format/time";
import { dailyTable } from "../../parts/balance";
import { fact } from "../../parts/facts";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { agreementsNav } from "../../parts/subnav";
import { agreementTag } from "../../parts/tags";
import { t } from "../../texts";
import { type Entry, entries } from "./read";

interface Shown {
  entries: Entry[];
  at: string;
}

const IN_FORCE = new Set(["ACTIVE", "SUSPENDED", "FINALIZED"]);

/** The public register: for everybody, without signing in; it prints as it stands. */
class RegisterPage extends Page {
  override readonly heading = t.register.heading;
  #shown = new Loaded<Shown>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  #load(): void {
    void this.#shown.run(async () => ({ entries: entries(await consent.register()), at: new Date().toISOString() }));
  }

  protected override render(): TemplateResult {
    const head = html`${context.session ? agreementsNav("register") : html`<p class="w-back"><a class="usa-link" href="/sign-in">${t.signIn.heading}</a></p>`}
      <h1>${t.register.heading}</h1>
      <p class="w-lead">${t.register.lead}</p>`;
    return loadedPage(this.#shown, () => this.#load(), (shown) => body(shown), head);
  }
}

function body({ entries: all, at }: Shown): TemplateResult {
  const runs = all.filter((each) => IN_FORCE.has(each.state));
  const over = all.filter((each) => !IN_FORCE.has(each.state));
  return html`<p class="w-beside">
      <span class="w-fine">${t.register.asOf(moment(at, ownZone()))}</span>
      <a class="usa-link" href="/api/v1/register" data-testid="register-json">${t.register.json}</a>
    </p>
    ${all.length === 0 ? html`<p class="w-empty">${t.register.empty}</p>` : nothing} ${group(t.register.inForce, runs)} ${group(t.register.over, over)}`;
}

const group = (heading: string, all: readonly Entry[]): TemplateResult | typeof nothing =>
  all.length === 0
    ? nothing
    : html`<section>
        <h2>${heading} <span class="w-count">${all.length}</span></h2>
        ${all.map(entryCard)}
      </section>`;

function entryCard(of: Entry): TemplateResult {
  const zone = ownZone();
  return html`<article class="w-card w-entry" data-testid="register-entry" data-uid=${of.uid}>
    <h3 dir="auto">${of.title} ${of.state in t.states ? agreementTag(of.state as AgreementState) : nothing}</h3>
    ${of.sentences.length > 0 ? html`<ul class="w-plainlist">${of.sentences.map((each) => html`<li dir="auto">${each}</li>`)}</ul>` : nothing}
    <dl class="w-facts">
      ${fact(t.register.from, of.assigner)} ${fact(t.register.to, of.assignee)} ${fact(t.feed, of.feed)} ${fact(t.register.purpose, of.purpose)}
      ${fact(t.register.authority, of.authority)} ${fact(t.register.since, of.from ? dayOf(of.from, zone) : null)}
      ${fact(t.register.until, of.until ? lastDayOf(of.until, zone) : t.register.open)} ${fact(t.register.access, of.access)}
      ${fact(t.register.use, of.use)} ${of.sentences.length === 0 ? fact(t.register.fields, of.fields.join("; "), true) : nothing}
    </dl>
    ${of.daily.length > 0
      ? html`<details class="w-details"><summary>${t.register.daily}</summary>${dailyTable(of.daily, t.register.daily)}</details>`
      : nothing}
  </article>`;
}

customElements.define("weir-register", RegisterPage);
