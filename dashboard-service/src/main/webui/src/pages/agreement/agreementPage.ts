import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import { consent } from "../../api/consent";
import type { Agreement, Balance, Contract, DailyCount, Problem, Purpose } from "../../api/types";
import { context } from "../../app/context";
import { Page, type Place } from "../../app/view";
import { download } from "../../format/csv";
import { endOf } from "../../format/time";
import { balanceTables, dailyTable } from "../../parts/balance";
import { CONTRACT } from "../../parts/contract";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { problemAlert, problemFrom } from "../../parts/problem";
import { agreementTag } from "../../parts/tags";
import { agencies, type Agencies, zoneOf } from "../../parts/zones";
import { t } from "../../texts";
import { actions } from "./actions";
import { comments } from "./comments";
import { courseSection, history } from "./course";
import { Deeds } from "./deeds";
import { destruction } from "./destruction";
import { receiptCard, receipts } from "./receipts";
import { review } from "./review";
import { signatures } from "./signatures";
import { fields, plainLanguage, terms } from "./terms";
import { tiers } from "./tiers";
import "./versions";

interface Shown {
  agreement: Agreement;
  others: Agreement[];
  contract: Contract | null;
  purposes: Purpose[];
  balances: Balance[];
  daily: DailyCount[];
  ledgerProblem: Problem | null;
  zone: string;
  agencies: Agencies;
  /** The jurisdiction on whose law it was drawn. */
  law: string | null;
  /** The version that is negotiated, in sentences; empty where none is. */
  proposed: string[];
}

const POLL_MS = 10_000;

