import { html, nothing, type TemplateResult } from "lit";
import type { Agreement } from "../../api/types";
import { agreementTag } from "../../parts/tags";
import { t } from "../../texts";

const line = (of: Agreement): TemplateResult =>
  html`<li>
    <a class="usa-link" dir="auto" href="/agreements/${encodeURIComponent(of.document.uid)}">${of.document.title}</a>
    <span class="w-fine">${of.document.tier ?? "DUL"}</span> ${agreementTag(of.state)}
  </li>`;

/** The agreement that bounds this one, and those that this one bounds. */
export function tiers(of: Agreement, all: readonly Agreement[]): TemplateResult | typeof nothing {
  const parent = of.document.inheritFrom;
  const found = all.find((each) => each.document.uid === parent);
  const children = all.filter((each) => each.document.inheritFrom === of.document.uid);
  if (!parent && children.length === 0) return nothing;
  return html`<section data-testid="tiers">
    <h2>${t.agreements.tiers}</h2>
    ${parent
      ? html`<h3>${t.agreements.parent}</h3>
          <ul class="w-lines">${found ? line(found) : html`<li><a class="usa-link" href="/agreements/${encodeURIComponent(parent)}">${parent}</a></li>`}</ul>`
      : nothing}
    ${children.length > 0
      ? html`<h3>${t.agreements.children}</h3>
          <ul class="w-lines">${children.map(line)}</ul>`
      : nothing}
  </section>`;
}
