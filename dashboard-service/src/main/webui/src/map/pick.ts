/** The nearest of some points to a click, within a reach; pixels. */
export function nearest<T>(
  items: Iterable<T>,
  at: { x: number; y: number },
  reach: number,
  project: (item: T) => { x: number; y: number },
): T | null {
  let best: T | null = null;
  let least = reach * reach;
  for (const item of items) {
    const p = project(item);
    const d = (p.x - at.x) ** 2 + (p.y - at.y) ** 2;
    if (d <= least) {
      least = d;
      best = item;
    }
  }
  return best;
}
