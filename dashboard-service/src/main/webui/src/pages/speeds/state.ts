import { day, number, numbers, text, urlState } from "../../app/urlState";
import type { SpeedRoutes, Standing } from "../../api/types";

export const speedsState = urlState({
  feed: text(),
  route: text(),
  direction: number(0, 0, 9),
  from: day(),
  to: day(),
  hours: numbers(0, 30),
  unit: text(),
  segment: text(),
});

export type SpeedsState = ReturnType<typeof speedsState.read>;

export interface Choice {
  route: string;
  direction: number;
  from: string;
  to: string;
}

/** The agreement whose end leaves nothing to show of a feed. */
export const endedAgreement = (standing: Standing | undefined): string | null =>
  standing?.flow === "ended" ? (standing.agreement?.document.uid ?? null) : null;

/** The newest date with data, unless the URL says otherwise; dates in the wrong order are turned round. */
export function dates(state: SpeedsState, known: SpeedRoutes): { from: string; to: string } | null {
  const newest = known.dates.reduce((a, b) => (a > b ? a : b), "");
  const from = state.from ?? state.to ?? newest;
  const to = state.to ?? state.from ?? newest;
  if (!from || !to) return null;
  return from <= to ? { from, to } : { from: to, to: from };
}

/** What the URL asks for; what it leaves open is the route and direction with most data. */
export function choice(state: SpeedsState, known: SpeedRoutes, span: { from: string; to: string }): Choice | null {
  const most = [...known.routes]
    .filter((each) => state.route === null || each.route === state.route)
    .filter((each) => state.direction === null || each.direction === state.direction)
    .sort((a, b) => b.n - a.n)[0];
  const route = state.route ?? most?.route;
  if (!route) return null;
  return { route, direction: state.direction ?? most?.direction ?? 0, ...span };
}
