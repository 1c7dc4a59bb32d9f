import { readdirSync } from "node:fs";
import { compile } from "sass";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../src/styles/", import.meta.url);

/** Our own stylesheets; the Web Design System's classes have names of their own. */
const SHEETS = readdirSync(FOLDER).filter((name) => name.endsWith(".scss") && name !== "index.scss" && !name.startsWith("uswds"));

/** The rules of a stylesheet outside of any `@media`: selectors and what is declared. */
function rules(css: string): { selectors: string[]; body: string }[] {
  const found: { selectors: string[]; body: string }[] = [];
  let depth = 0;
  let head = "";
  let body = "";
  for (const part of css.replace(/\/\*.*?\*\//gs, "").split(/([{}])/)) {
    if (part === "{") depth++;
    else if (part === "}" && --depth === 0) {
      if (!head.startsWith("@")) found.push({ selectors: head.split(",").map((each) => each.trim()), body });
      head = body = "";
    } else if (depth === 0) head = part.trim();
    else body += part;
  }
  return found;
}

const rulesOf = new Map(SHEETS.map((name) => [name, rules(compile(new URL(name, FOLDER).pathname).css)]));

describe("the stylesheets", () => {
  it("define each class in one of them, so that no two pages mean different things by it", () => {
    const owners = new Map<string, Set<string>>();
    for (const [name, all] of rulesOf)
      for (const selector of all.flatMap((rule) => rule.selectors))
        if (/^\.[\w-]+$/.test(selector)) owners.set(selector, (owners.get(selector) ?? new Set()).add(name));

    const shared = [...owners].filter(([, names]) => names.size > 1).map(([selector, names]) => `${selector}: ${[...names].join(", ")}`);

    expect(owners.size).toBeGreaterThan(100);
    expect(shared).toEqual([]);
  });
});
