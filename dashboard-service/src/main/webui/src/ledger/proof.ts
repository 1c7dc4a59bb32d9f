import { bytesOf, hexOf, utf8 } from "./bytes";
import { leafHash } from "./merkle";
import type { Leaf } from "../api/types";

/** The hashes of a proof, whatever the member that holds them is called. */
export function hashesOf(answer: unknown): Uint8Array[] {
  const of = answer as Record<string, unknown>;
  const list = Array.isArray(answer) ? answer : [of?.["hashes"], of?.["proof"], of?.["path"]].find(Array.isArray);
  return ((list ?? []) as string[]).map(bytesOf);
}

/** The hash of a leaf from its own bytes; null where the bytes were not told exactly. */
export async function ownHash(leaf: Leaf): Promise<Uint8Array | null> {
  const told = hexOf(bytesOf(leaf.hash));
  const texts = typeof leaf.entry === "string" ? [leaf.entry] : [JSON.stringify(leaf.entry)];
  for (const text of texts) {
    const hash = await leafHash(utf8(text));
    if (typeof leaf.entry === "string" || hexOf(hash) === told) return hash;
  }
  return null;
}

/** An entry as people read it. */
export function readable(entry: unknown): string {
  try {
    return JSON.stringify(typeof entry === "string" ? JSON.parse(entry) : entry, null, 2);
  } catch {
    return String(entry);
  }
}
