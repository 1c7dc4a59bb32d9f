import { createHash } from "node:crypto";
import type { Agreement, AgreementDocument, AgreementState, Board, PartySignature, Review, Session, Side, SignedReceipt } from "../src/api/types";
import { FEED, FIELDS, HELD, QUIET_FEED } from "./mockContract";
import { sideOf } from "./mockPeople";

const DAY = 86_400_000;
const iso = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

export const boards: Board[] = [
  { id: "data-review", name: "Riverton data review board", members: ["local-reviewer", "local-reviewer-2", "m.okonkwo"], quorum: 2, reviewDays: 30 },
];

/** An agreement with what the pretended service keeps beside its view. */
export interface Kept extends Omit<Agreement, "commands"> {
  versions: { version: number; document: AgreementDocument; hash: string; state: AgreementState; since: string }[];
  declaredBy?: string;
}

export const hashOf = (document: AgreementDocument): string =>
  `sha256:${createHash("sha256").update(JSON.stringify(document)).digest("hex")}`;

const title = (party: string): string =>
  ({ "riverton-transit": "Riverton Transit", "city-planning": "City Planning", "hills-paratransit": "Hills Paratransit" })[party] ?? party;

export function plain(d: AgreementDocument): string[] {
  const sentences = [
    d.tier === "DUL"
      ? `${title(d.assigner)} shares ${d.target?.feed ? `the feed “${d.target.feed}”` : "every feed"} with ${title(d.assignee)}.`
      : `${title(d.assigner)} and ${title(d.assignee)} may agree to share data. Nothing flows under this by itself.`,
    `It may be used for “${d.purpose.replaceAll("-", " ")}” and for what that includes, and for nothing else.`,
  ];
  if (d.target) sentences.push(`${d.target.fields.length} of ${FIELDS.length} fields flow; all others never do.`);
  for (const each of d.obligations ?? []) {
    if (each.action === "pseudonymise") sentences.push(`Each “${each.field}” is replaced by a pseudonym before it is shared.`);
    else if (each.action === "coarsenLocation") sentences.push("Locations are made coarser before they are shared.");
    else sentences.push(`“${each.action}” is done${each.field ? ` to “${each.field}”` : ""} before anything is shared.`);
  }
  sentences.push(
    `It may be kept for ${d.retentionDays} days. ${title(d.assigner)} may end it at any moment, and the flow stops at once.`,
  );
  return sentences;
}

export const document = (uid: string, name: string, patch: Partial<AgreementDocument> = {}): AgreementDocument => ({
  uid,
  version: 1,
  profile: "https://weir.dev/profile/1",
  tier: "DUL",
  title: name,
  assigner: "riverton-transit",
  assignee: "city-planning",
  authority: "Riverton City Code § 14-203; Interagency Data Sharing Act, sec. 5(b)",
  purpose: "transit-planning",
  actions: ["read", "aggregate"],
  prohibitions: ["re-identify", "redistribute", "enforcement-use"],
  target: { feed: FEED, contractVersion: "1.0.0", fields: FIELDS.map(([path]) => path).filter((path) => !HELD.has(path)) },
  obligations: [{ action: "pseudonymise", field: "vehicle.id" }],
  effectiveFrom: iso(-40),
  expires: iso(320),
  retentionDays: 365,
  ...patch,
});

let epoch = 3;

/** What was decided about an agreement, newest last; each step `[state, days ago, by whom, in words]`. */
type Step = [AgreementState, number, string, string];

function kept(d: AgreementDocument, steps: Step[], patch: Partial<Kept> = {}): Kept {
  const history = steps.map(([state, days, by, what]) => ({ version: d.version, state, at: iso(-days), by, epoch: ++epoch, what }));
  const last = history[history.length - 1]!;
  const hash = hashOf(d);
  return {
    ...{ document: d, hash, state: last.state, endedAs: null, epoch, changedAt: last.at, changedBy: last.by, proposed: null },
    ...{ lastMoveBy: null, deadline: null, plainLanguage: plain(d), history, signatures: [], review: null, comments: [] },
    ...{ destruction: null, receipts: [], versions: [{ version: d.version, document: d, hash, state: last.state, since: last.at }] },
    ...patch,
  };
}

const both = (d: AgreementDocument): PartySignature[] =>
  (["assignee", "assigner"] as const).map((party) => ({
    party,
    by: party === "assignee" ? "kim.city" : "rae.transit",
    keyId: `${d[party]}/2026-1`,
    at: iso(-41),
    hash: hashOf(d),
    signature: createHash("sha512").update(party + d.uid).digest("base64"),
  }));

const course: Step[] = [
  ["DRAFT", 190, "lee.counsel", "Lee Park wrote the draft."],
  ["OFFERED", 160, "rae.transit", "Riverton Transit offered it."],
  ["IN_REVIEW", 96, "kim.city", "City Planning accepted; the board reviews it."],
  ["AGREED", 70, "board", "The board approved it, 3 to 0."],
  ["VERIFIED", 55, "kim.city", "City Planning signed."],
  ["FINALIZED", 41, "rae.transit", "Riverton Transit signed."],
  ["ACTIVE", 40, "clock", "Its first day came."],
];

