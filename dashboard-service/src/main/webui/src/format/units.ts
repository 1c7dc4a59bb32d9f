export type SpeedUnit = "mph" | "km/h";

const PER_MPS: Record<SpeedUnit, number> = { mph: 3600 / 1609.344, "km/h": 3.6 };

/** The unit of an agency's streets: miles an hour in the Americas, unless the reader asks for another. */
export function speedUnit(timezone: string | null | undefined, asked: string | null = null): SpeedUnit {
  if (asked === "mph" || asked === "km/h") return asked;
  if (asked === "kmh") return "km/h";
  return timezone?.startsWith("America/") || timezone === "Pacific/Honolulu" ? "mph" : "km/h";
}

/** Metres a second in the reader's unit. */
export const inUnit = (mps: number, unit: SpeedUnit): number => mps * PER_MPS[unit];

/** One decimal, e.g. `8.4`; a dash where there is no figure. */
export function speed(mps: number | null | undefined, unit: SpeedUnit, digits = 1): string {
  return mps === null || mps === undefined || !Number.isFinite(mps) ? "–" : inUnit(mps, unit).toFixed(digits);
}

/** Length for people: feet and miles beside mph, metres and kilometres beside km/h. */
export function length(metres: number, unit: SpeedUnit): string {
  if (unit === "km/h") return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`;
  const feet = metres / 0.3048;
  return feet < 5280 * 0.5 ? `${(Math.round(feet / 10) * 10).toLocaleString("en-US")} ft` : `${(feet / 5280).toFixed(1)} mi`;
}

/** `12,345` */
export const count = (n: number | null | undefined): string =>
  n === null || n === undefined ? "–" : n.toLocaleString("en-US");

/** `1 bus`, `2 buses` */
export const counted = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`;

/** A share in whole percent, never rounded up to 100 nor down to 0. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return "–";
  const exact = (part / whole) * 100;
  if (exact > 99 && exact < 100) return "99%";
  if (exact > 0 && exact < 1) return "<1%";
  return `${Math.round(exact)}%`;
}
