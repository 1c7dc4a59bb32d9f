import { day, number, numbers, text, urlState } from "../../app/urlState";
import type { Segment, SpeedRoutes, Standing } from "../../api/types";

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

/** The newest date with figures, if there is one. */
export const newestDay = (unasked: SpeedRoutes): string => (unasked.dates.length > 0 ? unasked.to : "");

/**
 * The newest date with figures, unless the URL says otherwise; dates in the wrong order are turned round.
 *
 * @param unasked what the API tells where no date is asked for
 */
export function dates(state: SpeedsState, unasked: SpeedRoutes): { from: string; to: string } | null {
  const newest = newestDay(unasked);
  const from = state.from ?? state.to ?? newest;
  const to = state.to ?? state.from ?? newest;
  if (!from || !to) return null;
  return from <= to ? { from, to } : { from: to, to: from };
}

/**
 * A day to offer beside what is shown: the newest with figures where what is shown has none (`empty`), or one that began
 * since the day that was opened unasked (`begun`).
 */
export function otherDay(
  state: SpeedsState,
  unasked: SpeedRoutes,
  shown: { from: string; to: string; segments: readonly Segment[] },
): { day: string; why: "empty" | "begun" } | null {
  const newest = newestDay(unasked);
  const told = shown.segments.some((segment) => !segment.all.tooFew);
  if (!told) return newest < shown.from || newest > shown.to ? { day: newest, why: "empty" } : null;
  const latest = unasked.dates.reduce((a, b) => (a > b ? a : b), "");
  return state.from === null && state.to === null && latest > shown.to ? { day: latest, why: "begun" } : null;
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
