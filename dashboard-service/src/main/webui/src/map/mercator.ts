/** Web Mercator: the world as a unit square, x from west to east, y from north to south. */
export const mercatorX = (lon: number): number => (lon + 180) / 360;

export function mercatorY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

export const lonOf = (x: number): number => x * 360 - 180;
export const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** Metres on the ground for one unit of the square at that y. */
export const metresPerUnit = (y: number): number => 40_075_016.686 * Math.cos((latOf(y) * Math.PI) / 180);
