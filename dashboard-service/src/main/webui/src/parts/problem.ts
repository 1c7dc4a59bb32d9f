import { html, nothing, type TemplateResult } from "lit";
import { ApiError, NO_ANSWER } from "../api/client";
import type { Problem } from "../api/types";
import { t } from "../texts";

/** What went wrong as a problem document, whatever was thrown. */
export const problemFrom = (error: unknown): Problem =>
  error instanceof ApiError
    ? error.problem
    : { ...NO_ANSWER, title: t.unexpected, code: "page-error", detail: String(error), remedy: t.unexpectedRemedy };

/** A problem document: what, exactly what, what to do, its code. */
export function problemAlert(problem: Problem, again?: () => void): TemplateResult {
  return html`<div class="usa-alert usa-alert--error" role="alert" data-testid="problem" data-code=${problem.code}>
    <div class="usa-alert__body">
      <h2 class="usa-alert__heading">${problem.title}</h2>
      ${problem.detail ? html`<p class="usa-alert__text">${problem.detail}</p>` : nothing}
      ${problem.remedy ? html`<p class="usa-alert__text"><strong>${t.whatToDo}</strong> ${problem.remedy}</p>` : nothing}
      <p class="usa-alert__text w-fine">
        ${t.code} <code>${problem.code}</code>
        ${problem.instance ? html`· ${t.instance} <code>${problem.instance}</code>` : nothing}
      </p>
      ${problem.code === "not-signed-in" && location.pathname !== "/sign-in"
        ? html`<p class="usa-alert__text">
            <a class="usa-link" href=${`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`}>${t.signIn.heading}</a>
          </p>`
        : nothing}
      ${again ? html`<button type="button" class="usa-button usa-button--outline" @click=${again}>${t.again}</button>` : nothing}
    </div>
  </div>`;
}
