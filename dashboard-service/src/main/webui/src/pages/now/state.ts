import { number, oneOf, text, urlState } from "../../app/urlState";

export const SORTS = ["route", "direction", "seen", "state", "speed"] as const;
export type Sort = (typeof SORTS)[number];

export const nowState = urlState({
  feed: text(),
  route: text(),
  direction: number(0, 0, 9),
  state: oneOf(["all", "fresh", "stale"] as const, "all"),
  vehicle: text(),
  sort: oneOf(SORTS, "route"),
  order: oneOf(["up", "down"] as const, "up"),
  unit: text(),
  z: number(2, 0, 24),
  lat: number(5, -90, 90),
  lng: number(5, -180, 180),
});

export type NowState = ReturnType<typeof nowState.read>;
