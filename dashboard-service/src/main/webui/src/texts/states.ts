import type { Action, AgreementState, Ban, Tier } from "../api/types";

/** The words for where an agreement stands, how far it goes, what it lets and bans. */
export const states = {
  DRAFT: "Draft",
  REQUESTED: "Requested",
  OFFERED: "Offered",
  IN_REVIEW: "In review",
  AGREED: "Agreed",
  VERIFIED: "Signed by the recipient",
  FINALIZED: "Signed by both",
  ACTIVE: "In force",
  SUSPENDED: "Suspended",
  AMENDED: "Amended",
  EXPIRED: "Expired",
  REVOKED: "Revoked",
  WITHDRAWN: "Withdrawn",
  TERMINATED: "Terminated",
  DESTRUCTION_DUE: "Destruction due",
  DESTRUCTION_CERTIFIED: "Destruction certified",
  CLOSED: "Closed",
  REFUSED: "Refused",
  TIMED_OUT: "Timed out",
} satisfies Record<AgreementState, string>;

export const stateMeaning = {
  DRAFT: "One party is writing it. The other does not see it as a proposal yet.",
  REQUESTED: "The recipient asks for it; the agency answers.",
  OFFERED: "The agency offers it; the recipient answers.",
  IN_REVIEW: "Both parties want it; the review board decides.",
  AGREED: "Nobody objects. The recipient signs first.",
  VERIFIED: "The recipient has signed; the agency signs next.",
  FINALIZED: "Both have signed. It begins on its first day.",
  ACTIVE: "Both have signed and its days have begun.",
  SUSPENDED: "It rests: nothing flows until it is resumed.",
  AMENDED: "Another version took its place.",
  EXPIRED: "Its last day is over.",
  REVOKED: "The agency ended it.",
  WITHDRAWN: "The recipient ended it.",
  TERMINATED: "It was ended: it was broken, the owner prohibited it, or what it rests on ended.",
  DESTRUCTION_DUE: "It has ended. The recipient must destroy what it received and say so.",
  DESTRUCTION_CERTIFIED: "The recipient has certified that it destroyed what it received.",
  CLOSED: "Nothing is left to do.",
  REFUSED: "One party, or the board, said no.",
  TIMED_OUT: "A deadline passed without an answer.",
} satisfies Record<AgreementState, string>;

/** What the same states mean where the usual course is left. */
export const stateMeaningElse = {
  emergency: {
    DRAFT: "One officer has declared it. Nothing flows before a second, different officer confirms.",
    ACTIVE: "Two officers of the agency have put it in force.",
  } as Partial<Record<AgreementState, string>>,
  presumption: { ACTIVE: "It was drawn on the law’s authority, which stands for the agency’s word." } as Partial<Record<AgreementState, string>>,
};

export const tiers = {
  MOU: "Memorandum of understanding (MOU)",
  DSA: "Data sharing agreement (DSA)",
  DUL: "Data use licence (DUL)",
} satisfies Record<Tier, string>;

export const tierMeaning = {
  MOU: "Says who may share with whom, and for what. No data flows under it by itself.",
  DSA: "Says which data may be shared, and on which terms. No data flows under it by itself.",
  DUL: "Says which fields of which feed flow, and how. Data flows under this one.",
} satisfies Record<Tier, string>;

export const actions = {
  read: "Read and analyse it",
  aggregate: "Publish totals and averages",
  display: "Show it on a screen to others",
  link: "Link it with other data",
  distribute: "Pass it on",
} satisfies Record<Action, string>;

export const bans = {
  "re-identify": "Finding out whom a record is about",
  "link-beyond": "Linking it with data that the agreement does not name",
  redistribute: "Passing it on",
  "enforcement-use": "Using it to enforce the law against anybody",
} satisfies Record<Ban, string>;

export const reasons: Record<string, string> = {
  "no-agreement": "no agreement covers this feed",
  "not-yet-effective": "the agreement’s first day had not come",
  "agreement-expired": "the agreement’s last day was over",
  "agreement-revoked": "the agency revoked the agreement",
  "agreement-withdrawn": "the recipient withdrew from the agreement",
  "agreement-terminated": "the agreement had been terminated",
  "agreement-suspended": "the agreement was suspended",
  "not-in-force": "the agreement was not in force",
  "action-not-permitted": "the agreement does not let the recipient read",
  "purpose-not-permitted": "the purpose is not among those agreed",
  "out-of-scope": "the record is not among those that the agreement names",
  "scope-unknown": "whether the record is in scope could not be told",
  "protected-zone": "the record lies in a protected zone",
  "sampled-out": "the vehicle is not in the agreed sample",
  "limit-reached": "as many records as agreed had been shared",
  "unknown-term": "the agreement uses a term that the enforcer does not know",
  "key-missing": "the key of the pseudonyms is gone",
  "pseudonym-key-gone": "the key of the pseudonyms is gone",
};

export const classes: Record<string, string> = {
  open: "Open",
  sensitive: "Sensitive",
  "quasi-identifier": "Could identify with other data",
  "direct-identifier": "Identifies directly",
};
