import { html, type TemplateResult } from "lit";
import { t } from "../../texts";

/** Asks for the reason and the confirmation; Escape and Cancel leave all as it was. */
export function revokeDialog(title: string, revoke: (reason: string) => void): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem("reason") as HTMLTextAreaElement;
    const reason = field.value.trim();
    if (!reason) {
      field.focus();
      return;
    }
    form.closest("dialog")?.close();
    form.reset();
    revoke(reason);
  };
  const cancel = (event: Event): void => (event.target as HTMLElement).closest("dialog")?.close();
  return html`<dialog class="w-dialog" aria-labelledby="revoke-title">
    <form @submit=${submit}>
      <h2 id="revoke-title">${t.revoke.heading}</h2>
      <p>${t.revoke.text(title)}</p>
      <label class="usa-label" for="reason">${t.revoke.reason}</label>
      <span class="usa-hint" id="reason-hint">${t.revoke.hint}</span>
      <textarea
        class="usa-textarea"
        id="reason"
        name="reason"
        rows="3"
        required
        maxlength="2000"
        aria-describedby="reason-hint"
        data-testid="revoke-reason"
      ></textarea>
      <div class="w-actions">
        <button type="submit" class="usa-button usa-button--secondary" data-testid="revoke-confirm">${t.revoke.confirm}</button>
        <button type="button" class="usa-button usa-button--outline" @click=${cancel}>${t.cancel}</button>
      </div>
    </form>
  </dialog>`;
}
