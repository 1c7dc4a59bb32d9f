import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import { consent } from "../../api/consent";
import type { Agreement, Balance } from "../../api/types";
import { context } from "../../app/context";
import { Page } from "../../app/view";
import { count } from "../../format/units";
import { accounted, balances, sum } from "../../parts/balance";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { wordTag } from "../../parts/tags";
import { t } from "../../texts";
import "./accounting";
import "./proofs";

const POLL_MS = 5_000;

/** The equation of every feed and agreement, the signed checkpoint, proofs, accounting. */
class LedgerPage extends Page {
  override readonly heading = t.ledgerPage.heading;
  #balances = new Loaded<Balance[]>(this);
  #agreements: Agreement[] = [];
  #timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
    void consent.agreements().then(
      (all) => {
        this.#agreements = all;
        this.requestUpdate();
      },
      () => {},
    );
    this.#timer = window.setInterval(() => this.#load(), POLL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  #load(): void {
    void this.#balances.run(() => api.ledger({}));
  }

  protected override render(): TemplateResult {
    const head = html`<h1>${t.ledgerPage.heading}</h1>
      <p class="w-lead">${t.ledgerPage.lead}</p>`;
    return loadedPage(
      this.#balances,
      () => this.#load(),
      (all) => html`${this.#table(all)} <weir-proofs></weir-proofs>
        ${(context.has("data-officer") && !context.session?.recipient) || context.has("auditor") ? html`<weir-accounting></weir-accounting>` : nothing}`,
      head,
    );
  }

  #table(all: readonly Balance[]): TemplateResult {
    const { columns } = t.ledgerPage;
    const wrong = all.filter((each) => !balances(each)).length;
    const number = (label: string, n: number): TemplateResult => html`<td class="w-number" data-label=${label}><span>${count(n)}</span></td>`;
    return html`<section>
      <h2>${t.ledgerPage.balances}</h2>
      ${all.length === 0
        ? html`<p class="w-empty">${t.ledgerPage.empty}</p>`
        : html`<p class=${wrong === 0 ? "w-ledger__good" : "w-ledger__bad"} data-testid="all-balance" data-wrong=${wrong}>
              ${wrong === 0 ? t.ledgerPage.allBalance(all.length) : t.ledgerPage.someDoNot(wrong)}
            </p>
            <p class="w-fine">${t.ledgerPage.live}</p>
            <table class="usa-table usa-table--borderless w-table w-table--cards">
              <caption class="usa-sr-only">${t.ledgerPage.balances}</caption>
              <thead>
                <tr>
                  <th scope="col">${columns.of}</th>
                  ${([columns.accepted, columns.shared, columns.withheld, columns.quarantined] as const).map((each) => html`<th scope="col" class="w-number">${each}</th>`)}
                  <th scope="col">${columns.sum}</th>
                </tr>
              </thead>
              <tbody>
                ${all.map(
                  (each) =>
                    html`<tr data-testid="balance-row" data-balanced=${balances(each) ? "true" : "false"}>
                      <th scope="row">
                        ${each.agreement
                          ? html`<a class="usa-link" dir="auto" href="/agreements/${encodeURIComponent(each.agreement)}">${this.#title(each.agreement)}</a>`
                          : html`<span>${t.ledgerPage.uncovered}</span>`}
                        <span class="w-fine w-block w-break">${each.feed}</span>
                      </th>
                      ${number(columns.accepted, each.accepted)} ${number(columns.shared, each.shared)}
                      <td class="w-number" data-label=${columns.withheld}>
                        <span>${count(sum(each.withheld))}${Object.entries(each.withheld ?? {}).map(
                          ([reason, n]) => html`<span class="w-fine w-block w-wrap">${count(n)}: ${t.reasons[reason] ?? reason}</span>`,
                        )}</span>
                      </td>
                      ${number(columns.quarantined, each.quarantined)}
                      <td data-label=${columns.sum}>
                        <span>${balances(each) ? wordTag("good", t.ledgerPage.ok) : wordTag("bad", t.ledgerPage.bad(count(each.accepted - accounted(each))))}</span>
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`}
    </section>`;
  }

  #title(id: string): string {
    return this.#agreements.find((each) => each.document.uid === id)?.document.title ?? id;
  }
}

customElements.define("weir-ledger", LedgerPage);
