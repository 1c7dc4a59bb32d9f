import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import type { Agreement, Balance, Contract, Problem, Purpose, Receipt, Standing } from "../../api/types";
import { context } from "../../app/context";
import { Page, type Place } from "../../app/view";
import { ownZone } from "../../format/time";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { CONTRACT } from "../../parts/contract";
import { problemAlert, problemFrom } from "../../parts/problem";
import { agreementTag } from "../../parts/tags";
import { t } from "../../texts";
import { ledgerTable } from "./ledgerTable";
import { facts, fields, history, plainLanguage } from "./sections";
import { receiptCard } from "./receipt";
import { revokeDialog } from "./revokeDialog";

interface Shown {
  agreement: Agreement;
  contract: Contract | null;
  purposes: Purpose[];
  balances: Balance[];
  ledgerProblem: Problem | null;
}

/** One agreement: what it says, what flows, what it did, and for a data officer the two decisions. */
class AgreementPage extends Page {
  #shown = new Loaded<Shown>(this);
  #receipt: Receipt | null = null;
  #problem: Problem | null = null;
  #deciding = false;

  get heading(): string {
    return this.#shown.value?.agreement.document.title ?? t.agreements.one;
  }

  override show(place: Place): void {
    const other = place.params["id"] !== this.place.params["id"];
    super.show(place);
    if (other) this.#load();
  }

  #load(): void {
    void this.#shown.run(async () => {
      const id = this.place.params["id"] ?? "";
      const agreement = await api.agreement(id);
      let ledgerProblem: Problem | null = null;
      const [contract, purposes, balances] = await Promise.all([
        api.contract(CONTRACT).catch(() => null),
        api.purposes().catch(() => []),
        api.ledger({ agreement: id }).catch((error: unknown) => {
          ledgerProblem = problemFrom(error);
          return [];
        }),
      ]);
      document.title = `${agreement.document.title} · ${t.name}`;
      return { agreement, contract, purposes, balances, ledgerProblem };
    });
  }

  async #decide(run: () => Promise<Receipt>): Promise<void> {
    this.#deciding = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      this.#receipt = await run();
    } catch (error) {
      this.#problem = problemFrom(error);
    }
    this.#deciding = false;
    this.#load();
    void context.refresh();
  }

  #activate = (id: string): void => void this.#decide(async () => (await api.activate(id)).receipt);

  #dialog(): HTMLDialogElement | null {
    return this.querySelector<HTMLDialogElement>("dialog");
  }

  protected override render(): TemplateResult {
    return loadedPage(this.#shown, () => this.#load(), (shown) => this.#body(shown), t.agreements.one);
  }

  #body({ agreement, contract, purposes, balances, ledgerProblem }: Shown): TemplateResult {
    const { document: doc, state } = agreement;
    const standing: Standing | undefined = context.of(doc.target.feed);
    const zone = standing?.timezone ?? ownZone();
    return html`
      <p class="w-back"><a class="usa-link" href="/agreements">${t.agreements.all}</a></p>
      <div class="w-title-row w-title-row--tag">
        <h1 dir="auto">${doc.title}</h1>
        ${agreementTag(state)}
      </div>
      <div aria-live="polite">
        ${this.#problem ? problemAlert(this.#problem) : nothing}
        ${this.#receipt ? receiptCard(this.#receipt, zone) : nothing}
        ${this.#deciding ? html`<p class="w-loading" role="status">${t.agreements.deciding}</p>` : nothing}
      </div>
      ${plainLanguage(agreement)} ${this.#actions(agreement)} ${facts(agreement, purposes, zone)} ${fields(agreement, contract)}
      <section>
        <h2>${t.ledger.heading}</h2>
        ${ledgerProblem ? problemAlert(ledgerProblem) : ledgerTable(balances, zone)}
      </section>
      ${history(agreement, zone)}
      ${revokeDialog(doc.title, (reason) => void this.#decide(() => api.revoke(doc.uid, reason)))}
    `;
  }

  #actions(agreement: Agreement): TemplateResult | typeof nothing {
    if (!context.has("data-officer")) return nothing;
    const { state, document: doc } = agreement;
    if (state !== "DRAFT" && state !== "ACTIVE") return nothing;
    return html`<div class="w-actions">
      ${state === "DRAFT"
        ? html`<button
            type="button"
            class="usa-button"
            data-testid="activate"
            ?disabled=${this.#deciding}
            @click=${() => this.#activate(doc.uid)}
          >
            ${t.agreements.activate}
          </button>`
        : html`<button
            type="button"
            class="usa-button usa-button--secondary"
            data-testid="revoke"
            ?disabled=${this.#deciding}
            @click=${() => this.#dialog()?.showModal()}
          >
            ${t.agreements.revoke}
          </button>`}
    </div>`;
  }
}

customElements.define("weir-agreement", AgreementPage);
