import type { Theme } from "../app/theme";
import type { Rgb } from "./vehicleLayer";

/** Colours of the map's ground by theme; the style sheet's `--map-ground` is the same. */
export const GROUND: Record<Theme, string> = { light: "#eef1f4", dark: "#12181f" };

/** `#rrggbb` or `rrggbb` as three numbers 0 to 1, or null where it is neither. */
export function rgb(hex: string | null | undefined): Rgb | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(hex ?? "")?.[1];
  if (!digits) return null;
  const n = parseInt(digits, 16);
  return [((n >> 16) & 255) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
}

export const hex = ([r, g, b]: Rgb): string =>
  "#" + [r, g, b].map((v) => Math.round(v * 255).toString(16).padStart(2, "0")).join("");

/** Relative luminance after WCAG. */
export function luminance([r, g, b]: Rgb): number {
  const line = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b);
}

export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** A colour moved towards white or black until it stands out from a ground, so that a pale route is still seen. */
export function against(colour: Rgb, ground: Rgb, least = 3): Rgb {
  const goal = luminance(ground) > 0.4 ? 0 : 1;
  let result = colour;
  for (let step = 1; step <= 10 && contrast(result, ground) < least; step++) {
    const t = step / 10;
    result = [colour[0] + (goal - colour[0]) * t, colour[1] + (goal - colour[1]) * t, colour[2] + (goal - colour[2]) * t];
  }
  return result;
}
