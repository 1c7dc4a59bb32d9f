import type { Checkpoint } from "../api/types";
import { bytesOf, same, utf8 } from "./bytes";

/** Bytes before the signature in a note's line: the key's id (C2SP signed-note). */
const KEY_ID = 4;

export type NoteVerdict = "good" | "bad" | "unknown";

/** Whether one of those keys (X.509, base64) signed the checkpoint, and the note says what the checkpoint says. */
export async function checkNote(of: Checkpoint, keys: readonly string[]): Promise<NoteVerdict> {
  const gap = of.note.indexOf("\n\n");
  const found = /^— (\S+) (\S+)\n?$/m.exec(of.note.slice(gap + 2));
  if (gap < 0 || !found) return "bad";
  const text = of.note.slice(0, gap + 1);
  const [origin, size, root] = text.split("\n");
  if (origin !== of.origin || size !== String(of.size) || !root || !same(bytesOf(root), bytesOf(of.root))) return "bad";
  const signature = bytesOf(found[2]!).slice(KEY_ID);
  try {
    for (const key of keys) {
      const known = await crypto.subtle.importKey("spki", bytesOf(key), { name: "Ed25519" }, false, ["verify"]);
      if (await crypto.subtle.verify({ name: "Ed25519" }, known, signature, utf8(text))) return "good";
    }
    return keys.length === 0 ? "unknown" : "bad";
  } catch {
    // Not every browser knows Ed25519 yet.
    return "unknown";
  }
}
