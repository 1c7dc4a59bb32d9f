import { html, nothing, type TemplateResult } from "lit";
import { consent } from "../../api/consent";
import type { Change, Effect, Version } from "../../api/types";
import { View } from "../../app/view";
import { count } from "../../format/units";
import { Loaded } from "../../parts/load";
import { problemAlert } from "../../parts/problem";
import { selectField } from "../../parts/selectField";
import { wordTag } from "../../parts/tags";
import { t } from "../../texts";
import { fieldsTable } from "../draft/previewTable";

const RECORDS = 500;
const TONE = { widens: "warn", narrows: "good", neither: "plain" } as const;

/** Two versions side by side: what differs in words, and what that does to recent records. */
class VersionsOf extends View {
  static override properties = { agreement: {}, stamp: {} };
  declare agreement: string;
  /** Changes whenever the agreement did, so that the versions are read anew. */
  declare stamp: string;
  #versions = new Loaded<Version[]>(this);
  #changes = new Loaded<Change[]>(this);
  #effect = new Loaded<Effect>(this);
  #from = 0;
  #to = 0;

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("agreement") || changed.has("stamp")) void this.#load();
  }

  async #load(): Promise<void> {
    const versions = await this.#versions.run(() => consent.versions(this.agreement));
    if (!versions || versions.length < 2) return;
    const numbers = versions.map((each) => each.version).sort((a, b) => a - b);
    this.#compare(numbers[numbers.length - 2]!, numbers[numbers.length - 1]!);
  }

  #compare(from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    this.#effect.value = null;
    void this.#changes.run(() => consent.diff(this.agreement, from, to));
  }

  #try(): void {
    const of = (n: number) => this.#versions.value!.find((each) => each.version === n)!.document;
    void this.#effect.run(() => consent.effect(of(this.#from), of(this.#to), RECORDS));
  }

  protected override render(): TemplateResult | typeof nothing {
    const versions = this.#versions.value ?? [];
    if (this.#versions.problem) return html`<h2>${t.versions.heading}</h2>${problemAlert(this.#versions.problem)}`;
    if (versions.length < 2) return nothing;
    const options = versions.map((each) => [String(each.version), t.versions.one(each.version, t.states[each.state] ?? each.state)] as const);
    return html`<section data-testid="versions">
      <h2>${t.versions.heading}</h2>
      <div class="w-filters">
        ${selectField({ id: "version-from", label: t.versions.from, value: String(this.#from), options, change: (v) => this.#compare(Number(v), this.#to) })}
        ${selectField({ id: "version-to", label: t.versions.to, value: String(this.#to), options, change: (v) => this.#compare(this.#from, Number(v)) })}
      </div>
      <div aria-live="polite" aria-busy=${this.#changes.busy ? "true" : "false"}>
        ${this.#changes.problem ? problemAlert(this.#changes.problem) : changes(this.#changes.value ?? [])}
        ${this.#effect.busy
          ? html`<p class="w-loading" role="status">${t.versions.trying}</p>`
          : html`<button type="button" class="usa-button usa-button--outline" data-testid="effect" @click=${() => this.#try()}>${t.versions.onRecords}</button>`}
        ${this.#effect.problem ? problemAlert(this.#effect.problem) : nothing} ${this.#effect.value ? effectView(this.#effect.value) : nothing}
      </div>
    </section>`;
  }
}

/** The changes in words. */
export const changes = (all: readonly Change[]): TemplateResult =>
  all.length === 0
    ? html`<p class="w-empty">${t.versions.none}</p>`
    : html`<ul class="w-notes" data-testid="changes">
        ${all.map(
          (each) => html`<li>
            <p dir="auto">${each.sentence} ${wordTag(TONE[each.effect] ?? "plain", t.versions.effects[each.effect] ?? each.effect)}</p>
            <p class="w-fine">${t.versions.clause}: <code>${each.clause}</code></p>
          </li>`,
        )}
      </ul>`;

/** What two texts do to the same records. */
export const effectView = (of: Effect): TemplateResult => html`<div data-testid="effect-view">
  <dl class="w-summary w-card">
    <div><dt>${t.versions.before}</dt><dd>${count(of.sharedBefore)}</dd></div>
    <div><dt>${t.versions.after}</dt><dd>${count(of.sharedAfter)}</dd></div>
    <div><dt>${t.versions.more}</dt><dd>${count(of.moreShared)}</dd></div>
    <div><dt>${t.versions.less}</dt><dd>${count(of.lessShared)}</dd></div>
  </dl>
  ${of.sentences.length > 0 ? html`<ul>${of.sentences.map((each) => html`<li dir="auto">${each}</li>`)}</ul>` : nothing}
  ${of.fields.length > 0 ? fieldsTable(of.fields) : nothing}
</div>`;

customElements.define("weir-versions", VersionsOf);