/** One agreement: what it says, where it stands, what the reader may do, what it did. */
class AgreementPage extends Page {
  #shown = new Loaded<Shown>(this);
  #timer = 0;
  #deeds = new Deeds(
    this,
    () => this.place.params["id"] ?? "",
    () => {
      void this.#load().then(() => this.#toOutcome());
      void context.refresh();
    },
  );

  get heading(): string {
    return this.#shown.value?.agreement.document.title ?? t.agreements.one;
  }

  override show(place: Place): void {
    const other = place.params["id"] !== this.place.params["id"];
    super.show(place);
    if (other) void this.#load();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => void this.#look(), POLL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  /** What others did shows without a reload; not while somebody is asked something, so that nothing moves under them. */
  async #look(): Promise<void> {
    if (this.#deeds.busy || document.visibilityState !== "visible" || this.querySelector("dialog[open]")) return;
    const now = await consent.agreement(this.place.params["id"] ?? "").catch(() => null);
    const was = this.#shown.value?.agreement;
    if (now && was && now.document.uid === was.document.uid && stamp(now) !== stamp(was)) await this.#load();
  }

  /** What was done shows above; the button that did it may be gone, and the keyboard with it. */
  async #toOutcome(): Promise<void> {
    if (this.#deeds.inPlace && !this.#deeds.problem) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>("#outcome")?.focus();
  }

  async #load(): Promise<void> {
    let atHeading = false;
    await this.#shown.run(async () => {
      const id = this.place.params["id"] ?? "";
      const agreement = await consent.agreement(id);
      let ledgerProblem: Problem | null = null;
      const talked = agreement.proposed?.document;
      const [proposed, others, contract, purposes, balances, daily, all, laws] = await Promise.all([
        talked ? consent.check(talked).then((answer) => answer.plainLanguage, () => []) : [],
        consent.agreements().catch(() => []),
        agreement.document.target ? api.contract(CONTRACT).catch(() => null) : null,
        api.purposes().catch(() => []),
        api.ledger({ agreement: id }).catch((error: unknown) => {
          ledgerProblem = problemFrom(error);
          return [];
        }),
        consent.daily(id).catch(() => []),
        agencies(),
        agreement.document.presumption ? consent.jurisdictions().catch(() => []) : [],
      ]);
      document.title = `${agreement.document.title} · ${t.name}`;
      const zone = zoneOf(all, agreement.document.assigner, agreement.document.target?.feed);
      // The heading that stood while it was loaded gives way to the title: whoever was there stays there.
      const at = document.activeElement;
      atHeading = at?.tagName === "H1" && this.contains(at);
      return { agreement, others, contract, purposes, balances, daily, ledgerProblem, zone, agencies: all, proposed, law: laws.find((each) => each.id === agreement.document.presumption)?.name ?? agreement.document.presumption ?? null };
    });
    if (!atHeading) return;
    await this.updateComplete;
    const heading = this.querySelector<HTMLElement>("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return loadedPage(this.#shown, () => void this.#load(), (shown) => this.#body(shown), t.agreements.one);
  }

  #body({ agreement: of, others, contract, purposes, balances, daily, ledgerProblem, zone, agencies: all, proposed, law }: Shown): TemplateResult {
    const d = of.document;
    return html`
      <p class="w-back"><a class="usa-link" href="/agreements">${t.agreements.all}</a></p>
      <div class="w-title-row w-title-row--tag" data-testid="agreement" data-state=${of.state} data-epoch=${of.epoch}>
        <h1 dir="auto">${d.title}</h1>
        ${agreementTag(of.state)}
      </div>
      ${d.emergency ? banner(t.agreements.emergency(d.emergency.declaration, endOf(d.emergency.sunset, zone))) : nothing}
      ${law ? banner(t.agreements.presumption(law)) : nothing}
      <div id="outcome" tabindex="-1" aria-live="polite">${this.#outcome(zone)}</div>
      ${plainLanguage(of.plainLanguage)}
      ${proposed.length > 0 ? plainLanguage(proposed, t.agreements.plainProposed) : nothing} ${this.#now(of)} ${courseSection(of, zone)} ${destruction(of, zone)}
      ${review(of, this.#deeds, zone)} ${terms(of, d, purposes, zone, all)} ${fields(d, contract)} ${signatures(of, zone)}
      <weir-versions .agreement=${d.uid} .stamp=${stamp(of)}></weir-versions>
      ${tiers(of, others)} ${comments(of, this.#deeds, zone)}
      ${d.target && (d.tier ?? "DUL") === "DUL"
        ? html`<section>
            <h2>${t.balance.heading}</h2>
            ${ledgerProblem ? problemAlert(ledgerProblem) : balanceTables(balances, zone)} ${dailyTable(daily, t.balance.daily)}
          </section>`
        : nothing}
      ${receipts(of.receipts ?? [], zone)} ${history(of, zone)} ${downloads(of)}
    `;
  }

  #now(of: Agreement): TemplateResult {
    return html`<section class="w-card w-todo" aria-labelledby="now-heading">
      <h2 id="now-heading">${t.agreements.nowHeading}</h2>
      ${of.proposed
        ? html`<p>${t.agreements.amending} ${agreementTag(of.proposed.state)} ${t.stateMeaning[of.proposed.state]}</p>`
        : nothing}
      ${of.commands?.includes("vote")
        ? html`<p>
            ${t.review.asked}
            <button type="button" class="usa-button usa-button--unstyled" data-testid="to-vote" @click=${() => this.#toVote()}>${t.review.toVote}</button>
          </p>`
        : nothing}
      ${of.document.emergency && of.state === "DRAFT" && !of.commands?.includes("confirm-emergency") ? html`<p data-testid="second-officer">${t.agreements.secondOfficer}</p>` : nothing}
      ${actions(of, this.#deeds, () => this)}
    </section>`;
  }

  #toVote(): void {
    const form = this.querySelector<HTMLElement>("[data-testid=vote-form]");
    form?.scrollIntoView({ block: "center" });
    form?.querySelector<HTMLInputElement>("input")?.focus({ preventScroll: true });
  }

  #outcome(zone: string): unknown {
    const deeds = this.#deeds;
    if (deeds.busy) {
      const seconds = Math.floor((Date.now() - deeds.startedAt) / 1000);
      return html`<div class="w-loading" role="status" data-testid="progress">
        <p>${deeds.waits ? t.agreements.busy.waiting : t.agreements.busy.step}</p>
        <progress class="w-progress" aria-label=${t.agreements.busy.waiting}></progress>
        ${seconds > 0 && deeds.waits ? html`<p class="w-fine" aria-hidden="true">${t.agreements.busy.seconds(seconds)}</p>` : nothing}
      </div>`;
    }
    if (deeds.problem) return problemAlert(deeds.problem);
    if (deeds.receipt) return receiptCard(deeds.receipt, zone);
    if (!deeds.done) return nothing;
    return html`<div class="usa-alert usa-alert--success usa-alert--slim" data-testid="done">
      <div class="usa-alert__body"><p class="usa-alert__text">${deeds.done}</p></div>
    </div>`;
  }
}

/** Changes whenever something about the agreement did. */
const stamp = (of: Agreement): string =>
  [of.epoch, of.state, of.changedAt, of.proposed?.state, of.proposed?.hash, of.comments?.length, of.review?.votes.length, of.review?.minutes.length, of.receipts?.length].join("|");

const banner = (text: string): TemplateResult => html`<div class="usa-alert usa-alert--warning usa-alert--slim">
  <div class="usa-alert__body"><p class="usa-alert__text">${text}</p></div>
</div>`;

function downloads(of: Agreement): TemplateResult {
  const uid = of.document.uid;
  const save = (name: string, value: unknown, type: string): void => download(name, `${JSON.stringify(value, null, 2)}\n`, type);
  const odrl = async (): Promise<void> => save(`${uid}.jsonld`, await consent.odrl(uid), "application/ld+json");
  return html`<section>
    <h2>${t.agreements.download}</h2>
    <div class="w-actions">
      <button type="button" class="usa-button usa-button--outline" @click=${() => save(`${uid}-v${of.document.version}.json`, of.document, "application/json")}>
        ${t.agreements.downloadJson}
      </button>
      <button type="button" class="usa-button usa-button--outline" @click=${() => void odrl()}>${t.agreements.downloadOdrl}</button>
    </div>
  </section>`;
}

customElements.define("weir-agreement", AgreementPage);
