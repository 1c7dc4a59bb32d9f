import { same } from "./bytes";

/** Proofs of a Merkle log, recomputed here and now: RFC 6962's hashes, checked as RFC 9162 says (2.1.3.2, 2.1.4.2). */

type Bytes = Uint8Array<ArrayBuffer>;

async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}

/** Whether this browser lends its hash function here: only on a secure address. */
export const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;

export const leafHash = (entry: Uint8Array): Promise<Bytes> => sha256(Uint8Array.of(0), entry);
const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<Bytes> => sha256(Uint8Array.of(1), left, right);

/** One step of a recomputation, for people who want to follow it. */
export interface Recomputed {
  /** On which side the proof's hash stands. */
  side: "left" | "right";
  with: Uint8Array;
  gives: Uint8Array;
}

export interface Verdict {
  right: boolean;
  steps: Recomputed[];
}

/** Whether a leaf of that hash stands at `index` of the tree of `size` leaves and that root. */
export async function includes(leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[], root: Uint8Array): Promise<Verdict> {
  const steps: Recomputed[] = [];
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return { right: false, steps };
  const climb = new Climb(index, size - 1);
  let hash: Uint8Array = leaf;
  for (const step of path) {
    if (climb.atTop) return { right: false, steps };
    const side = climb.right ? "left" : "right";
    hash = side === "left" ? await nodeHash(step, hash) : await nodeHash(hash, step);
    steps.push({ side, with: step, gives: hash });
    climb.up();
  }
  return { right: climb.atTop && same(hash, root), steps };
}

/** Whether the tree of `from` leaves and that root is the beginning of the one of `to` leaves. */
export async function continues(
  from: number,
  fromRoot: Uint8Array,
  to: number,
  toRoot: Uint8Array,
  path: readonly Uint8Array[],
): Promise<boolean> {
  if (from < 1 || from > to) return false;
  if (from === to) return path.length === 0 && same(fromRoot, toRoot);
  const whole = isPowerOfTwo(from);
  if (!whole && path.length === 0) return false;
  let old: Uint8Array = whole ? fromRoot : path[0]!;
  let present: Uint8Array = old;
  const climb = new Climb(from - 1, to - 1);
  climb.skipRightEdges();
  for (const step of whole ? path : path.slice(1)) {
    if (climb.atTop) return false;
    if (climb.right) {
      old = await nodeHash(step, old);
      present = await nodeHash(step, present);
    } else {
      present = await nodeHash(present, step);
    }
    climb.up();
  }
  return climb.atTop && same(old, fromRoot) && same(present, toRoot);
}

/** Exact beyond 32 bits, where bitwise operators are not. */
const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n)) && 2 ** Math.log2(n) === n;

/** The way from a node up to the root; `fn` and `sn` of the RFC. */
class Climb {
  constructor(
    private node: number,
    private last: number,
  ) {}

  get atTop(): boolean {
    return this.last === 0;
  }

  /** Whether the step's hash stands on the left. */
  get right(): boolean {
    return isOdd(this.node) || this.node === this.last;
  }

  up(): void {
    // The last node of a level without a brother rises until it has one.
    if (this.node === this.last) while (!isOdd(this.node) && this.node !== 0) this.#halve();
    this.#halve();
  }

  skipRightEdges(): void {
    while (isOdd(this.node)) this.#halve();
  }

  #halve(): void {
    this.node = half(this.node);
    this.last = half(this.last);
  }
}