const mou = document("transit-city-mou", "Data for better streets: memorandum", { tier: "MOU", target: null, obligations: [], purpose: "public-service", expires: iso(1400), retentionDays: 1095 });
const dsa = document("transit-city-dsa", "Vehicle positions for planning", { tier: "DSA", inheritFrom: mou.uid, purpose: "transport-planning", reviewBoard: "data-review", expires: iso(700) });
const buses = document("buses-for-planning", "Bus positions for street planning", { inheritFrom: dsa.uid, reviewBoard: "data-review" });
const lanes = document("bus-lanes-2027", "Speeds for the 2027 bus lane programme", {
  inheritFrom: dsa.uid,
  reviewBoard: "data-review",
  effectiveFrom: iso(20),
  grounds: {
    confidentiality: "none",
    benefit: "Riders on the 28 and the 61, whose buses stand in traffic for a quarter of the trip.",
    risk: "A driver could be told apart by a roster; vehicle ids are pseudonyms and momentary speed is withheld.",
    decision: "Which three streets get a bus lane in 2027.",
    alternatives: "Counting by hand for two weeks; it misses nights and weekends.",
  },
  obligations: [
    { action: "pseudonymise", field: "vehicle.id" },
    { action: "coarsenLocation", field: "position", with: { resolution: "9" } },
    { action: "delay", with: { by: "PT15M" } },
  ],
});
const vote = (by: string, word: "approve" | "reject" | "abstain", comment: string, days: number): Review["votes"][number] => ({
  ...{ by, vote: word, comment, at: iso(-days) },
});

export const agreements: Kept[] = [
  kept(buses, course, { signatures: both(buses), lastMoveBy: "assigner" }),
  kept(mou, course.filter(([state]) => state !== "IN_REVIEW"), { signatures: both(mou) }),
  kept(dsa, course, { signatures: both(dsa) }),
  kept(
    lanes,
    [
      ["DRAFT", 61, "lee.counsel", "Lee Park wrote the draft."],
      ["REQUESTED", 40, "kim.city", "City Planning requested it."],
      ["OFFERED", 22, "rae.transit", "Riverton Transit offered it with a coarser location."],
      ["IN_REVIEW", 12, "kim.city", "City Planning accepted; the board reviews it."],
    ],
    {
      deadline: iso(2.3),
      lastMoveBy: "assigner",
      review: {
        board: "data-review",
        boardName: boards[0]!.name,
        members: 3,
        quorum: 2,
        votes: [vote("m.okonkwo", "approve", "The coarser location answers my concern of May.", 3)],
        minutes: [{ by: "m.okonkwo", at: iso(-3), text: "The board discussed whether a block is coarse enough near the shelter on Elm Street. The agency will add a protected zone." }],
        decideBy: iso(2.3),
      },
      comments: [
        { by: "lee.counsel", side: "assigner", at: iso(-30), text: "Clause on enforcement use added after the call." },
        { by: "kim.city", side: "assignee", at: iso(-25), text: "A delay of 15 minutes is fine for us." },
      ],
    },
  ),
  kept(
    document("paratransit-study", "Paratransit trips for the study of accessible stops in the eastern neighborhoods and beyond", {
      assigner: "hills-paratransit",
      target: { feed: QUIET_FEED, contractVersion: "1.0.0", fields: ["trip.tripId", "timestamp"] },
      expires: null,
    }),
    [
      ["DRAFT", 75, "kim.city", "City Planning wrote the draft."],
      ["REQUESTED", 63, "kim.city", "City Planning requested it."],
    ],
    { lastMoveBy: "assignee", deadline: iso(-3.2) },
  ),
  kept(
    document("air-quality", "Bus positions beside air sensors", { effectiveFrom: null }),
    [
      ["DRAFT", 100, "lee.counsel", "Lee Park wrote the draft."],
      ["OFFERED", 80, "rae.transit", "Riverton Transit offered it."],
      ["AGREED", 9, "kim.city", "City Planning accepted it."],
    ],
    { deadline: iso(51), lastMoveBy: "assigner" },
  ),
  kept(document("buses-2024", "Bus positions, pilot of 2024"), [...course, ["EXPIRED", 12, "clock", "Its last day was over."], ["DESTRUCTION_DUE", 12, "clock", "The recipient must destroy what it received."]], {
    endedAs: "EXPIRED",
    deadline: iso(-5),
    destruction: { due: iso(-5), topicDeletedAt: iso(-12), certificate: null, overdue: true },
  }),
  kept(document("buses-for-police", "Bus positions for traffic enforcement", { purpose: "oversight" }), [...course, ["REVOKED", 9, "rae.transit", "Riverton Transit revoked it: enforcement use."], ["DESTRUCTION_DUE", 9, "clock", "The recipient must destroy what it received."], ["DESTRUCTION_CERTIFIED", 8, "dashboard", "City Planning certified the destruction."]], {
    endedAs: "REVOKED",
    destruction: {
      due: iso(-2),
      topicDeletedAt: iso(-9),
      certificate: { destroyed: { vehicle_position: 184_190, segment_speed: 5_210 }, certifiedBy: "dashboard-service", at: iso(-8), note: null },
      overdue: false,
    },
  }),
  kept(
    document("flood-2026", "Bus positions for the flood of November", {
      purpose: "emergency-response",
      emergency: { declaration: "Mayor’s Executive Order 2026-14", sunset: iso(21), reviewBy: iso(10) },
      expires: iso(21),
      effectiveFrom: null,
    }),
    [["DRAFT", 0.1, "rae.transit", "Rae Lindqvist declared an emergency."]],
    { deadline: iso(0.9), declaredBy: "rae.transit" },
  ),
];

