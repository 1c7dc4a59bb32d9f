import type { Checkpoint } from "../api/types";
import { bytesOf, same, utf8 } from "./bytes";

/** Bytes before the signature in a note's line: the key's id (C2SP signed-note). */
const KEY_ID = 4;

export type NoteVerdict = "good" | "bad" | "unknown";

/** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
const X509 = Uint8Array.from([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]);

/** The key of a verifier's line `name+id+base64(0x01 ‖ key)`, as X.509; null where it is no such line. */
export function keyOfLine(line: string | undefined): Uint8Array<ArrayBuffer> | null {
  const text = /^[^+]+\+[0-9a-f]{8}\+(\S+)\s*$/.exec(line ?? "")?.[1];
  const typed = text ? bytesOf(text) : null;
  if (typed?.length !== 33 || typed[0] !== 1) return null;
  const key = new Uint8Array(X509.length + 32);
  key.set(X509);
  key.set(typed.slice(1), X509.length);
  return key;
}

/** Whether the ledger's key signed the checkpoint, and the note says what the checkpoint says. */
export async function checkNote(of: Checkpoint, line = of.key): Promise<NoteVerdict> {
  const gap = of.note.indexOf("\n\n");
  const found = /^— (\S+) (\S+)\n?$/m.exec(of.note.slice(gap + 2));
  if (gap < 0 || !found) return "bad";
  const text = of.note.slice(0, gap + 1);
  const [origin, size, root] = text.split("\n");
  if (origin !== of.origin || size !== String(of.size) || !root || !same(bytesOf(root), bytesOf(of.root))) return "bad";
  const signature = bytesOf(found[2]!).slice(KEY_ID);
  const key = keyOfLine(line);
  if (!key) return "unknown";
  try {
    const known = await crypto.subtle.importKey("spki", key, { name: "Ed25519" }, false, ["verify"]);
    return (await crypto.subtle.verify({ name: "Ed25519" }, known, signature, utf8(text))) ? "good" : "bad";
  } catch {
    // Not every browser knows Ed25519 yet.
    return "unknown";
  }
}
