/** Calendar days `YYYY-MM-DD` in an agency's time zone, and the instants at which they begin. */

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: Date, zone: string): Record<string, number> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
}

/** How far the zone's clock is ahead of UTC at that moment, in milliseconds. */
function ahead(at: Date, zone: string): number {
  const p = parts(at, zone);
  return Date.UTC(p["year"]!, p["month"]! - 1, p["day"]!, p["hour"]!, p["minute"]!, p["second"]!) - Math.floor(at.getTime() / 1000) * 1000;
}

/** The instant at which a calendar day begins there. */
export function startOf(day: string, zone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const guess = utc - ahead(new Date(utc), zone);
  // Once more, for days on which the clock is changed.
  return iso(utc - ahead(new Date(guess), zone));
}

/** The calendar day of an instant there. */
export function dayAt(instant: string, zone: string): string {
  const p = parts(new Date(instant), zone);
  return [String(p["year"]).padStart(4, "0"), String(p["month"]).padStart(2, "0"), String(p["day"]).padStart(2, "0")].join("-");
}

export const plusDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

/** Whole seconds, as the agreements have them. */
const iso = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");
