import { html, nothing, type TemplateResult } from "lit";
import { t } from "../texts";
import type { Loaded } from "./load";
import { problemAlert } from "./problem";

/** A page around something that is loaded: busy, refused, or here. A head of plain text stands only until it is. */
export const loadedPage = <T>(
  loaded: Loaded<T>,
  again: () => void,
  body: (value: T) => TemplateResult,
  head: TemplateResult | string,
): TemplateResult => html`<div class="w-page" aria-busy=${loaded.busy ? "true" : "false"}>
  ${typeof head !== "string" ? head : loaded.value === null ? html`<h1>${head}</h1>` : nothing} ${loaded.problem ? problemAlert(loaded.problem, again) : nothing}
  ${loaded.value !== null ? body(loaded.value) : loaded.problem ? nothing : html`<p class="w-loading" role="status">${t.loading}</p>`}
</div>`;
