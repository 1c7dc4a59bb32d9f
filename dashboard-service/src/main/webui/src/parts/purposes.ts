import type { Purpose } from "../api/types";

/** The purposes as a tree in lines: broader ones first, those below them indented. */
export function purposeOptions(purposes: readonly Purpose[]): [string, string][] {
  const lines: [string, string][] = [];
  const grow = (broader: string | null, depth: number): void => {
    for (const each of purposes.filter((p) => (p.broader ?? null) === broader)) {
      lines.push([each.id, `${"\u2003".repeat(depth)}${each.title}`]);
      grow(each.id, depth + 1);
    }
  };
  grow(null, 0);
  // A purpose whose broader one is not in the list still stands.
  for (const each of purposes) if (!lines.some(([id]) => id === each.id)) lines.push([each.id, each.title]);
  return lines;
}

export const purposeTitle = (purposes: readonly Purpose[], id: string): string =>
  purposes.find((each) => each.id === id)?.title ?? id;
