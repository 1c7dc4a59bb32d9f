import { inUnit, type SpeedUnit } from "../format/units";

/** Upper bounds of the speed classes; the last class is open. The same on every page, so that maps compare. */
export const BOUNDS: Record<SpeedUnit, readonly number[]> = {
  mph: [4, 6, 8, 10, 13, 17],
  "km/h": [6, 10, 13, 16, 21, 27],
};

export const CLASSES = 7;

/**
 * Seven steps of one sequence from slow to fast, purple over red to yellow, told apart by lightness and so by every eye.
 * Each theme has the same hues in the same order, so that two colleagues' pictures say the same; each colour stands out
 * from the ground of its theme by 3:1. `tokens.scss` has the same for tables, with the ink upon each.
 */
export const COLOURS = {
  light: ["#350d3f", "#650e4b", "#8e1441", "#a62c23", "#b6410f", "#b65d05", "#ad8004"],
  dark: ["#9f45b6", "#c1449b", "#d75e8a", "#eb7971", "#f49972", "#f8bb7e", "#fcdd87"],
} as const;

export const TOO_FEW = { light: "#8d9297", dark: "#71767a" } as const;

/** The class of a speed, 0 the slowest; null where there is no figure. */
export function speedClass(mps: number | null | undefined, unit: SpeedUnit): number | null {
  if (mps === null || mps === undefined || !Number.isFinite(mps)) return null;
  const value = inUnit(mps, unit);
  const found = BOUNDS[unit].findIndex((bound) => value < bound);
  return found < 0 ? CLASSES - 1 : found;
}

/** The words of the legend, e.g. `under 4`, `4–6`, `17 and more`. */
export function classLabels(unit: SpeedUnit): string[] {
  const bounds = BOUNDS[unit];
  return [
    `under ${bounds[0]}`,
    ...bounds.slice(1).map((bound, i) => `${bounds[i]}–${bound}`),
    `${bounds[bounds.length - 1]} and more`,
  ];
}

/** Line width in pixels by the number of observations: a hundredfold n is about thrice as wide. */
export const lineWidth = (n: number): number => Math.min(9, 2.5 + 1.6 * Math.log10(Math.max(1, n)));
