import { html, nothing, type TemplateResult } from "lit";
import { t } from "../texts";

const PARTS = [
  ["agreements", "/agreements"],
  ["boards", "/boards"],
  ["emergency", "/emergency"],
  ["jurisdictions", "/jurisdictions"],
  ["register", "/register"],
] as const;

/** The pages around agreements. */
export const agreementsNav = (current: (typeof PARTS)[number][0]): TemplateResult => html`<nav
  class="w-subnav"
  aria-label=${t.agreements.section}
>
  <ul>
    ${PARTS.map(
      ([name, path]) =>
        html`<li><a href=${path} aria-current=${name === current ? "page" : nothing}>${t.subnav[name]}</a></li>`,
    )}
  </ul>
</nav>`;
