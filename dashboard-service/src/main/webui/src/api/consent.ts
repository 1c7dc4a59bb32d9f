import { call, get, id, query } from "./http";
import type {
  Accounting,
  Agreement,
  AgreementDocument,
  Board,
  Change,
  Check,
  Checkpoint,
  DailyCount,
  Effect,
  Explanation,
  InboxItem,
  Jurisdiction,
  Leaf,
  Preview,
  PublicKey,
  Version,
  VoteWord,
  WrittenProhibition,
} from "./types";

const of = (agreement: string): string => `/agreements/${id(agreement)}`;

/** Agreements, those who decide about them, and the ledger. */
export const consent = {
  inbox: () => get<InboxItem[]>("/inbox"),
  agreements: () => get<Agreement[]>("/agreements"),
  agreement: (agreement: string) => get<Agreement>(of(agreement)),
  odrl: (agreement: string) => call<unknown>("GET", of(agreement), undefined, undefined, "application/ld+json"),
  versions: (agreement: string) => get<Version[]>(`${of(agreement)}/versions`),
  diff: (agreement: string, from: number, to: number) =>
    get<{ changes: Change[] }>(`${of(agreement)}/diff${query({ from, to })}`).then((answer) => answer.changes),

  draft: (document: AgreementDocument) => call<Agreement>("POST", "/agreements", document),
  redraft: (document: AgreementDocument) => call<Agreement>("PUT", of(document.uid), document),
  amend: (document: AgreementDocument) => call<Agreement>("POST", `${of(document.uid)}/amend`, { document }),
  emergency: (document: AgreementDocument) => call<unknown>("POST", "/agreements/emergency", document),
  /** A move, a signature or a decision; the answer is the agreement anew, a receipt, or both. */
  command: (agreement: string, command: string, body: unknown = {}) =>
    call<unknown>("POST", `${of(agreement)}/${command}`, body),
  vote: (agreement: string, vote: VoteWord, comment: string) =>
    call<unknown>("POST", `${of(agreement)}/votes`, { vote, comment }),

  check: (document: AgreementDocument) => call<Check>("POST", "/agreements/check", { document }),
  preview: (document: AgreementDocument, records: number) =>
    call<Preview>("POST", "/agreements/preview", { document, records }),
  explain: (document: AgreementDocument, record: unknown = null) =>
    call<Explanation>("POST", "/agreements/explain", { document, record }),
  effect: (from: AgreementDocument, to: AgreementDocument, records: number) =>
    call<Effect>("POST", "/agreements/effect", { from, to, records }),

  boards: () => get<Board[]>("/boards"),
  makeBoard: (board: Board) => call<Board>("POST", "/boards", board),
  partyKeys: (party: string) => get<PublicKey[]>(`/parties/${id(party)}/keys`),
  jurisdictions: () => get<Jurisdiction[]>("/jurisdictions"),
  makeJurisdiction: (jurisdiction: Jurisdiction) => call<Jurisdiction>("POST", "/jurisdictions", jurisdiction),
  draw: (jurisdiction: string, body: Record<string, unknown>) =>
    call<{ agreement: string }>("POST", `/jurisdictions/${id(jurisdiction)}/draws`, body),
  prohibitions: () => get<WrittenProhibition[]>("/prohibitions"),
  prohibit: (body: { feed: string; citation: string; reason: string }) =>
    call<{ receipts?: unknown[] } | undefined>("POST", "/prohibitions", body),
  liftProhibition: (prohibition: string) => call<void>("DELETE", `/prohibitions/${id(prohibition)}`),

  register: () => call<unknown>("GET", "/register", undefined, undefined, "application/json, application/ld+json"),
  daily: (agreement?: string) => get<DailyCount[]>(`/ledger/daily${query({ agreement })}`),
  checkpoint: () => get<Checkpoint>("/ledger/checkpoint"),
  leaves: (from: number, count: number) => get<Leaf[]>(`/ledger/leaves${query({ from, count })}`),
  inclusion: (index: number, size: number) => get<unknown>(`/ledger/proofs/inclusion${query({ index, size })}`),
  consistency: (from: number, to: number) => get<unknown>(`/ledger/proofs/consistency${query({ from, to })}`),
  accounting: (body: { feed: string; subject: string; from?: string; to?: string }) =>
    call<Accounting>("POST", "/accounting", body),
};
