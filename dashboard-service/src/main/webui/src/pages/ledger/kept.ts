import type { Checkpoint } from "../../api/types";

const KEY = "weir.checkpoint";

/** A checkpoint that the reader keeps in this browser, to hold the ledger to it later. */
export function keptCheckpoint(): Checkpoint | null {
  try {
    const text = localStorage.getItem(KEY);
    return text ? (JSON.parse(text) as Checkpoint) : null;
  } catch {
    return null;
  }
}

export function keepCheckpoint(checkpoint: Checkpoint): Checkpoint {
  try {
    localStorage.setItem(KEY, JSON.stringify(checkpoint));
  } catch {
    // It then counts for this visit alone.
  }
  return checkpoint;
}
