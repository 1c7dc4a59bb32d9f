import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import { consent } from "../../api/consent";
import type { Agency, Agreement, AgreementDocument, Board, Contract, Feed, Problem, Purpose } from "../../api/types";
import { context } from "../../app/context";
import { go } from "../../app/router";
import { Page, type Place } from "../../app/view";
import { dayAt } from "../../format/days";
import { ownZone } from "../../format/time";
import { CONTRACT } from "../../parts/contract";
import { errorSummary } from "../../parts/field";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { problemAlert, problemFrom } from "../../parts/problem";
import { t } from "../../texts";
import { Checked, checkStep } from "./checkStep";
import type { Form } from "./form";
import { howStep } from "./howStep";
import { indicator } from "./indicator";
import { forget, keep, recall } from "./keep";
import { type Draft, empty, fromDocument, idle, LOCATION, openFields, toDocument } from "./model";
import { type Mode, modeOf, save, type Send, sends } from "./send";
import { stepsOf, type StepName, wrongOn } from "./validate";
import { whatStep } from "./whatStep";
import { whenStep } from "./whenStep";
import { whoStep } from "./whoStep";

interface World {
  agencies: Agency[];
  feeds: Feed[];
  boards: Board[];
  purposes: Purpose[];
  agreements: Agreement[];
  contract: Contract | null;
  /** The agreement that is edited, answered or amended. */
  of: Agreement | null;
}

const nothingOf = <T>(): T[] => [];

/** The guided draft: five steps from who shares with whom to what would flow. */
class DraftPage extends Page {
  #world = new Loaded<World>(this);
  #checked = new Checked(this);
  #draft: Draft = empty();
  #step: StepName = "who";
  #wrong: ReadonlyMap<string, string> = new Map();
  #restored = false;
  #busy = false;
  #problem: Problem | null = null;
  #saved = false;

