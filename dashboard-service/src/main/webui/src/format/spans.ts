import { counted } from "./units";

const DAY = 86_400;

/** How long, as people say it: `4 minutes`, `3 hours`, `12 days`, `7 months`, `1 year 3 months`. */
export function span(seconds: number): string {
  const s = Math.max(0, seconds);
  if (s < 60) return "less than a minute";
  if (s < 3600) return counted(Math.floor(s / 60), "minute", "minutes");
  if (s < 2 * DAY) return counted(Math.floor(s / 3600), "hour", "hours");
  if (s < 60 * DAY) return counted(Math.floor(s / DAY), "day", "days");
  const months = Math.floor(s / DAY / 30.44);
  if (months < 12) return counted(months, "month", "months");
  const rest = months % 12;
  return counted(Math.floor(months / 12), "year", "years") + (rest === 0 ? "" : ` ${counted(rest, "month", "months")}`);
}

/** How near a deadline is. */
export type Nearness = "overdue" | "soon" | "far";

/** At most this many days ahead, a deadline is near enough to be marked. */
export const SOON_DAYS = 3;

export interface Due {
  nearness: Nearness;
  words: string;
}

/** `due in 5 days`, `due within the hour`, `overdue by 2 days`; `now` in milliseconds since 1970. */
export function due(deadline: string, now: number): Due {
  const seconds = (Date.parse(deadline) - now) / 1000;
  if (seconds < 0) return { nearness: "overdue", words: `overdue by ${span(-seconds)}` };
  if (seconds < 3600) return { nearness: "soon", words: "due within the hour" };
  return { nearness: seconds <= SOON_DAYS * DAY ? "soon" : "far", words: `due in ${span(seconds)}` };
}
