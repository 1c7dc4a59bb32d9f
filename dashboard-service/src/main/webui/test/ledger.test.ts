import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bytesOf, hexOf, utf8 } from "../src/ledger/bytes";
import { continues, includes, leafHash } from "../src/ledger/merkle";
import { checkNote } from "../src/ledger/note";
import { hashesOf, ownHash } from "../src/ledger/proof";

// The tree once more, written down from the RFC's own recursive definition, to hold the climbing check against.
const sha = (...parts: Buffer[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();
const leaves = Array.from({ length: 33 }, (_, i) => Buffer.from(`entry ${i}`));
const hashes = leaves.map((leaf) => sha(Buffer.from([0]), leaf));
const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));
const root = (from: number, to: number): Buffer =>
  to - from === 1 ? hashes[from]! : sha(Buffer.from([1]), root(from, from + split(to - from)), root(from + split(to - from), to));
function path(index: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return [];
  const k = from + split(to - from);
  return index < k ? [...path(index, from, k), root(k, to)] : [...path(index, k, to), root(from, k)];
}
function proof(m: number, from: number, to: number, whole: boolean): Buffer[] {
  if (m === to - from) return whole ? [] : [root(from, to)];
  const k = split(to - from);
  return m <= k
    ? [...proof(m, from, from + k, whole), root(from + k, to)]
    : [...proof(m - k, from + k, to, false), root(from, from + k)];
}

describe("an inclusion proof recomputed", () => {
  it("leads to the root for every entry of every size", async () => {
    for (let size = 1; size <= leaves.length; size++) {
      for (let index = 0; index < size; index++) {
        const leaf = await leafHash(leaves[index]!);
        const { right } = await includes(leaf, index, size, path(index, 0, size), root(0, size));
        expect(right, `${index} of ${size}`).toBe(true);
      }
    }
  });

  it("fails for another entry, another place, a changed, a missing or a needless hash", async () => {
    const size = 21;
    const of = async (leaf: Buffer, index: number, hashes: Buffer[]) =>
      (await includes(await leafHash(leaf), index, size, hashes, root(0, size))).right;
    const right = path(7, 0, size);
    expect(await of(leaves[7]!, 7, right)).toBe(true);
    expect(await of(leaves[8]!, 7, right)).toBe(false);
    expect(await of(leaves[7]!, 6, right)).toBe(false);
    expect(await of(leaves[7]!, 21, right)).toBe(false);
    expect(await of(leaves[7]!, 7, right.slice(1))).toBe(false);
    expect(await of(leaves[7]!, 7, [...right, right[0]!])).toBe(false);
    const changed = right.map((hash, i) => (i === 2 ? Buffer.from(hash.map((byte, at) => (at === 0 ? byte ^ 1 : byte))) : hash));
    expect(await of(leaves[7]!, 7, changed)).toBe(false);
  });
});

describe("a consistency proof recomputed", () => {
  it("holds from every size to every later one, and not where an entry was changed before", async () => {
    for (let to = 1; to <= leaves.length; to += 3) {
      for (let from = 1; from <= to; from++) {
        const steps = proof(from, 0, to, true);
        expect(await continues(from, root(0, from), to, root(0, to), steps), `${from} to ${to}`).toBe(true);
        const other = sha(Buffer.from("another ledger"));
        expect(await continues(from, other, to, root(0, to), steps), `${from} to ${to}, another`).toBe(false);
      }
    }
  });
});

describe("a checkpoint's signature", () => {
  const pair = generateKeyPairSync("ed25519");
  const line = (of: typeof pair): string =>
    `weir+0a1b2c3d+${Buffer.concat([Buffer.from([1]), of.publicKey.export({ format: "der", type: "spki" }).subarray(-32)]).toString("base64")}`;
  const text = `weir\n5\n${root(0, 5).toString("base64")}\n`;
  const signature = Buffer.concat([Buffer.alloc(4), sign(null, Buffer.from(text), pair.privateKey)]).toString("base64");
  const checkpoint = { origin: "weir", size: 5, root: root(0, 5).toString("base64"), at: "", note: `${text}\n— weir ${signature}\n` };

  it("is right under the hub's key, and wrong over another size, or under another key", async () => {
    expect(await checkNote(checkpoint, line(pair))).toBe("good");
    expect(await checkNote({ ...checkpoint, size: 6 }, line(pair))).toBe("bad");
    expect(await checkNote(checkpoint, line(generateKeyPairSync("ed25519")))).toBe("bad");
    expect(await checkNote(checkpoint, "no key")).toBe("unknown");
  });
});

describe("what the API tells of an entry", () => {
  it("is hashed from its own bytes", async () => {
    const told = hashes[3]!.toString("base64");
    expect(hexOf((await ownHash({ index: 3, hash: told, entry: "entry 3" }))!)).toBe(hashes[3]!.toString("hex"));
    // An entry that does not fit its hash is hashed all the same, and its proof then fails.
    expect(hexOf((await ownHash({ index: 3, hash: told, entry: "entry 4" }))!)).not.toBe(hashes[3]!.toString("hex"));
    expect(hexOf(utf8("ü"))).toBe("c3bc");
  });

  it("reads hashes in base64 and in hexadecimal, under each of their names", () => {
    const hash = hashes[0]!;
    expect(hexOf(bytesOf(hash.toString("hex")))).toBe(hash.toString("hex"));
    for (const name of ["hashes", "proof", "path"]) {
      expect(hashesOf({ [name]: [hash.toString("base64")] }).map(hexOf)).toEqual([hash.toString("hex")]);
    }
  });
});
