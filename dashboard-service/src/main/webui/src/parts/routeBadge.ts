import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Route } from "../api/types";
import { contrast, hex, rgb } from "../map/colour";

const WHITE = [1, 1, 1] as const;
const INK = [0.11, 0.11, 0.11] as const;

/** A route's short name in its own colours; the text's colour is ours where the schedule's cannot be read. */
export function routeBadge(route: Route | undefined, id: string | null): TemplateResult {
  const name = route?.shortName || route?.longName || id || "–";
  return html`<span class="w-badge" dir="auto" ${ref((element) => paint(element as HTMLElement | undefined, route))}
    >${name}</span
  >`;
}

/** Set by script and not by an attribute, which the content security policy would refuse. */
function paint(element: HTMLElement | undefined, route: Route | undefined): void {
  if (!element) return;
  const ground = rgb(route?.color);
  if (!ground) {
    element.style.removeProperty("background-color");
    element.style.removeProperty("color");
    return;
  }
  const told = rgb(route?.textColor);
  const best = contrast(ground, WHITE) >= contrast(ground, INK) ? WHITE : INK;
  element.style.backgroundColor = hex(ground);
  element.style.color = hex(told && contrast(ground, told) >= 4.5 ? told : best);
}
