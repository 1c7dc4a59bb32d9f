import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import { consent } from "../../api/consent";
import type { Accounting, Feed } from "../../api/types";
import { context } from "../../app/context";
import { View } from "../../app/view";
import { calendarDay } from "../../format/time";
import { count } from "../../format/units";
import { choiceField, textField } from "../../parts/field";
import { Loaded } from "../../parts/load";
import { problemAlert } from "../../parts/problem";
import { t } from "../../texts";

/** For the owner of the data: what was shared about one subject, to whom, when. */
class AccountingForm extends View {
  #answer = new Loaded<Accounting>(this);
  #feeds: Feed[] = [];
  #typed = { feed: "", subject: "", from: "", to: "" };
  #wrong = new Map<string, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    const { agency } = context.session ?? {};
    void api.feeds().then(
      (all) => {
        const feeds = agency ? all.filter((each) => each.id.startsWith(`${agency}.`)) : all;
        this.#feeds = feeds;
        if (feeds.length === 1) this.#typed.feed = feeds[0]!.id;
        this.requestUpdate();
      },
      () => {},
    );
  }

  #ask(event: Event): void {
    event.preventDefault();
    // Not by a disabled button, from which the keyboard would fall.
    if (this.#answer.busy) return;
    const { feed, subject, from, to } = this.#typed;
    this.#wrong = new Map();
    if (!feed) this.#wrong.set("accounting-feed", t.ledgerPage.missing);
    if (!subject.trim()) this.#wrong.set("accounting-subject", t.ledgerPage.missing);
    if (from && to && to < from) this.#wrong.set("accounting-to", t.ledgerPage.order);
    this.requestUpdate();
    if (this.#wrong.size > 0) {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    void this.#answer.run(() =>
      consent.accounting({
        ...{ feed, subject: subject.trim() },
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      }),
    );
  }

  protected override render(): TemplateResult {
    const { value, problem, busy } = this.#answer;
    const field = (name: "subject" | "from" | "to", label: string, type: "text" | "date" = "text") =>
      textField({
        ...{ id: `accounting-${name}`, label, type, value: this.#typed[name], error: this.#wrong.get(`accounting-${name}`), required: name === "subject" },
        change: (typed) => (this.#typed[name] = typed),
      });
    return html`<section>
      <h2>${t.ledgerPage.accounting}</h2>
      <p>${t.ledgerPage.accountingLead}</p>
      <form class="w-card" novalidate @submit=${(event: Event) => this.#ask(event)}>
        <div class="w-two">
          ${choiceField({
            ...{ id: "accounting-feed", label: t.feed, required: true, value: this.#typed.feed, error: this.#wrong.get("accounting-feed") },
            options: [["", t.draft.choose], ...this.#feeds.map((each) => [each.id, each.title || each.id] as const)],
            change: (feed) => (this.#typed.feed = feed),
          })}
          ${field("subject", t.ledgerPage.subject)} ${field("from", t.ledgerPage.from, "date")} ${field("to", t.ledgerPage.to, "date")}
        </div>
        <button type="submit" class="usa-button" data-testid="account">${t.ledgerPage.ask}</button>
      </form>
      <div aria-live="polite">
        ${busy ? html`<p class="w-loading" role="status">${t.ledgerPage.asking}</p>` : nothing} ${problem ? problemAlert(problem) : nothing}
        ${value && !busy ? answer(value) : nothing}
      </div>
    </section>`;
  }
}

const answer = (of: Accounting): TemplateResult => html`<div data-testid="accounting">
  ${of.lines.length === 0
    ? html`<p class="w-empty">${t.ledgerPage.nobody}</p>`
    : html`<table class="usa-table usa-table--borderless w-table w-table--cards">
        <caption>${t.ledgerPage.sharedOf(of.subject)}</caption>
        <thead>
          <tr>
            <th scope="col">${t.ledgerPage.day}</th><th scope="col">${t.ledgerPage.who}</th><th scope="col">${t.ledgerPage.under}</th>
            <th scope="col" class="w-number">${t.ledgerPage.records}</th>
          </tr>
        </thead>
        <tbody>
          ${of.lines.map(
            (each) =>
              html`<tr>
                <th scope="row">${calendarDay(each.date)}</th>
                <td data-label=${t.ledgerPage.who}><span>${each.recipient}</span></td>
                <td data-label=${t.ledgerPage.under}><span><a class="usa-link" href="/agreements/${encodeURIComponent(each.agreement)}">${each.title}</a></span></td>
                <td class="w-number" data-label=${t.ledgerPage.records}><span>${count(each.records)}</span></td>
              </tr>`,
          )}
        </tbody>
      </table>`}
  ${of.notes.length > 0 ? html`<ul>${of.notes.map((each) => html`<li dir="auto">${each}</li>`)}</ul>` : nothing}
</div>`;

customElements.define("weir-accounting", AccountingForm);
