import { createHash, generateKeyPairSync, sign } from "node:crypto";
import type { Balance, Checkpoint, DailyCount, Leaf, PublicKey } from "../src/api/types";
import { FEED, QUIET_FEED } from "./mockContract";

const sha = (...parts: Buffer[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();
const leafHash = (entry: string): Buffer => sha(Buffer.from([0]), Buffer.from(entry));
const ORIGIN = "weir.dev/ledger/local";

const entries = Array.from({ length: 1337 }, (_, i) =>
  JSON.stringify({
    ...{ enforcer: `enforcer-${(i % 2) + 1}`, epoch: 12, feed: FEED, agreement: "buses-for-planning", version: 1 },
    ...{ accepted: 138, shared: 137, withheld: { "out-of-scope": 1 }, quarantined: 0 },
    offsets: [{ partition: i % 3, from: i * 138, to: (i + 1) * 138 }],
    at: new Date(Date.parse("2026-11-20T00:00:00Z") + i * 97_000).toISOString(),
  }),
);
const hashes = entries.map(leafHash);

const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));

function root(from: number, to: number): Buffer {
  if (to - from === 1) return hashes[from]!;
  const k = split(to - from);
  return sha(Buffer.from([1]), root(from, from + k), root(from + k, to));
}

/** RFC 6962, 2.1.1: the audit path of one leaf in the tree of `[from, to)`. */
function path(index: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return [];
  const k = split(to - from);
  return index < from + k
    ? [...path(index, from, from + k), root(from + k, to)]
    : [...path(index, from + k, to), root(from, from + k)];
}

/** RFC 6962, 2.1.2: that the tree of `m` leaves is the beginning of `[from, to)`. */
function subproof(m: number, from: number, to: number, whole: boolean): Buffer[] {
  if (m === to - from) return whole ? [] : [root(from, to)];
  const k = split(to - from);
  return m <= k
    ? [...subproof(m, from, from + k, whole), root(from + k, to)]
    : [...subproof(m - k, from + k, to, false), root(from, from + k)];
}

const pair = generateKeyPairSync("ed25519");
const spki = pair.publicKey.export({ format: "der", type: "spki" });
const rawKey = spki.subarray(-32);
const keyHash = sha(Buffer.from(`${ORIGIN}\n`), Buffer.from([1]), rawKey).subarray(0, 4);
export const keys: PublicKey[] = [
  { keyId: "hub/2026-1", use: "receipts", algorithm: "Ed25519", publicKey: spki.toString("base64") },
];

const b64 = (all: Buffer[]): string[] => all.map((each) => each.toString("base64"));

export function checkpoint(): Checkpoint {
  const text = `${ORIGIN}\n${entries.length}\n${root(0, entries.length).toString("base64")}\n`;
  const signature = Buffer.concat([keyHash, sign(null, Buffer.from(text), pair.privateKey)]).toString("base64");
  return {
    ...{ origin: ORIGIN, size: entries.length, root: root(0, entries.length).toString("base64") },
    ...{ at: new Date(Date.now() - 700).toISOString(), note: `${text}\n— ${ORIGIN} ${signature}\n` },
    key: `${ORIGIN}+${keyHash.toString("hex")}+${Buffer.concat([Buffer.from([1]), rawKey]).toString("base64")}`,
  };
}

export const leaves = (from: number, count: number): Leaf[] =>
  entries.slice(from, from + count).map((entry, i) => ({ index: from + i, hash: hashes[from + i]!.toString("base64"), entry: JSON.parse(entry) as unknown }));

export const inclusion = (index: number, size: number): unknown => ({ index, size, path: b64(path(index, 0, size)) });
export const consistency = (from: number, to: number): unknown => ({ from, to, path: b64(from === 0 ? [] : subproof(from, 0, to, true)) });

const began = Date.now();

/** Grows while one looks. */
export function balances(of: { feed?: string | null; agreement?: string | null }): Balance[] {
  const more = Math.floor((Date.now() - began) / 1000) * 41;
  const all: Balance[] = [
    {
      ...{ feed: FEED, agreement: "buses-for-planning", recipient: "city-planning", accepted: 184_223 + more, shared: 184_190 + more },
      ...{ withheld: { "not-yet-effective": 21, "agreement-suspended": 11 }, quarantined: 1, balanced: true },
      ...{ since: "2026-10-13T04:00:00Z", until: new Date().toISOString() },
    },
    {
      ...{ feed: FEED, agreement: "buses-for-police", recipient: "city-planning", accepted: 99_120 + more, shared: 61_000 },
      ...{ withheld: { "agreement-revoked": 38_120 + more }, quarantined: 0, balanced: true },
      ...{ since: "2026-10-13T04:00:00Z", until: new Date().toISOString() },
    },
    {
      ...{ feed: QUIET_FEED, agreement: null, recipient: null, accepted: 512, shared: 0 },
      ...{ withheld: { "no-agreement": 512 }, quarantined: 0, balanced: true, since: "2026-11-01T04:00:00Z", until: null },
    },
  ];
  return all.filter((each) => (!of.feed || each.feed === of.feed) && (!of.agreement || each.agreement === of.agreement));
}

export const daily = (agreement: string | null): DailyCount[] =>
  Array.from({ length: 14 }, (_, i) => ({
    date: new Date(Date.now() - (13 - i) * 86_400_000).toISOString().slice(0, 10),
    feed: FEED,
    agreement: agreement ?? "buses-for-planning",
    shared: i === 13 ? 6_110 : [11_800, 13_420, 13_150, 12_990, 13_730, 9_210, 8_050][i % 7]! + i * 31,
    withheld: [41, 60, 48, 2_310, 52, 38, 30][i % 7]!,
    quarantined: i === 5 ? 1 : 0,
  }));
