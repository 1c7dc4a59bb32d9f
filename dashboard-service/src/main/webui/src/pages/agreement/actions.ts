import { html, nothing, type TemplateResult } from "lit";
import type { Agreement } from "../../api/types";
import { askDialog, dialogText, mark, openDialog } from "../../parts/dialog";
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
      ? html`<dl class="w-facts w-facts--long">${fact(t.commandFrame.hash, html`<code class="w-break">${of.proposed?.hash ?? of.hash}</code>`, true)}</dl>`
      : nothing}
    ${text.reason ? dialogText({ id: command, name: "reason", label: text.reason, hint: text.hint, rows: 3 }) : nothing}
    ${command === "certificate" ? dialogText({ id: command, name: "count", label: t.commandFrame.count, hint: t.commandFrame.countHint }) : nothing}`,
    take: (form) => take(command, form, deeds),
  });
}

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
  deeds.command(command, asks ? { reason } : {});
  return true;
}
