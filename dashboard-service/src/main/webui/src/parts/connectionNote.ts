import { html, nothing, type TemplateResult } from "lit";
import type { Connection } from "../api/live";
import { hourMinute } from "../format/time";
import { problemAlert } from "./problem";
import { t } from "../texts";

/** How the stream's line stands, in words; nothing to say while it is open. */
export function connectionNote(connection: Connection, zone: string): TemplateResult {
  return html`<div aria-live="polite" class="w-connection" data-testid="connection" data-state=${connection.state}>
    ${connection.state === "lost"
      ? html`<div class="usa-alert usa-alert--warning usa-alert--slim">
          <div class="usa-alert__body">
            <p class="usa-alert__text">${t.connection.lost(hourMinute(connection.since / 1000, zone))}</p>
          </div>
        </div>`
      : nothing}
    ${connection.state === "refused" ? problemAlert(connection.problem) : nothing}
  </div>`;
}
