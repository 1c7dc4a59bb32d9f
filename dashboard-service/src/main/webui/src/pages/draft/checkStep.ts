import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { consent } from "../../api/consent";
import type { AgreementDocument, Check, Effect, Explanation, Finding, Preview } from "../../api/types";
import { count } from "../../format/units";
import { fact } from "../../parts/facts";
import { Loaded } from "../../parts/load";
import { problemAlert } from "../../parts/problem";
import { wordTag } from "../../parts/tags";
import { t } from "../../texts";
import { effectView } from "../agreement/versions";
import { plainLanguage } from "../agreement/terms";
import { fieldsTable, samplesView } from "./previewTable";
import { stepOfClause, type StepName } from "./validate";

const RECORDS = 500;

/** What the document says, whether every rule is met, and what it would do to recent records. */
export class Checked {
  check: Loaded<Check>;
  preview: Loaded<Preview>;
  explanation: Loaded<Explanation>;
  effect: Loaded<Effect>;

  constructor(host: Pick<ReactiveControllerHost, "requestUpdate">) {
    this.check = new Loaded(host);
    this.preview = new Loaded(host);
    this.explanation = new Loaded(host);
    this.effect = new Loaded(host);
  }

  /** Asks for all of it; `before` is the version in force, where the draft amends one. */
  run(document: AgreementDocument, before: AgreementDocument | null): void {
    void this.check.run(() => consent.check(document));
    this.explanation.value = null;
    if (!document.target) return;
    void this.preview.run(() => consent.preview(document, RECORDS));
    if (before?.target) void this.effect.run(() => consent.effect(before, document, RECORDS));
  }

  explain(document: AgreementDocument): void {
    void this.explanation.run(() => consent.explain(document));
  }
}

export function checkStep(of: {
  checked: Checked;
  document: AgreementDocument;
  go: (step: StepName) => void;
}): TemplateResult {
  const { check, preview, explanation, effect } = of.checked;
  return html`<div aria-live="polite" aria-busy=${check.busy || preview.busy ? "true" : "false"}>
    ${check.busy ? busy(t.draft.checking) : nothing} ${check.problem ? problemAlert(check.problem) : nothing}
    ${check.value ? html`${findings(check.value.findings, of.go)} ${plainLanguage(check.value.plainLanguage)}` : nothing}
    ${of.document.target
      ? html`<h3>${t.draft.preview}</h3>
          ${preview.busy ? busy(t.draft.previewing) : nothing} ${preview.problem ? problemAlert(preview.problem) : nothing}
          ${preview.value ? previewView(preview.value) : nothing}
          ${effect.value ? html`<h3>${t.draft.differs}</h3>${effectView({ ...effect.value, fields: [] })}` : nothing}
          <p>
            <button type="button" class="usa-button usa-button--outline" data-testid="explain" ?disabled=${explanation.busy} @click=${() => of.checked.explain(of.document)}>
              ${t.draft.explain}
            </button>
          </p>
          ${explanation.busy ? busy(t.draft.explaining) : nothing} ${explanation.problem ? problemAlert(explanation.problem) : nothing}
          ${explanation.value ? explanationView(explanation.value) : nothing}`
      : html`<p class="w-empty">${t.draft.previewMou}</p>`}
  </div>`;
}

const busy = (text: string): TemplateResult =>
  html`<div class="w-loading" role="status"><p>${text}</p><progress class="w-progress" aria-label=${text}></progress></div>`;

/** What is not met: the clause, what is wrong, what to do, and the way to the step that asks for it. */
function findings(all: readonly Finding[], go: (step: StepName) => void): TemplateResult {
  if (all.length === 0) {
    return html`<div class="usa-alert usa-alert--success usa-alert--slim" data-testid="no-findings">
      <div class="usa-alert__body"><p class="usa-alert__text">${t.draft.noFindings}</p></div>
    </div>`;
  }
  return html`<div class="usa-alert usa-alert--error" data-testid="findings">
    <div class="usa-alert__body">
      <h3 class="usa-alert__heading">${t.draft.findings(all.length)}</h3>
      <ul class="w-findings">
        ${all.map((each) => {
          const step = stepOfClause(each.clause);
          return html`<li data-code=${each.code}>
            <p dir="auto">${each.detail} ${each.remedy ? html`<strong>${t.whatToDo}</strong> ${each.remedy}` : nothing}</p>
            <p class="w-fine">${each.clause ? html`${t.draft.clause} <code>${each.clause}</code> · ` : nothing}${t.code} <code>${each.code}</code></p>
            <button type="button" class="usa-button usa-button--unstyled" @click=${() => go(step)}>${t.draft.goTo(t.draft.steps[step])}</button>
          </li>`;
        })}
      </ul>
    </div>
  </div>`;
}

function previewView(of: Preview): TemplateResult {
  const withheld = Object.entries(of.withheld ?? {});
  return html`<div data-testid="preview" data-replayed=${of.replayed} data-shared=${of.shared}>
    ${of.replayed === 0 ? html`<p class="w-empty">${t.draft.previewNone}</p>` : nothing}
    <dl class="w-summary w-card">
      <div><dt>${t.draft.replayed}</dt><dd>${count(of.replayed)}</dd></div>
      <div><dt>${t.draft.wouldShare}</dt><dd>${count(of.shared)}</dd></div>
      <div><dt>${t.draft.wouldWithhold}</dt><dd>${count(withheld.reduce((sum, [, n]) => sum + n, 0))}</dd></div>
      <div><dt>${t.draft.wouldQuarantine}</dt><dd>${count(of.quarantined)}</dd></div>
    </dl>
    ${withheld.length > 0
      ? html`<ul>${withheld.map(([reason, n]) => html`<li>${count(n)}: ${t.reasons[reason] ?? reason}</li>`)}</ul>`
      : nothing}
    ${(of.notes ?? []).map((note) => html`<p class="w-fine" dir="auto">${note}</p>`)} ${fieldsTable(of.fields)}
    ${of.samples.length > 0 ? samplesView(of.samples) : nothing}
  </div>`;
}

const explanationView = (of: Explanation): TemplateResult => html`<div class="w-card" data-testid="explanation">
  <ol class="w-steps">
    ${of.steps.map((each) => html`<li>${wordTag(/withh|quarant|stop|fail/i.test(each.outcome) ? "bad" : "good", each.outcome)} <span dir="auto">${each.sentence}</span></li>`)}
  </ol>
  <dl class="w-facts w-facts--long">
    ${fact(t.draft.columns.before, html`<pre tabindex="0" aria-label=${t.draft.columns.before}>${JSON.stringify(of.before, null, 2)}</pre>`, true)}
    ${fact(t.draft.columns.after, html`<pre tabindex="0" aria-label=${t.draft.columns.after}>${of.after ? JSON.stringify(of.after, null, 2) : t.draft.nothing}</pre>`, true)}
  </dl>
</div>`;
