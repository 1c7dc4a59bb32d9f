import type { Agreement, AgreementState } from "../../api/types";
import { oneOf, text, urlState } from "../../app/urlState";

export const GROUPS = ["all", "negotiating", "force", "ending", "ended"] as const;
export type Group = (typeof GROUPS)[number];

/** Which agreements are listed, as the address has it. */
export const listState = urlState({
  group: oneOf(GROUPS, "all"),
  party: text(),
  feed: text(),
  sort: oneOf(["urgent", "title", "state", "since"] as const, "urgent"),
  order: oneOf(["up", "down"] as const, "up"),
});
export type ListState = ReturnType<typeof listState.read>;

const IN: Record<AgreementState, Exclude<Group, "all">> = {
  DRAFT: "negotiating",
  REQUESTED: "negotiating",
  OFFERED: "negotiating",
  IN_REVIEW: "negotiating",
  AGREED: "negotiating",
  VERIFIED: "negotiating",
  FINALIZED: "force",
  ACTIVE: "force",
  SUSPENDED: "force",
  AMENDED: "ended",
  EXPIRED: "ending",
  REVOKED: "ending",
  WITHDRAWN: "ending",
  TERMINATED: "ending",
  DESTRUCTION_DUE: "ending",
  DESTRUCTION_CERTIFIED: "ending",
  CLOSED: "ended",
  REFUSED: "ended",
  TIMED_OUT: "ended",
};

/** Ended but not closed yet is "ending": somebody still has something to do. */
export const groupOf = (state: AgreementState): Exclude<Group, "all"> => IN[state] ?? "negotiating";

/** The agreements that pass, in the order asked for. */
export function listed(all: readonly Agreement[], state: ListState): Agreement[] {
  const passes = all.filter(
    ({ document: d, state: at, proposed }) =>
      (state.group === "all" || groupOf(at) === state.group || (proposed && state.group === "negotiating")) &&
      (!state.party || d.assigner === state.party || d.assignee === state.party) &&
      (!state.feed || d.target?.feed === state.feed),
  );
  const sign = state.order === "down" ? -1 : 1;
  return passes.sort((a, b) => sign * compare(a, b, state.sort) || a.document.title.localeCompare(b.document.title));
}

function compare(a: Agreement, b: Agreement, by: ListState["sort"]): number {
  switch (by) {
    case "title":
      return a.document.title.localeCompare(b.document.title);
    case "state":
      return ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
    case "since":
      return Date.parse(a.changedAt) - Date.parse(b.changedAt);
    case "urgent":
      return urgency(a) - urgency(b);
  }
}

const ORDER = Object.keys(IN) as AgreementState[];
const LAST = { negotiating: 1e15, force: 2e15, ending: 1.5e15, ended: 3e15 };

/** Deadlines first; then what is talked about, what ends, what is in force, what is over. */
const urgency = (of: Agreement): number => (of.deadline ? Date.parse(of.deadline) : LAST[groupOf(of.state)]);
