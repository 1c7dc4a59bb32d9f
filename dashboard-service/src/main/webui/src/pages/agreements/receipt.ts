import { html, nothing, type TemplateResult } from "lit";
import type { Receipt } from "../../api/types";
import { moment, zonedClock } from "../../format/time";
import { count } from "../../format/units";
import { t } from "../../texts";

/** What the enforcers confirmed: from when, by which epoch, and the last offset of every partition. */
export function receiptCard(receipt: Receipt, zone: string): TemplateResult {
  const revoked = receipt.state === "REVOKED";
  return html`<div class="usa-alert usa-alert--success" data-testid="receipt" data-epoch=${receipt.epoch}>
    <div class="usa-alert__body">
      <h2 class="usa-alert__heading">${revoked ? t.receipt.revoked : t.receipt.activated}</h2>
      <p class="usa-alert__text">${revoked ? t.receipt.revokedText : t.receipt.activatedText}</p>
      <dl class="w-facts w-facts--receipt">
        <div><dt>${t.receipt.epoch}</dt><dd>${receipt.epoch}</dd></div>
        ${receipt.revokedAt ? html`<div><dt>${t.receipt.decided}</dt><dd>${moment(receipt.revokedAt, zone)}</dd></div>` : nothing}
        <div><dt>${t.receipt.confirmed}</dt><dd>${zonedClock(receipt.confirmedAt, zone)}</dd></div>
        <div><dt>${t.receipt.enforcers}</dt><dd>${receipt.enforcers?.join(", ") || "–"}</dd></div>
        <div><dt>${t.receipt.topic}</dt><dd><code>${receipt.sharedTopic}</code></dd></div>
        <div class="w-facts__long">
          <dt>${t.receipt.offsets}</dt>
          <dd>
            ${Object.entries(receipt.endOffsets ?? {})
              .map(([partition, offset]) => t.receipt.offset(partition, count(offset)))
              .join(", ") || "–"}
          </dd>
        </div>
      </dl>
    </div>
  </div>`;
}
