import { html, nothing, type TemplateResult } from "lit";
import type { Agreement } from "../../api/types";
import { moment } from "../../format/time";
import { t } from "../../texts";
import type { Deeds } from "./deeds";
import { textForm } from "./review";

/** What both sides and the board said about it. */
export function comments(of: Agreement, deeds: Deeds, zone: string): TemplateResult | typeof nothing {
  const all = of.comments ?? [];
  const may = of.commands?.includes("comment") ?? false;
  if (all.length === 0 && !may) return nothing;
  return html`<section>
    <h2>${t.comments.heading} ${all.length > 0 ? html`<span class="w-count">${all.length}</span>` : nothing}</h2>
    ${all.length === 0
      ? html`<p class="w-empty">${t.comments.none}</p>`
      : html`<ul class="w-notes">
          ${all.map(
            (each) => html`<li data-testid="comment">
              <p dir="auto" class="w-pre">${each.text}</p>
              <p class="w-fine"><span dir="auto">${each.by}</span>${each.side ? ` (${t.comments.of[each.side] ?? each.side})` : ""}, ${moment(each.at, zone)}</p>
            </li>`,
          )}
        </ul>`}
    ${may
      ? textForm({ id: "comment", label: t.comments.label, hint: t.comments.hint, button: t.comments.send, busy: deeds.busy, send: (text) => deeds.comment(text) })
      : nothing}
  </section>`;
}
