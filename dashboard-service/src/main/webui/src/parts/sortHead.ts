import { html, type TemplateResult } from "lit";

/** A column's head that sorts by it. */
export const sortHead = (
  label: string,
  order: "up" | "down" | null,
  sort: () => void,
  numeric = false,
): TemplateResult => html`<th
  scope="col"
  class=${numeric ? "w-number" : ""}
  aria-sort=${order === "up" ? "ascending" : order === "down" ? "descending" : "none"}
>
  <button type="button" class="w-sort" @click=${sort}>
    ${label}<span class="w-sort__mark" aria-hidden="true">${order === "up" ? "▲" : order === "down" ? "▼" : "↕"}</span>
  </button>
</th>`;
