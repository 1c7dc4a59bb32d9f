import type { Draft } from "./model";
import type { StepName } from "./validate";

/** What is typed, kept in this tab only, so that a reload loses nothing and another person's tab shows nothing. */
export interface KeptDraft {
  draft: Draft;
  step: StepName;
}

const key = (of: string): string => `weir.draft.${of}`;

export function recall(of: string): KeptDraft | null {
  try {
    const text = sessionStorage.getItem(key(of));
    return text ? (JSON.parse(text) as KeptDraft) : null;
  } catch {
    return null;
  }
}

export function keep(of: string, kept: KeptDraft): void {
  try {
    sessionStorage.setItem(key(of), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing loses what is typed at a reload; saving works all the same.
  }
}

export function forget(of: string): void {
  try {
    sessionStorage.removeItem(key(of));
  } catch {
    // Nothing was kept, then.
  }
}
