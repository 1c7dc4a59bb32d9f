import { html, nothing, type TemplateResult } from "lit";
import { t } from "../texts";

export interface Ask {
  id: string;
  heading: string;
  says: readonly string[];
  confirm: string;
  danger?: boolean;
  /** The fields of the form, under the text. */
  body?: TemplateResult | typeof nothing;
  /** Takes what was filled in; false keeps the dialog open (something is wrong with the fields). */
  take: (form: HTMLFormElement) => boolean;
}

/** Asks before something happens, in words. The browser keeps the focus inside and gives it back; Escape leaves all as it was. */
export function askDialog(ask: Ask): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (!ask.take(form)) {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    form.closest("dialog")?.close();
    form.reset();
  };
  const cancel = (event: Event): void => (event.target as HTMLElement).closest("dialog")?.close();
  return html`<dialog class="w-dialog" id=${ask.id} aria-labelledby="${ask.id}-title" aria-describedby="${ask.id}-says">
    <form novalidate @submit=${submit}>
      <h2 id="${ask.id}-title" tabindex="-1" autofocus>${ask.heading}</h2>
      <div id="${ask.id}-says">${ask.says.map((sentence) => html`<p>${sentence}</p>`)}</div>
      ${ask.body ?? nothing}
      <div class="w-actions">
        <button
          type="submit"
          class="usa-button ${ask.danger ? "usa-button--secondary" : ""}"
          data-testid="${ask.id}-confirm"
        >
          ${ask.confirm}
        </button>
        <button type="button" class="usa-button usa-button--outline" @click=${cancel}>${t.cancel}</button>
      </div>
    </form>
  </dialog>`;
}

export const openDialog = (root: ParentNode, id: string): void =>
  root.querySelector<HTMLDialogElement>(`dialog#${CSS.escape(id)}`)?.showModal();

/** Marks a field of a dialog as wrong, or right again, and says why beside it. */
export function mark(form: HTMLFormElement, name: string, message: string | null): void {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLElement)) return;
  const said = form.querySelector<HTMLElement>(`[data-error-of="${name}"]`);
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  if (said) said.textContent = message ?? "";
}

/** A labelled text field of a dialog with the place for its error. */
export function dialogText(of: {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  rows?: number;
  testid?: string;
}): TemplateResult {
  const described = `${of.id}-${of.name}-hint ${of.id}-${of.name}-error`;
  const field = `${of.id}-${of.name}`;
  return html`<div class="w-dialog__field">
    <label class="usa-label" for=${field}>${of.label}</label>
    <span class="usa-hint" id="${field}-hint">${of.hint ?? ""}</span>
    <span class="usa-error-message" id="${field}-error" role="alert" data-error-of=${of.name}></span>
    ${(of.rows ?? 1) > 1
      ? html`<textarea
          class="usa-textarea"
          id=${field}
          name=${of.name}
          rows=${of.rows ?? 3}
          maxlength="2000"
          aria-describedby=${described}
          data-testid=${of.testid ?? field}
        ></textarea>`
      : html`<input
          class="usa-input"
          id=${field}
          name=${of.name}
          aria-describedby=${described}
          autocomplete="off"
          data-testid=${of.testid ?? field}
        />`}
  </div>`;
}
