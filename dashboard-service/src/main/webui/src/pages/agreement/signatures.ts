import { html, type TemplateResult } from "lit";
import type { Agreement } from "../../api/types";
import { moment } from "../../format/time";
import { copyable } from "../../parts/copyButton";
import { fact } from "../../parts/facts";
import { t } from "../../texts";

const nobody = ({ document: d }: Agreement): string =>
  d.emergency ? t.signature.byOfficers : d.presumption ? t.signature.byLaw : t.signature.none;

/** Who signed which hash with which key. */
export function signatures(of: Agreement, zone: string): TemplateResult {
  const signed = of.signatures ?? [];
  return html`<section>
    <h2>${t.signature.heading}</h2>
    <p class="w-fine">${t.signature.how}</p>
    <dl class="w-facts w-facts--long w-card">${fact(t.signature.hash, copyable(of.proposed?.hash ?? of.hash, t.signature.hash), true)}</dl>
    ${signed.length === 0
      ? html`<p class="w-empty">${nobody(of)}</p>`
      : html`<ul class="w-cards w-cards--wide">
          ${signed.map(
            (each) =>
              html`<li class="w-card" data-testid="signature" data-party=${each.party}>
                <h3>${t.signature.of[each.party] ?? each.party}</h3>
                <p dir="auto">${each.by}, ${moment(each.at, zone)}</p>
                <dl class="w-facts w-facts--long">
                  ${fact(t.signature.key, html`<code>${each.keyId}</code>`)}
                  ${fact(t.signature.value, copyable(each.signature, t.signature.value))}
                </dl>
              </li>`,
          )}
        </ul>`}
  </section>`;
}
