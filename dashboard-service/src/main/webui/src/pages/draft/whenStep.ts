import { html, nothing, type TemplateResult } from "lit";
import { textField } from "../../parts/field";
import { t } from "../../texts";
import type { Form } from "./form";

type Id = "starts" | "ends" | "sunset" | "reviewBy" | "retention" | "freshness" | "completeness";

/** From when, until when, how long it may be kept, what the agency promises. */
export function whenStep(form: Form): TemplateResult {
  const { draft: d, set } = form;
  const field = (id: Id, label: string, type: "date" | "number", hint?: string, required = false) =>
    textField({ id, label, type, hint, required, value: d[id], error: form.wrong.get(id), change: (value) => set({ [id]: value }) });
  return html`
    <p class="w-fine">${t.draft.zone(form.zone)}</p>
    ${d.emergency
      ? html`<div class="w-two">${field("sunset", t.draft.sunset, "date", t.draft.sunsetHint, true)} ${field("reviewBy", t.draft.reviewBy, "date")}</div>`
      : html`<div class="w-two">${field("starts", t.draft.starts, "date", t.draft.startsHint)} ${field("ends", t.draft.ends, "date", t.draft.endsHint)}</div>`}
    ${field("retention", t.draft.retention, "number", undefined, true)}
    ${d.tier === "MOU" || d.emergency
      ? nothing
      : html`<h3>${t.draft.service}</h3>
          <p class="usa-hint">${t.draft.promiseHint}</p>
          <div class="w-two">${field("freshness", t.draft.freshness, "number")} ${field("completeness", t.draft.completeness, "number")}</div>`}
  `;
}
