import { html, type TemplateResult } from "lit";
import type { Feed, Jurisdiction } from "../../api/types";
import { mark } from "../../parts/dialog";
import { t } from "../../texts";

const value = (form: HTMLFormElement, name: string): string => (form.elements.namedItem(name) as HTMLInputElement).value.trim();
const lines = (text: string): string[] => text.split(/[\n,]/).map((each) => each.trim()).filter(Boolean);

const ID = /^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/;

/** What is wrong with a field that is filled, by the field's name. */
type Wrong = Partial<Record<string, (typed: string) => string | null>>;

/** The first of several short names that is none. */
export const wrongIds = (typed: string): string | null => {
  const wrong = lines(typed).find((each) => !ID.test(each));
  return wrong === undefined ? null : t.jurisdictions.idsWrong(wrong);
};

/** The same for agencies, which must be registered as well, where it is known which are. */
export const wrongAgencies = (typed: string, known: readonly string[]): string | null => {
  const unknown = known.length > 0 ? lines(typed).find((each) => !known.includes(each)) : undefined;
  return wrongIds(typed) ?? (unknown === undefined ? null : t.jurisdictions.agencyUnknown(unknown));
};

/** Takes a form whose named fields must all be filled; those that are not say so and get the focus. */
const taking = (names: readonly string[], take: (form: HTMLFormElement) => Promise<boolean>, wrong: Wrong = {}) => async (event: SubmitEvent): Promise<void> => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  for (const name of names) mark(form, name, value(form, name) ? (wrong[name]?.(value(form, name)) ?? null) : t.jurisdictions.missing);
  const first = form.querySelector<HTMLElement>("[aria-invalid=true]");
  if (first) return first.focus();
  if (await take(form)) form.reset();
};

const field = (id: string, name: string, label: string, control: (described: string) => TemplateResult, hint = ""): TemplateResult => html`<div class="w-form-group">
  <label class="usa-label" for="${id}-${name}">${label}</label>
  <span class="usa-hint" id="${id}-${name}-hint">${hint}</span>
  <span class="usa-error-message" role="alert" id="${id}-${name}-error" data-error-of=${name}></span>
  ${control(`${id}-${name}-hint ${id}-${name}-error`)}
</div>`;

const input = (id: string, name: string, label: string, hint?: string): TemplateResult =>
  field(id, name, label, (by) => html`<input class="usa-input" id="${id}-${name}" name=${name} data-testid="${id}-${name}" autocomplete="off" aria-describedby=${by} />`, hint);

const area = (id: string, name: string, label: string, hint?: string): TemplateResult =>
  field(id, name, label, (by) => html`<textarea class="usa-textarea w-textarea" rows="3" id="${id}-${name}" name=${name} data-testid="${id}-${name}" aria-describedby=${by}></textarea>`, hint);

/** Files an owner's written prohibition. */
export function prohibitForm(feeds: readonly Feed[], busy: boolean, file: (body: { feed: string; citation: string; reason: string }) => Promise<boolean>): TemplateResult {
  const take = taking(["feed", "citation", "reason"], (form) => file({ feed: value(form, "feed"), citation: value(form, "citation"), reason: value(form, "reason") }));
  return html`<section>
    <h2>${t.jurisdictions.file}</h2>
    <p>${t.jurisdictions.fileLead}</p>
    <form class="w-card w-narrow" novalidate @submit=${take}>
      ${field(
        "prohibit",
        "feed",
        t.feed,
        (by) => html`<select class="usa-select" id="prohibit-feed" name="feed" data-testid="prohibit-feed" aria-describedby=${by}>
          <option value="">${t.draft.choose}</option>
          ${feeds.map((each) => html`<option value=${each.id}>${each.title || each.id}</option>`)}
        </select>`,
      )}
      ${input("prohibit", "citation", t.jurisdictions.citation, t.jurisdictions.citationHint)} ${area("prohibit", "reason", t.jurisdictions.reason)}
      <button type="submit" class="usa-button usa-button--secondary" data-testid="prohibit" ?disabled=${busy}>${t.jurisdictions.fileNow}</button>
    </form>
  </section>`;
}

/** Declares a jurisdiction whose law presumes sharing. */
export function jurisdictionForm(busy: boolean, known: readonly string[], declare: (body: Jurisdiction) => Promise<boolean>): TemplateResult {
  const take = taking(["id", "name", "citation", "members", "agencies"], (form) =>
    declare({
      ...{ id: value(form, "id"), name: value(form, "name"), citation: value(form, "citation"), limit: value(form, "limit") },
      ...{ members: lines(value(form, "members")), agencies: lines(value(form, "agencies")) },
    }),
    { id: (typed) => (ID.test(typed) ? null : t.jurisdictions.idWrong), members: wrongIds, agencies: (typed) => wrongAgencies(typed, known) },
  );
  return html`<details class="w-details">
    <summary>${t.jurisdictions.declare}</summary>
    <form class="w-card w-narrow" novalidate @submit=${take}>
      ${input("jurisdiction", "name", t.jurisdictions.name)} ${input("jurisdiction", "id", t.jurisdictions.id, t.jurisdictions.idHint)}
      ${input("jurisdiction", "citation", t.jurisdictions.citation)}
      ${field(
        "jurisdiction",
        "limit",
        t.jurisdictions.limitLabel,
        (by) => html`<select class="usa-select" id="jurisdiction-limit" name="limit" data-testid="jurisdiction-limit" aria-describedby=${by}>
          ${["open", "quasi-identifier", "sensitive"].map((each) => html`<option value=${each}>${t.classes[each]}</option>`)}
        </select>`,
      )}
      ${area("jurisdiction", "members", t.jurisdictions.members, t.jurisdictions.membersHint)} ${area("jurisdiction", "agencies", t.jurisdictions.agencies, t.jurisdictions.agenciesHint)}
      <button type="submit" class="usa-button" data-testid="jurisdiction-save" ?disabled=${busy}>${t.jurisdictions.save}</button>
    </form>
  </details>`;
}
