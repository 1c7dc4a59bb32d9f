import type { Receipt } from "./types";

/** What the consent-service answers and takes about agreements. Times are ISO instants. */

export const STATES = [
  "DRAFT",
  "REQUESTED",
  "OFFERED",
  "IN_REVIEW",
  "AGREED",
  "VERIFIED",
  "FINALIZED",
  "ACTIVE",
  "SUSPENDED",
  "AMENDED",
  "EXPIRED",
  "REVOKED",
  "WITHDRAWN",
  "TERMINATED",
  "DESTRUCTION_DUE",
  "DESTRUCTION_CERTIFIED",
  "CLOSED",
  "REFUSED",
  "TIMED_OUT",
] as const;
export type AgreementState = (typeof STATES)[number];

export type Tier = "MOU" | "DSA" | "DUL";
export type Side = "assigner" | "assignee";
export type Action = "read" | "aggregate" | "display" | "link" | "distribute";
export type Ban = "re-identify" | "link-beyond" | "redistribute" | "enforcement-use";

export interface Obligation {
  action: string;
  field?: string | null;
  with?: Record<string, string>;
}

export interface Area {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Refinement {
  where?: string | null;
  recordsFrom?: string | null;
  recordsUntil?: string | null;
  within?: Area | null;
}

export interface Target {
  /** Absent for every feed of the assigner. */
  feed?: string | null;
  except?: string[];
  contractVersion: string;
  fields: string[];
  refinement?: Refinement | null;
}

export interface Grounds {
  confidentiality?: string | null;
  prohibition?: string | null;
  benefit?: string | null;
  risk?: string | null;
  decision?: string | null;
  alternatives?: string | null;
}

export interface AgreementDocument {
  uid: string;
  version: number;
  profile: string;
  tier?: Tier;
  inheritFrom?: string | null;
  supersedes?: number | null;
  title: string;
  assigner: string;
  assignee: string;
  honestBroker?: string | null;
  reviewBoard?: string | null;
  authority?: string | null;
  grounds?: Grounds | null;
  purpose: string;
  actions?: Action[];
  prohibitions?: Ban[];
  target?: Target | null;
  obligations?: Obligation[];
  effectiveFrom?: string | null;
  expires?: string | null;
  retentionDays: number;
  service?: { freshnessSeconds?: number | null; completenessPercent?: number | null } | null;
  emergency?: { declaration: string; sunset: string; reviewBy?: string | null } | null;
  presumption?: string | null;
}

export interface AgreementNotice {
  epoch: number;
  state: AgreementState;
  endedAs?: AgreementState | null;
  document: AgreementDocument;
  since: string;
  destroyBy?: string | null;
}

export interface SignedReceipt {
  receipt: Receipt;
  keyId: string;
  signature: string;
}

export interface PartySignature {
  party: Side;
  by: string;
  keyId: string;
  at: string;
  hash: string;
  signature: string;
}

export type VoteWord = "approve" | "reject" | "abstain";

export interface Review {
  board: string;
  boardName: string;
  members: number;
  quorum: number;
  votes: { by: string; vote: VoteWord; comment?: string | null; at: string }[];
  minutes: { by: string; at: string; text: string }[];
  decideBy: string | null;
}

export interface Certificate {
  destroyed: Record<string, number>;
  certifiedBy: string;
  at: string;
  note?: string | null;
}

export interface Destruction {
  due: string | null;
  topicDeletedAt: string | null;
  certificate: Certificate | null;
  overdue: boolean;
}

/** An agreement as the caller may see it, with what the caller may do now. */
export interface Agreement {
  document: AgreementDocument;
  hash: string;
  state: AgreementState;
  endedAs?: AgreementState | null;
  epoch: number;
  changedAt: string;
  changedBy: string;
  /** The version that is negotiated while another is in force. */
  proposed?: { document: AgreementDocument; hash: string; state: AgreementState; since: string } | null;
  lastMoveBy?: Side | null;
  deadline?: string | null;
  plainLanguage: string[];
  timeInState?: { version?: number; state: AgreementState; from: string; to: string | null; seconds: number }[];
  history: { version?: number; state: AgreementState; at: string; by: string; epoch: number; what?: string }[];
  signatures?: PartySignature[];
  review?: Review | null;
  comments?: { by: string; side?: Side | null; at: string; text: string }[];
  destruction?: Destruction | null;
  receipts?: SignedReceipt[];
  commands?: string[];
}

export interface InboxItem {
  agreement: string;
  title: string;
  what: string;
  command: string | null;
  since: string;
  deadline: string | null;
  overdue: boolean;
}

export interface Board {
  id: string;
  name: string;
  members: string[];
  quorum: number;
  reviewDays: number;
}

export interface Finding {
  code: string;
  detail: string;
  remedy?: string | null;
  clause?: string | null;
}

export interface Check {
  findings: Finding[];
  plainLanguage: string[];
  hash: string | null;
}

export interface Change {
  clause: string;
  sentence: string;
  effect: "narrows" | "widens" | "neither";
}

export interface Version {
  version: number;
  document: AgreementDocument;
  hash: string;
  state: AgreementState;
  since?: string | null;
}

export interface PreviewField {
  path: string;
  title: string;
  classification: string;
  flows: boolean;
  how: string;
  before: unknown[];
  after: unknown[];
}

export interface Sample {
  before: unknown;
  after: unknown | null;
  outcome: string;
  reason: string | null;
}

export interface Preview {
  replayed: number;
  shared: number;
  withheld: Record<string, number>;
  quarantined: number;
  fields: PreviewField[];
  samples: Sample[];
  /** What somebody who reads the figures must know. */
  notes?: string[];
}

export interface Explanation {
  outcome: string;
  reason: string | null;
  steps: { rule: string; outcome: string; sentence: string }[];
  before: unknown;
  after: unknown;
}

export interface Effect {
  fields: PreviewField[];
  sharedBefore: number;
  sharedAfter: number;
  moreShared: number;
  lessShared: number;
  sentences: string[];
}

export interface Jurisdiction {
  id: string;
  name: string;
  citation: string;
  limit: string;
  members: string[];
  agencies: string[];
}

export interface WrittenProhibition {
  id: string;
  feed: string;
  citation: string;
  reason: string;
  by?: string;
  at?: string;
}

/** A public key: X.509 SubjectPublicKeyInfo, base64. */
export interface PublicKey {
  keyId: string;
  use?: string;
  party?: string;
  algorithm?: string;
  publicKey: string;
}

export interface DailyCount {
  date: string;
  feed: string;
  agreement: string | null;
  shared: number;
  withheld: number | Record<string, number>;
  quarantined: number;
}

export interface Checkpoint {
  origin: string;
  size: number;
  root: string;
  at: string;
  /** The signed text (C2SP signed-note). */
  note: string;
  /** The ledger's public key, as verifiers take it: `name+id+key`. */
  key?: string;
}

export interface Leaf {
  index: number;
  hash: string;
  /** Null where the reader may not see it. */
  entry: unknown;
}

export interface Accounting {
  subject: string;
  lines: { agreement: string; title: string; recipient: string; date: string; records: number }[];
  notes: string[];
}
