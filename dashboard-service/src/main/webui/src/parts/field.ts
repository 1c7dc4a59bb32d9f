import { html, nothing, type TemplateResult } from "lit";
import { t } from "../texts";

export interface FieldOf {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  hint?: string | undefined;
  error?: string | null | undefined;
  required?: boolean;
}

const describedBy = (field: FieldOf): string | typeof nothing =>
  [field.hint ? `${field.id}-hint` : "", field.error ? `${field.id}-error` : ""].filter(Boolean).join(" ") || nothing;

/** Label, hint and error around a control, as the Web Design System has them. */
export const framed = (field: FieldOf, control: TemplateResult): TemplateResult => html`<div
  class="usa-form-group w-form-group ${field.error ? "usa-form-group--error" : ""}"
>
  <label class="usa-label ${field.error ? "usa-label--error" : ""}" for=${field.id}
    >${field.label} ${field.required ? html`<abbr title="required" class="usa-label--required">*</abbr>` : nothing}</label
  >
  ${field.hint ? html`<span class="usa-hint" id="${field.id}-hint">${field.hint}</span>` : nothing}
  ${field.error ? html`<span class="usa-error-message" id="${field.id}-error">${field.error}</span>` : nothing}
  ${control}
</div>`;

const typed = (field: FieldOf) => (event: Event) =>
  field.change((event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value);

/** One line of text, a number, a day. */
export const textField = (
  field: FieldOf & { type?: "text" | "number" | "date"; list?: readonly string[]; disabled?: boolean },
): TemplateResult =>
  framed(
    field,
    html`<input
        class="usa-input ${field.error ? "usa-input--error" : ""}"
        id=${field.id}
        name=${field.id}
        data-testid=${field.id}
        type=${field.type === "date" ? "date" : "text"}
        inputmode=${field.type === "number" ? "decimal" : nothing}
        autocomplete="off"
        ?disabled=${field.disabled ?? false}
        .value=${field.value}
        aria-invalid=${field.error ? "true" : nothing}
        aria-required=${field.required ? "true" : nothing}
        aria-describedby=${describedBy(field)}
        list=${field.list ? `${field.id}-list` : nothing}
        @input=${typed(field)}
      />${field.list
        ? html`<datalist id="${field.id}-list">${field.list.map((each) => html`<option value=${each}></option>`)}</datalist>`
        : nothing}`,
  );

export const areaField = (field: FieldOf & { rows?: number }): TemplateResult =>
  framed(
    field,
    html`<textarea
      class="usa-textarea w-textarea ${field.error ? "usa-input--error" : ""}"
      id=${field.id}
      name=${field.id}
      data-testid=${field.id}
      rows=${field.rows ?? 3}
      .value=${field.value}
      aria-invalid=${field.error ? "true" : nothing}
      aria-required=${field.required ? "true" : nothing}
      aria-describedby=${describedBy(field)}
      @input=${typed(field)}
    ></textarea>`,
  );

export const choiceField = (
  field: FieldOf & { options: readonly (readonly [string, string])[]; disabled?: boolean },
): TemplateResult =>
  framed(
    field,
    html`<select
      class="usa-select ${field.error ? "usa-input--error" : ""}"
      id=${field.id}
      name=${field.id}
      data-testid=${field.id}
      ?disabled=${field.disabled ?? false}
      aria-invalid=${field.error ? "true" : nothing}
      aria-required=${field.required ? "true" : nothing}
      aria-describedby=${describedBy(field)}
      @change=${typed(field)}
    >
      ${field.options.map(([value, label]) => html`<option value=${value} .selected=${value === field.value}>${label}</option>`)}
    </select>`,
  );

export interface Tick {
  value: string;
  label: TemplateResult | string;
  hint?: TemplateResult | string | undefined;
  on: boolean;
}

/** Several things that may each be ticked, or one of several, under one legend. */
export const ticks = (of: {
  id: string;
  legend: string;
  hint?: string;
  error?: string | null | undefined;
  kind?: "checkbox" | "radio";
  options: readonly Tick[];
  change: (value: string, on: boolean) => void;
}): TemplateResult => {
  const kind = of.kind ?? "checkbox";
  return html`<fieldset class="usa-fieldset w-form-group ${of.error ? "usa-form-group--error" : ""}" aria-describedby=${of.error ? `${of.id}-error` : nothing}>
    <legend class="usa-legend ${of.error ? "usa-label--error" : ""}">${of.legend}</legend>
    ${of.hint ? html`<span class="usa-hint">${of.hint}</span>` : nothing}
    ${of.error ? html`<span class="usa-error-message" id="${of.id}-error">${of.error}</span>` : nothing}
    ${of.options.map(
      (each) => html`<div class="usa-${kind}">
        <input
          class="usa-${kind}__input"
          id="${of.id}-${each.value}"
          type=${kind}
          name=${of.id}
          value=${each.value}
          data-testid="${of.id}-${each.value}"
          .checked=${each.on}
          @change=${(event: Event) => of.change(each.value, (event.target as HTMLInputElement).checked)}
        />
        <label class="usa-${kind}__label" for="${of.id}-${each.value}"
          >${each.label}${each.hint ? html`<span class="usa-${kind}__label-description">${each.hint}</span>` : nothing}</label
        >
      </div>`,
    )}
  </fieldset>`;
};

/** What is wrong on the page, in one place, each line a way to its field. */
export function errorSummary(errors: ReadonlyMap<string, string>, labels: (field: string) => string): TemplateResult | typeof nothing {
  if (errors.size === 0) return nothing;
  const to = (id: string) => (event: Event) => {
    event.preventDefault();
    (document.getElementById(id) ?? document.querySelector<HTMLElement>(`[name="${id}"]`))?.focus();
  };
  return html`<div class="usa-alert usa-alert--error" role="alert" tabindex="-1" data-testid="error-summary">
    <div class="usa-alert__body">
      <h2 class="usa-alert__heading">${t.draft.problems(errors.size)}</h2>
      <ul class="w-troubles">
        ${[...errors].map(([id, message]) => html`<li><a href="#${id}" @click=${to(id)}>${labels(id)}: ${message}</a></li>`)}
      </ul>
    </div>
  </div>`;
}
