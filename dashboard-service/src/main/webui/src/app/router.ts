import type { Page, Place } from "./view";

export interface Route {
  name: string;
  pattern: RegExp;
  tag: string;
  load: () => Promise<unknown>;
  open?: boolean;
}

/** Every page, each a part of its own that loads when it is first visited. */
export const ROUTES: readonly Route[] = [
  { name: "home", pattern: /^\/$/, tag: "weir-home", load: () => import("../pages/home/homePage") },
  { name: "now", pattern: /^\/now\/?$/, tag: "weir-now", load: () => import("../pages/now/nowPage") },
  { name: "speeds", pattern: /^\/speeds\/?$/, tag: "weir-speeds", load: () => import("../pages/speeds/speedsPage") },
  {
    name: "agreements",
    pattern: /^\/agreements\/?$/,
    tag: "weir-agreements",
    load: () => import("../pages/agreements/agreementsPage"),
  },
  {
    name: "agreements",
    pattern: /^\/agreements\/new\/?$/,
    tag: "weir-draft",
    load: () => import("../pages/draft/draftPage"),
  },
  {
    name: "agreements",
    pattern: /^\/agreements\/(?<id>[^/]+)\/edit\/?$/,
    tag: "weir-draft",
    load: () => import("../pages/draft/draftPage"),
  },
  {
    name: "agreements",
    pattern: /^\/agreements\/(?<id>[^/]+)\/?$/,
    tag: "weir-agreement",
    load: () => import("../pages/agreement/agreementPage"),
  },
  { name: "inbox", pattern: /^\/inbox\/?$/, tag: "weir-inbox", load: () => import("../pages/inbox/inboxPage") },
  { name: "ledger", pattern: /^\/ledger\/?$/, tag: "weir-ledger", load: () => import("../pages/ledger/ledgerPage") },
  { name: "agreements", pattern: /^\/boards\/?$/, tag: "weir-boards", load: () => import("../pages/boards/boardsPage") },
  {
    name: "agreements",
    pattern: /^\/emergency\/?$/,
    tag: "weir-emergency",
    load: () => import("../pages/emergency/emergencyPage"),
  },
  {
    name: "agreements",
    pattern: /^\/jurisdictions\/?$/,
    tag: "weir-jurisdictions",
    load: () => import("../pages/jurisdictions/jurisdictionsPage"),
  },
  {
    name: "register",
    pattern: /^\/register\/?$/,
    tag: "weir-register",
    load: () => import("../pages/register/registerPage"),
    open: true,
  },
  { name: "feeds", pattern: /^\/feeds\/?$/, tag: "weir-feeds", load: () => import("../pages/feeds/feedsPage") },
  {
    name: "feeds",
    pattern: /^\/feeds\/(?<id>[^/]+)\/?$/,
    tag: "weir-feed",
    load: () => import("../pages/feeds/feedPage"),
  },
  {
    name: "sign-in",
    pattern: /^\/sign-in\/?$/,
    tag: "weir-sign-in",
    load: () => import("../pages/sign-in/signInPage"),
    open: true,
  },
];

export const NOT_FOUND: Route = {
  name: "not-found",
  pattern: /.*/,
  tag: "weir-not-found",
  load: () => import("../pages/notFoundPage"),
  open: true,
};

/** The route of a path and what its pattern names, each decoded. */
export function match(path: string): { route: Route; params: Record<string, string> } {
  for (const route of ROUTES) {
    const found = route.pattern.exec(path);
    if (found) {
      const params = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decode(value)]);
      return { route, params: Object.fromEntries(params) as Record<string, string> };
    }
  }
  return { route: NOT_FOUND, params: {} };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A path of our own to go to after signing in: never another site's. */
export const ownPath = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : "/");

const CHANGED = "weir:location";

/** Goes to another view. */
export function go(to: string): void {
  history.pushState(null, "", to);
  window.dispatchEvent(new Event(CHANGED));
}

/** Notes a view's state in its URL; `step` makes it a step that Back undoes. */
export function note(search: string, step = false): void {
  const to = location.pathname + search;
  if (to === location.pathname + location.search) return;
  if (step) history.pushState(null, "", to);
  else history.replaceState(null, "", to);
  window.dispatchEvent(new Event(CHANGED));
}

/** Follows the address: calls at once and at each change. Plain clicks on links of our own do not load anew. */
export function follow(changed: () => void): void {
  window.addEventListener("popstate", changed);
  window.addEventListener(CHANGED, changed);
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
  changed();
}

export type { Page, Place };
