import { html, nothing, type TemplateResult } from "lit";
import { consent } from "../../api/consent";
import type { Board, Problem } from "../../api/types";
import { context } from "../../app/context";
import { Page } from "../../app/view";
import { areaField, errorSummary, textField } from "../../parts/field";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { problemAlert, problemFrom } from "../../parts/problem";
import { agreementsNav } from "../../parts/subnav";
import { t } from "../../texts";
import { boardOf, type Typed, wrongBoard } from "./form";

const BLANK: Typed = { id: "", name: "", members: "", quorum: "", days: "30" };

/** Review boards: who sits on them, and for an officer the form that makes one. */
class BoardsPage extends Page {
  override readonly heading = t.boards.heading;
  #list = new Loaded<Board[]>(this);
  #typed: Typed = BLANK;
  #wrong: ReadonlyMap<string, string> = new Map();
  #problem: Problem | null = null;
  #saved: string | null = null;
  #busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  #load(): void {
    void this.#list.run(() => consent.boards());
  }

  async #make(event: Event): Promise<void> {
    event.preventDefault();
    this.#wrong = wrongBoard(this.#typed);
    this.#problem = null;
    this.#saved = null;
    this.requestUpdate();
    if (this.#wrong.size > 0) {
      await this.updateComplete;
      this.querySelector<HTMLElement>("[data-testid=error-summary]")?.focus();
      return;
    }
    this.#busy = true;
    this.requestUpdate();
    try {
      const made = boardOf(this.#typed);
      await consent.makeBoard(made);
      this.#saved = made.name;
      this.#typed = BLANK;
      this.#load();
    } catch (error) {
      this.#problem = problemFrom(error);
    }
    this.#busy = false;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const head = html`${agreementsNav("boards")}
      <h1>${t.boards.heading}</h1>
      <p class="w-lead">${t.boards.lead}</p>`;
    return loadedPage(this.#list, () => this.#load(), (boards) => html`${list(boards)} ${context.has("data-officer") && !context.session?.recipient ? this.#form() : nothing}`, head);
  }

  #form(): TemplateResult {
    const field = (id: keyof Typed, label: string, hint?: string, number = false) =>
      textField({
        ...{ id: `board-${id}`, label, hint, required: true, value: this.#typed[id], error: this.#wrong.get(`board-${id}`) },
        type: number ? "number" : "text",
        change: (value) => this.#set({ [id]: value }),
      });
    const labels: Record<string, string> = { id: t.boards.id, name: t.boards.name, members: t.boards.members, quorum: t.boards.quorum, days: t.boards.days };
    return html`<section>
      <h2>${t.boards.make}</h2>
      <div aria-live="polite">
        ${this.#saved ? html`<div class="usa-alert usa-alert--success usa-alert--slim" data-testid="board-saved"><div class="usa-alert__body"><p class="usa-alert__text">${t.boards.saved(this.#saved)}</p></div></div>` : nothing}
        ${this.#problem ? problemAlert(this.#problem) : nothing}
      </div>
      ${errorSummary(this.#wrong, (id) => labels[id.slice("board-".length)] ?? id)}
      <form class="w-card w-narrow" novalidate @submit=${(event: Event) => void this.#make(event)}>
        ${field("name", t.boards.name)} ${field("id", t.boards.id, t.boards.idHint)}
        ${areaField({
          ...{ id: "board-members", label: t.boards.members, hint: t.boards.membersHint, required: true, rows: 4, value: this.#typed.members },
          error: this.#wrong.get("board-members"),
          change: (members) => this.#set({ members }),
        })}
        <div class="w-two">${field("quorum", t.boards.quorum, t.boards.quorumHint, true)} ${field("days", t.boards.days, "\u00a0", true)}</div>
        <button type="submit" class="usa-button" data-testid="board-save" ?disabled=${this.#busy}>${t.boards.save}</button>
      </form>
    </section>`;
  }

  #set(patch: Partial<Typed>): void {
    this.#typed = { ...this.#typed, ...patch };
    const wrong = new Map(this.#wrong);
    for (const name of Object.keys(patch)) wrong.delete(`board-${name}`);
    this.#wrong = wrong;
    this.requestUpdate();
  }
}

const list = (boards: readonly Board[]): TemplateResult =>
  boards.length === 0
    ? html`<p class="w-empty">${t.boards.empty}</p>`
    : html`<ul class="w-cards w-cards--wide">
        ${boards.map(
          (each) =>
            html`<li class="w-card" data-testid="board">
              <h2 dir="auto">${each.name}</h2>
              <p class="w-fine"><code>${each.id}</code></p>
              <p>${t.boards.facts(each.members.length, each.quorum, each.reviewDays)}</p>
              <p class="w-fine" dir="auto">${each.members.join(", ")}</p>
            </li>`,
        )}
      </ul>`;

customElements.define("weir-boards", BoardsPage);
