const LOCALE = "en-US";
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALE, { timeZone: zone, hourCycle: "h23", ...options });
    formats.set(key, found);
  }
  return found;
}

/** An instant as seconds since 1970, milliseconds' Date or ISO text. */
export type Instant = number | string | Date;

const date = (at: Instant): Date =>
  at instanceof Date ? at : new Date(typeof at === "number" ? at * 1000 : at);

/** `14:03:05` on the agency's clock. */
export const clock = (at: Instant, zone: string): string =>
  format(zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(date(at));

/** `14:03` */
export const hourMinute = (at: Instant, zone: string): string =>
  format(zone, { hour: "2-digit", minute: "2-digit" }).format(date(at));

/** The zone's short name at that moment, e.g. `EST`, `EDT`, `GMT+1`. */
export function zoneName(at: Instant, zone: string): string {
  const parts = format(zone, { timeZoneName: "short", hour: "2-digit" }).formatToParts(date(at));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** `14:03:05 EST` */
export const zonedClock = (at: Instant, zone: string): string => `${clock(at, zone)} ${zoneName(at, zone)}`;

/** `Nov 22, 2026` */
export const dayOf = (at: Instant, zone: string): string =>
  format(zone, { year: "numeric", month: "short", day: "numeric" }).format(date(at));

/** The last day before an end: what ends at midnight is over with the day before, as it was typed. */
export const lastDayOf = (end: Instant, zone: string): string => dayOf(new Date(date(end).getTime() - 1), zone);

/** `Nov 22, 2026, 14:03 EST` */
export const moment = (at: Instant, zone: string): string =>
  `${dayOf(at, zone)}, ${hourMinute(at, zone)} ${zoneName(at, zone)}`;

/** `at the end of Nov 22, 2026` for an end at midnight, `on Nov 22, 2026, 14:03 EST` for any other. */
export const endOf = (end: Instant, zone: string): string =>
  clock(end, zone) === "00:00:00" ? `at the end of ${lastDayOf(end, zone)}` : `on ${moment(end, zone)}`;

/** A calendar day `2026-11-22` as `Sunday, Nov 22, 2026`. */
export const calendarDay = (day: string): string =>
  format("UTC", { weekday: "long", year: "numeric", month: "short", day: "numeric" }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** How long, roughly, in words: `3 s`, `4 min`, `2 h 5 min`, `3 days`. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 90) return `${s} s`;
  const minutes = Math.round(s / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** `7–8` for hour 7; an hour of a service day may pass 24. */
export const hourRange = (hour: number): string => `${hour}–${hour + 1}`;

/** The browser's own zone, for what concerns the reader alone. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
