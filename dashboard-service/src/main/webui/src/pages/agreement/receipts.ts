import { html, nothing, type TemplateResult } from "lit";
import type { SignedReceipt } from "../../api/types";
import { download } from "../../format/csv";
import { moment, zonedClock } from "../../format/time";
import { count } from "../../format/units";
import { copyable } from "../../parts/copyButton";
import { fact } from "../../parts/facts";
import { t } from "../../texts";

const RUNS = new Set(["ACTIVE", "FINALIZED"]);

const offsets = (of: Record<string, number>): string =>
  Object.entries(of)
    .map(([partition, offset]) => t.receipt.offset(partition, count(offset)))
    .join(", ") || "–";

const keep = (signed: SignedReceipt): void =>
  download(
    `receipt-${signed.receipt.agreement}-${signed.receipt.epoch}.json`,
    `${JSON.stringify(signed, null, 2)}\n`,
    "application/json",
  );

function body(signed: SignedReceipt, zone: string): TemplateResult {
  const of = signed.receipt;
  return html`<dl class="w-facts w-facts--receipt">
      ${fact(t.receipt.epoch, of.epoch)} ${fact(t.receipt.decided, of.changedAt ? moment(of.changedAt, zone) : null)}
      ${fact(t.receipt.confirmedAt, zonedClock(of.confirmedAt, zone))}
      ${fact(t.receipt.enforcers, of.enforcers?.join(", ") || "–")}
      ${fact(t.receipt.fenced, of.fenced?.join(", "))}
      ${(of.shared ?? []).map((each) => html`${fact(t.receipt.topic, html`<code>${each.topic}</code>`, true)} ${fact(t.receipt.offsets, offsets(each.endOffsets), true)}`)}
      ${fact(t.receipt.key, html`<code>${signed.keyId}</code>`)}
      ${fact(t.signature.value, copyable(signed.signature, t.signature.value), true)}
    </dl>
    <button type="button" class="usa-button usa-button--outline" @click=${() => keep(signed)}>${t.receipt.download}</button>`;
}

/** What the enforcers confirmed: from when, by which epoch, and the last offset of every partition. */
export function receiptCard(signed: SignedReceipt, zone: string): TemplateResult {
  const of = signed.receipt;
  const meaning = RUNS.has(of.state) ? t.receipt.runs : of.state === "SUSPENDED" ? t.receipt.rests : t.receipt.ended;
  return html`<div class="usa-alert usa-alert--success" data-testid="receipt" data-epoch=${of.epoch}>
    <div class="usa-alert__body">
      <h2 class="usa-alert__heading">${t.receipt.confirmed(t.states[of.state] ?? of.state)}</h2>
      <p class="usa-alert__text">${meaning}</p>
      ${body(signed, zone)}
    </div>
  </div>`;
}

/** Every receipt that was issued, the newest first. */
export function receipts(all: readonly SignedReceipt[], zone: string): TemplateResult {
  return html`<section>
    <h2>${t.receipt.heading} ${all.length > 0 ? html`<span class="w-count">${all.length}</span>` : nothing}</h2>
    ${all.length === 0
      ? html`<p class="w-empty">${t.receipt.none}</p>`
      : [...all].reverse().map(
          (each) => html`<details class="w-details" data-testid="kept-receipt">
            <summary>${t.receipt.ofAt(t.states[each.receipt.state] ?? each.receipt.state, moment(each.receipt.confirmedAt, zone))}</summary>
            ${body(each, zone)}
          </details>`,
        )}
  </section>`;
}
