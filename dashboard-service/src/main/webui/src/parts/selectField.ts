import { html, type TemplateResult } from "lit";

/** A labelled choice. */
export const selectField = (field: {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  change: (value: string) => void;
  disabled?: boolean;
}): TemplateResult => html`<div class="w-field">
  <label class="usa-label" for=${field.id}>${field.label}</label>
  <select
    class="usa-select"
    id=${field.id}
    name=${field.id}
    ?disabled=${field.disabled ?? false}
    @change=${(event: Event) => field.change((event.target as HTMLSelectElement).value)}
  >
    ${field.options.map(
      ([value, label]) => html`<option value=${value} .selected=${value === field.value}>${label}</option>`,
    )}
  </select>
</div>`;