  get #mode(): Mode {
    return modeOf(this.place.params["id"] ?? null, this.place.search);
  }

  get heading(): string {
    return t.draft.headings[this.#mode];
  }

  get #key(): string {
    return `${this.#mode}.${this.place.params["id"] ?? ""}`;
  }

  override show(place: Place): void {
    const other = place.params["id"] !== this.place.params["id"] || place.search !== this.place.search || !this.#world.value;
    super.show(place);
    if (other) void this.#load();
  }

  async #load(): Promise<void> {
    const id = this.place.params["id"];
    const world = await this.#world.run(async () => {
      const [of, agencies, feeds, boards, purposes, agreements, contract] = await Promise.all([
        id ? consent.agreement(id) : null,
        api.agencies().catch(nothingOf<Agency>),
        api.feeds().catch(nothingOf<Feed>),
        consent.boards().catch(nothingOf<Board>),
        api.purposes(),
        consent.agreements().catch(nothingOf<Agreement>),
        api.contract(CONTRACT).catch(() => null),
      ]);
      return { of, agencies, feeds, boards, purposes, agreements, contract };
    });
    if (!world) return;
    const kept = recall(this.#key);
    this.#restored = kept !== null;
    this.#draft = kept?.draft ?? this.#begin(world);
    this.#step = kept?.step ?? "who";
    if (this.#step === "check") this.#check();
    this.requestUpdate();
  }

  /** What the form shows before anybody typed. */
  #begin({ of, agencies, contract }: World): Draft {
    if (of) {
      const before = of.proposed && this.#mode !== "amend" ? of.proposed.document : of.document;
      const draft = fromDocument(before, this.#zone(before.assigner));
      if (this.#mode === "amend") {
        Object.assign(draft, { version: before.version + 1, supersedes: before.version });
        // Made regular: an amendment of an emergency goes the usual course.
        if (draft.emergency) Object.assign(draft, { emergency: false, ends: "" });
      }
      return draft;
    }
    const session = context.session;
    return {
      ...empty(),
      assigner: session?.agency ?? (agencies.length === 1 ? agencies[0]!.id : ""),
      assignee: session?.recipient ?? "",
      contractVersion: contract?.version ?? "",
      fields: contract ? openFields(contract) : [],
      emergency: this.#mode === "emergency",
    };
  }

  #zone(assigner: string): string {
    return this.#world.value?.agencies.find((each) => each.id === assigner)?.timezone ?? ownZone();
  }

  #set(patch: Partial<Draft>): void {
    this.#draft = { ...this.#draft, ...patch };
    const wrong = new Map(this.#wrong);
    for (const name of Object.keys(patch)) wrong.delete(name);
    if (patch.area) wrong.delete("west");
    this.#wrong = wrong;
    this.#keep();
    this.requestUpdate();
  }

  #keep(): void {
    if (!this.#saved) keep(this.#key, { draft: this.#draft, step: this.#step });
  }

  #go(step: StepName): void {
    this.#step = step;
    this.#wrong = new Map();
    this.#problem = null;
    this.#keep();
    if (step === "check") this.#check();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      window.scrollTo(0, 0);
      this.querySelector<HTMLElement>("[data-testid=step-heading]")?.focus({ preventScroll: true });
    });
  }

  #next(): void {
    const steps = stepsOf(this.#draft.tier);
    this.#wrong = wrongOn(this.#step, this.#draft, dayAt(new Date().toISOString(), this.#zone(this.#draft.assigner)));
    if (this.#wrong.size === 0) return this.#go(steps[steps.indexOf(this.#step) + 1] ?? "check");
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[data-testid=error-summary]")?.focus());
  }

  get #document(): AgreementDocument {
    return toDocument(this.#draft, this.#zone(this.#draft.assigner));
  }

  #check(): void {
    this.#checked.run(this.#document, this.#mode === "amend" ? (this.#world.value?.of?.document ?? null) : null);
  }

  async #send(send: Send): Promise<void> {
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      const uid = await save(this.#mode, send, this.#document);
      this.#saved = true;
      forget(this.#key);
      void context.refresh();
      go(`/agreements/${encodeURIComponent(uid)}`);
    } catch (error) {
      this.#problem = problemFrom(error);
    }
    this.#busy = false;
    this.requestUpdate();
    if (!this.#problem) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>("#refused")?.focus();
  }

  #startOver(): void {
    if (!window.confirm(t.draft.startOverSure)) return;
    forget(this.#key);
    this.#draft = this.#begin(this.#world.value!);
    this.#restored = false;
    this.#go("who");
  }

  protected override render(): TemplateResult {
    const head = html`<p class="w-back"><a class="usa-link" href="/agreements">${t.agreements.all}</a></p>
      <h1>${this.heading}</h1>
      <p class="w-lead">${t.draft.lead}</p>`;
    return loadedPage(this.#world, () => void this.#load(), (world) => this.#body(world), head);
  }

  #body(world: World): TemplateResult {
    const steps = stepsOf(this.#draft.tier);
    const recipients = [...new Set([...world.agreements.map((each) => each.document.assignee), context.session?.recipient ?? ""].filter(Boolean))];
    const bound = this.#mode !== "new" && this.#mode !== "emergency";
    const form: Form = {
      ...{ ...world, draft: this.#draft, wrong: this.#wrong, set: (patch) => this.#set(patch), bound, recipients },
      zone: this.#zone(this.#draft.assigner),
    };
    return html`
      ${this.#restored
        ? html`<p class="w-fine" role="status">${t.draft.restored}
            <button type="button" class="usa-button usa-button--unstyled" @click=${() => this.#startOver()}>${t.draft.startOver}</button></p>`
        : nothing}
      ${indicator(steps, this.#step)} ${errorSummary(this.#wrong, label)}
      <form novalidate class="w-draft" @submit=${(event: Event) => { event.preventDefault(); this.#next(); }}>
        ${this.#step === "how" || this.#step === "check" ? idleNote(form) : nothing} ${this.#fields(form)}
        <div class="w-actions w-actions--steps">
          ${this.#step === "check" ? this.#sendButtons() : html`<button type="submit" class="usa-button" data-testid="next">${t.draft.next}</button>`}
          ${steps.indexOf(this.#step) > 0
            ? html`<button type="button" class="usa-button usa-button--outline" data-testid="back" @click=${() => this.#go(steps[steps.indexOf(this.#step) - 1]!)}>${t.draft.back}</button>`
            : nothing}
        </div>
      </form>
    `;
  }

  #fields(form: Form): TemplateResult {
    switch (this.#step) {
      case "who":
        return whoStep(form);
      case "what":
        return whatStep(form);
      case "how":
        return howStep(form);
      case "when":
        return whenStep(form);
      case "check":
        return checkStep({ checked: this.#checked, document: this.#document, go: (step) => this.#go(step) });
    }
  }

  #sendButtons(): TemplateResult {
    return html`<div class="w-send" id="refused" tabindex="-1" aria-live="polite">
        ${this.#problem ? problemAlert(this.#problem) : nothing}
        ${this.#busy ? html`<p class="w-loading" role="status">${t.draft.saving}</p>` : nothing}
      </div>
      ${sends(this.#mode, context.session, this.#draft).map(
        (send, i) =>
          html`<button
            type="button"
            class="usa-button ${i === 0 ? "" : "usa-button--outline"}"
            data-testid="send-${send}"
            ?disabled=${this.#busy}
            @click=${() => void this.#send(send)}
          >
            ${send === "save" ? t.draft.save : send === "declare" ? t.draft.declare : this.#mode === "counter" ? t.draft.sendCounter : t.draft[send]}
          </button>`,
      )}
      <button type="button" class="usa-button usa-button--unstyled" @click=${() => this.#check()}>${t.draft.previewAgain}</button>`;
  }
}

/** What was to be done to fields that do not flow, so that nobody believes that it is. */
function idleNote({ draft, contract }: Form): TemplateResult | typeof nothing {
  const all = idle(draft);
  if (all.length === 0) return nothing;
  const title = (path: string): string => (path === LOCATION ? t.draft.location : (contract?.fields.find((each) => each.path === path)?.title ?? path));
  return html`<div class="usa-alert usa-alert--info" role="status" data-testid="left-out">
    <div class="usa-alert__body">
      <p class="usa-alert__text">${t.draft.idle}</p>
      <ul>
        ${all.map((each) => html`<li>${title(each.field!)}: ${t.draft.treatments[each.action] ?? each.action}</li>`)}
      </ul>
    </div>
  </div>`;
}

/** A field's name for people, for the summary of what is wrong. */
const label = (field: string): string => {
  const of = t.draft as unknown as Record<string, unknown>;
  const names: Record<string, string> = { uid: t.draft.id, west: t.draft.area, fields: t.draft.fields };
  return names[field] ?? (typeof of[field] === "string" ? (of[field] as string) : field);
};

customElements.define("weir-draft", DraftPage);
