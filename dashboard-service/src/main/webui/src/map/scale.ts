import { inUnit, type SpeedUnit } from "../format/units";

/** Upper bounds of the speed classes; the last class is open. The same on every page, so that maps compare. */
export const BOUNDS: Record<SpeedUnit, readonly number[]> = {
  mph: [4, 6, 8, 10, 13, 17],
  "km/h": [6, 10, 13, 16, 21, 27],
};

export const CLASSES = 7;

/**
 * Seven steps of one sequence from slow to fast, told apart by lightness and so by every eye. The slow end stands out
 * most from the ground of its theme.
 */
export const COLOURS = {
  light: ["#4c0c3f", "#7d1452", "#b0235a", "#cb3b4c", "#ee7d45", "#f6ac55", "#fbd77f"],
  dark: ["#fff3b8", "#fbcf74", "#f7a552", "#ea7f50", "#d95c5f", "#b94c85", "#8a4f9e"],
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
