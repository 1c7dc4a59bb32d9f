import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../texts";
import type { StepName } from "./validate";

/** The Web Design System's step indicator: where one is, what is done, what is to come. */
export function indicator(steps: readonly StepName[], now: StepName): TemplateResult {
  const at = steps.indexOf(now);
  return html`<div class="usa-step-indicator usa-step-indicator--counters" aria-label=${t.draft.progress} role="group">
    <ol class="usa-step-indicator__segments">
      ${steps.map(
        (each, i) =>
          html`<li
            class="usa-step-indicator__segment ${i < at ? "usa-step-indicator__segment--complete" : i === at ? "usa-step-indicator__segment--current" : ""}"
            aria-current=${i === at ? "step" : nothing}
          >
            <span class="usa-step-indicator__segment-label"
              >${t.draft.steps[each]}<span class="usa-sr-only"> ${i < at ? t.draft.stepDone : i > at ? t.draft.stepTodo : ""}</span></span
            >
          </li>`,
      )}
    </ol>
    <div class="usa-step-indicator__header">
      <h2 class="usa-step-indicator__heading" tabindex="-1" data-testid="step-heading">
        <span class="usa-step-indicator__heading-counter"
          ><span class="usa-sr-only">${t.draft.stepOf(at + 1, steps.length)}</span>
          <span class="usa-step-indicator__current-step" aria-hidden="true">${at + 1}</span>
          <span class="usa-step-indicator__total-steps" aria-hidden="true">/ ${steps.length}</span></span
        >
        <span class="usa-step-indicator__heading-text">${t.draft.steps[now]}</span>
      </h2>
    </div>
  </div>`;
}
