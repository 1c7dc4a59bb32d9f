import type { Agency, Agreement, Board, Contract, Feed, Purpose } from "../../api/types";
import type { Draft } from "./model";

/** What the steps of the draft need: what is typed, what may be chosen, what is wrong. */
export interface Form {
  draft: Draft;
  wrong: ReadonlyMap<string, string>;
  set: (patch: Partial<Draft>) => void;
  /** Whether it amends or answers an agreement whose parties stay as they are. */
  bound: boolean;
  agencies: readonly Agency[];
  feeds: readonly Feed[];
  boards: readonly Board[];
  purposes: readonly Purpose[];
  agreements: readonly Agreement[];
  contract: Contract | null;
  recipients: readonly string[];
  zone: string;
}
