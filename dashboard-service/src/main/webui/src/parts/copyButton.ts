import { html, type TemplateResult } from "lit";
import { t } from "../texts";

/** Copies a text, and says so to the ear as well. */
export function copyButton(text: string, of: string): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const said = (event.currentTarget as HTMLElement).nextElementSibling as HTMLElement;
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = t.copy.done;
    } catch {
      said.textContent = t.copy.failed;
    }
    setTimeout(() => (said.textContent = ""), 4000);
  };
  return html`<span class="w-copy"
    ><button type="button" class="usa-button usa-button--unstyled" aria-label="${t.copy.button}: ${of}" @click=${copy}>
      ${t.copy.button}</button
    ><span class="w-copy__said" role="status"></span
  ></span>`;
}

/** A hash or key: in a fixed-width face, broken where it must be, copied by a button. */
export const copyable = (text: string, of: string): TemplateResult =>
  html`<code class="w-break">${text}</code> ${copyButton(text, of)}`;