/** The view of one agreement, as that person may see it. */
export function view(of: Kept, session: Session): Agreement {
  const { versions: _versions, declaredBy: _by, ...rest } = of;
  const review = of.review ? { ...of.review, votes: [...of.review.votes], minutes: [...of.review.minutes] } : null;
  return { ...rest, review, timeInState: spans(of), commands: commands(of, session) };
}

const spans = (of: Kept): NonNullable<Agreement["timeInState"]> =>
  of.history.map((each, i) => {
    const to = of.history[i + 1]?.at ?? null;
    return { ...(each.version ? { version: each.version } : {}), state: each.state, from: each.at, to, seconds: Math.round((Date.parse(to ?? iso(0)) - Date.parse(each.at)) / 1000) };
  });

/** What that person may do now. */
export function commands(of: Kept, session: Session): string[] {
  const side = sideOf(session, of.document);
  const officer = session.roles.includes("data-officer");
  const may: string[] = [];
  const state = of.proposed?.state ?? of.state;
  const talk = of.proposed ? of.proposed.state : of.state;
  if (session.roles.includes("counsel") || (officer && side)) may.push("comment");
  if (session.roles.includes("reviewer") && of.review && boards[0]!.members.includes(session.subject)) {
    may.push("comment", "minutes");
    if (state === "IN_REVIEW") may.push("vote");
  }
  if (session.roles.includes("counsel") && talk === "DRAFT") may.push("redraft");
  if (!officer || !side) return may;
  if (of.document.emergency && of.state === "DRAFT") {
    if (side === "assigner" && session.subject !== of.declaredBy) may.push("confirm-emergency");
    return [...may, ...(side === "assigner" ? ["refuse"] : [])];
  }
  if (talk === "DRAFT") may.push("redraft", side === "assigner" ? "offer" : "request");
  if (talk === "REQUESTED" || talk === "OFFERED") {
    if (of.lastMoveBy !== side) may.push("accept");
    if (talk === (side === "assigner" ? "REQUESTED" : "OFFERED")) may.push(side === "assigner" ? "offer" : "request");
    may.push("refuse");
  }
  if (["IN_REVIEW", "AGREED", "VERIFIED"].includes(talk)) may.push("refuse");
  if ((talk === "AGREED" && side === "assignee") || (talk === "VERIFIED" && side === "assigner")) may.push("sign");
  if (of.state === "ACTIVE" || of.state === "SUSPENDED") {
    if (!of.proposed) may.push("amend");
    if (side === "assigner") may.push(of.state === "ACTIVE" ? "suspend" : "resume", "rotate-keys", "terminate", "revoke");
    else may.push("withdraw");
  }
  if (of.state === "DESTRUCTION_DUE" && side === "assignee") may.push("certificate");
  if (of.state === "DESTRUCTION_CERTIFIED" && side === "assigner") may.push("close");
  return may;
}

export function move(of: Kept, state: AgreementState, by: string, what: string, days: number | null): void {
  const at = iso(0);
  of.history.push({ version: (of.proposed?.document ?? of.document).version, state, at, by, epoch: ++epoch, what });
  Object.assign(of, { epoch, changedAt: at, changedBy: by, deadline: days === null ? null : iso(days) });
  if (of.proposed && !["REFUSED", "ACTIVE", "SUSPENDED", "REVOKED"].includes(state)) Object.assign(of.proposed, { state, since: at });
  else of.state = state;
  const version = of.versions.find((each) => each.version === (of.proposed?.document ?? of.document).version);
  if (version) Object.assign(version, { state, since: at });
}

export function receiptOf(of: Kept, state: AgreementState): SignedReceipt {
  const at = iso(0);
  const signed: SignedReceipt = {
    receipt: {
      ...{ agreement: of.document.uid, version: of.document.version, epoch, state, changedAt: at, confirmedAt: at },
      ...{ enforcers: ["enforcer-1", "enforcer-2"], fenced: [] },
      shared: of.document.target?.feed
        ? [
            {
              feed: of.document.target.feed,
              topic: `shared.${of.document.assignee}.${of.document.uid}.${of.document.target.feed}`,
              endOffsets: { "0": 61_410, "1": 60_988, "2": 61_792 },
            },
          ]
        : [],
    },
    keyId: "hub/2026-1",
    signature: createHash("sha512").update(at).digest("base64"),
  };
  of.receipts?.push(signed);
  return signed;
}

export const moveSide = (of: Kept, side: Side | null): void => void (of.lastMoveBy = side);
