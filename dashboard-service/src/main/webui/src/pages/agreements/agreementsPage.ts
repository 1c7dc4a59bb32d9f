import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import type { Agreement, AgreementState, Purpose } from "../../api/types";
import { Page } from "../../app/view";
import { dayOf, ownZone } from "../../format/time";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { agreementTag } from "../../parts/tags";
import { t } from "../../texts";

const ORDER: readonly AgreementState[] = ["ACTIVE", "DRAFT", "EXPIRED", "REVOKED"];

/** Every agreement, by where it stands. */
class AgreementsPage extends Page {
  override readonly heading = t.agreements.heading;
  #list = new Loaded<{ agreements: Agreement[]; purposes: Purpose[] }>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  #load(): void {
    void this.#list.run(async () => {
      const [agreements, purposes] = await Promise.all([api.agreements(), api.purposes().catch(() => [])]);
      return { agreements, purposes };
    });
  }

  protected override render(): TemplateResult {
    const head = html`<h1>${t.agreements.heading}</h1>
      <p class="w-lead">${t.agreements.lead}</p>`;
    return loadedPage(
      this.#list,
      () => this.#load(),
      ({ agreements, purposes }) =>
        agreements.length === 0
          ? html`<p class="w-empty">${t.agreements.empty}</p>`
          : html`${ORDER.map((state) => group(state, agreements, purposes))}`,
      head,
    );
  }
}

function group(state: AgreementState, all: readonly Agreement[], purposes: readonly Purpose[]): unknown {
  const of = all.filter((each) => each.state === state);
  if (of.length === 0) return nothing;
  return html`<section class="w-group">
    <h2>${t.states[state]} <span class="w-count">${of.length}</span></h2>
    <ul class="w-cards">
      ${of.map((each) => card(each, purposes))}
    </ul>
  </section>`;
}

function card({ document, state, changedAt }: Agreement, purposes: readonly Purpose[]): TemplateResult {
  const zone = ownZone();
  const purpose = purposes.find((each) => each.id === document.purpose)?.title ?? document.purpose;
  return html`<li class="w-card w-link-card" data-testid="agreement-card">
    <h3><a href="/agreements/${encodeURIComponent(document.uid)}" dir="auto">${document.title}</a> ${agreementTag(state)}</h3>
    <p class="w-link-card__parties"><span>${document.assigner}</span> → <span>${document.assignee}</span></p>
    <p class="w-fine">${purpose}</p>
    <p class="w-fine">
      ${state === "ACTIVE"
        ? document.expires
          ? t.agreements.until(dayOf(document.expires, zone))
          : t.agreements.noEnd
        : t.agreements.since(t.states[state], dayOf(changedAt, zone))}
    </p>
  </li>`;
}

customElements.define("weir-agreements", AgreementsPage);
