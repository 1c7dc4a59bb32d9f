import { html, nothing, type TemplateResult } from "lit";
import type { Agreement } from "../../api/types";
import { askDialog, dialogText, mark, openDialog } from "../../parts/dialog";
import { copyable } from "../../parts/copyButton";
import { fact } from "../../parts/facts";
import { t } from "../../texts";
import type { Deeds } from "./deeds";

/** What has a form of its own on the page, or is written on the draft's pages. */
const ELSEWHERE = new Set(["vote", "minutes", "comment"]);
const WRITTEN = ["redraft", "amend"] as const;

/** The commands in the order they are offered: what moves things on first, what ends them last. */
const ORDER = [
  ...["accept", "sign", "confirm-emergency", "certificate", "close", "offer", "request", "resume"],
  ...["rotate-keys", "suspend", "refuse", "withdraw", "terminate", "revoke"],
];

/** What the reader may do now; each asks before it does it. */
export function actions(of: Agreement, deeds: Deeds, root: () => ParentNode): TemplateResult {
  const may = (of.commands ?? []).filter((each) => !ELSEWHERE.has(each));
  const doing = ORDER.filter((each) => may.includes(each));
  const writing = WRITTEN.filter((each) => may.includes(each));
  const counter = (may.includes("offer") || may.includes("request")) && !may.includes("redraft");
  const edit = (as: string, label: string): TemplateResult =>
    html`<a class="usa-button usa-button--outline" data-testid="edit-${as}" href="/agreements/${encodeURIComponent(of.document.uid)}/edit?as=${as}">${label}</a>`;
  if (doing.length + writing.length === 0) return (of.commands ?? []).includes("vote") ? html`` : html`<p class="w-fine">${t.agreements.nowNothing}</p>`;
  return html`<div class="w-actions" data-testid="actions">
      ${doing.map((each, i) => button(each, i === 0, deeds, root))}
      ${counter ? edit("counter", t.commandFrame.counter) : nothing}
      ${writing.map((each) => edit(each, of.document.emergency && each === "amend" ? t.commandFrame.regular : t.commandFrame[each]))}
    </div>
    ${doing.map((each) => dialog(each, of, deeds))}`;
}

function button(command: string, first: boolean, deeds: Deeds, root: () => ParentNode): TemplateResult {
  const text = t.commands[command]!;
  const kind = text.danger ? "usa-button--secondary" : first && command !== "rotate-keys" ? "" : "usa-button--outline";
  return html`<button
    type="button"
    class="usa-button ${kind}"
    data-testid=${command}
    ?disabled=${deeds.busy}
    @click=${() => openDialog(root(), command)}
  >
    ${text.button}
  </button>`;
}

function dialog(command: string, of: Agreement, deeds: Deeds): TemplateResult {
  const text = t.commands[command]!;
  return askDialog({
    id: command,
    heading: text.heading,
    says: text.says((of.proposed?.document ?? of.document).title),
    confirm: text.confirm,
    ...(text.danger ? { danger: true } : {}),
    body: html`${command === "sign"
      ? signing(of)
      : nothing}
    ${text.reason ? dialogText({ id: command, name: "reason", label: text.reason, hint: text.hint, rows: 3 }) : nothing}
    ${command === "certificate" ? dialogText({ id: command, name: "count", label: t.commandFrame.count, hint: t.commandFrame.countHint }) : nothing}`,
    take: (form) => take(command, form, deeds),
  });
}

/** The hash to be signed, and for those who keep their key themselves the place for a signature made outside. */
const signing = (of: Agreement): TemplateResult => html`<dl class="w-facts w-facts--long">
    ${fact(t.commandFrame.hash, copyable(of.proposed?.hash ?? of.hash, t.commandFrame.hash), true)}
  </dl>
  <details class="w-details">
    <summary>${t.commandFrame.outside}</summary>
    ${dialogText({ id: "sign", name: "keyId", label: t.commandFrame.keyId })}
    ${dialogText({ id: "sign", name: "signature", label: t.commandFrame.signature, hint: t.commandFrame.signatureHint, rows: 2 })}
  </details>`;

/** Reads the dialog's fields and does it; false where a field is wrong. */
function take(command: string, form: HTMLFormElement, deeds: Deeds): boolean {
  const value = (name: string): string => ((form.elements.namedItem(name) as HTMLInputElement | null)?.value ?? "").trim();
  const asks = t.commands[command]?.reason !== undefined;
  const reason = value("reason");
  if (asks) mark(form, "reason", reason ? null : t.commandFrame.missing);
  if (command === "certificate") {
    const count = Number(value("count"));
    const right = value("count") !== "" && Number.isInteger(count) && count >= 0;
    mark(form, "count", right ? null : t.commandFrame.countWrong);
    if (!right || !reason) return false;
    deeds.command(command, { destroyed: { records: count }, note: reason });
    return true;
  }
  if (asks && !reason) return false;
  if (command === "sign" && (value("keyId") || value("signature"))) {
    for (const name of ["keyId", "signature"]) mark(form, name, value(name) ? null : t.commandFrame.bothOrNone);
    if (!value("keyId") || !value("signature")) return false;
    deeds.command(command, { keyId: value("keyId"), signature: value("signature") });
    return true;
  }
  deeds.command(command, asks ? { reason } : {});
  return true;
}
