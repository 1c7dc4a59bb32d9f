import type { Agreement, AgreementDocument, Board, InboxItem, Jurisdiction, Problem, Session, VoteWord, WrittenProhibition } from "../src/api/types";
import { agreements, boards, commands, document, hashOf, type Kept, move, moveSide, plain, receiptOf, view } from "./mockAgreements";
import { FEED, FIELDS } from "./mockContract";
import * as ledger from "./mockLedger";
import { purposes } from "./mockData";
import { sideOf } from "./mockPeople";
import { check, effect, explain, preview } from "./mockPreview";

/** What the pretended consent-service answers: a body, or a problem. */
export type Answer = { status: number; body?: unknown; file?: string } | undefined;

const ok = (body: unknown, status = 200): Answer => ({ status, body });
const refuse = (status: number, code: string, title: string, remedy: string, detail?: string): Answer => ({
  status,
  body: { type: `https://weir.dev/errors#${code}`, title, status, code, remedy, ...(detail ? { detail } : {}) } satisfies Problem & { type: string },
});
const notAllowed = (): Answer => refuse(403, "not-allowed", "Your role does not allow this.", "Ask somebody who has the role named.");
const wrongState = (of: Kept): Answer =>
  refuse(409, "agreement-state", "The agreement’s state does not allow this.", "See what its state allows.", `It is ${of.state}.`);

const jurisdictions: Jurisdiction[] = [
  { id: "ohio-dx", name: "Ohio data exchange", citation: "Ohio Rev. Code § 125.32", limit: "quasi-identifier", members: ["city-planning", "state-dot"], agencies: ["riverton-transit", "hills-paratransit"] },
];
const prohibitions: WrittenProhibition[] = [
  { id: "p-1", feed: "hills-paratransit.vehicle-positions", citation: "49 CFR § 37.173; Hills Board resolution 12", reason: "A paratransit trip tells who is disabled.", by: "rae.transit", at: "2026-08-03T14:00:00Z" },
];

/** What asks no sign-in. */
export function open(path: string, query: URLSearchParams): Answer {
  if (path === "/keys") return ok(ledger.keys);
  if (path === "/register") return ok(register());
  if (path === "/ledger/checkpoint") return ok(ledger.checkpoint());
  if (path === "/ledger/key") return ok(ledger.checkpoint().key);
  if (path === "/ledger/proofs/inclusion") return ok(ledger.inclusion(Number(query.get("index")), Number(query.get("size"))));
  if (path === "/ledger/proofs/consistency") return ok(ledger.consistency(Number(query.get("from")), Number(query.get("to"))));
  return undefined;
}

export function answer(method: string, path: string, query: URLSearchParams, session: Session, text: string): Answer {
  const body = (text ? JSON.parse(text) : {}) as Record<string, never> & { document?: AgreementDocument; records?: number };
  if (path === "/inbox") return ok(inbox(session));
  if (path === "/ledger") return ok({ balances: ledger.balances({ feed: query.get("feed"), agreement: query.get("agreement") }) });
  if (path === "/ledger/leaves") return ok(ledger.leaves(Number(query.get("from")), Number(query.get("count") ?? 1)));
  if (path === "/ledger/export") return { ...ok(ledger.leaves(0, 100_000))!, file: "ledger.weir-ledger" };
  if (path === "/ledger/daily") return ok(ledger.daily(query.get("agreement")));
  if (path === "/boards") return method === "POST" ? makeBoard(body as unknown as Board) : ok(boards);
  if (path === "/jurisdictions") {
    if (method === "POST") jurisdictions.push(body as unknown as Jurisdiction);
    return ok(method === "POST" ? body : jurisdictions, method === "POST" ? 201 : 200);
  }
  if (/^\/jurisdictions\/[^/]+\/draws$/.test(path)) return draw(body as unknown as { member: string; feed: string; fields: string[]; purpose: string }, session);
  if (path === "/prohibitions" && method === "POST") {
    const made = { ...(body as unknown as WrittenProhibition), id: `p-${prohibitions.length + 1}`, by: session.subject, at: new Date().toISOString() };
    prohibitions.push(made);
    return ok(made, 201);
  }
  if (path === "/prohibitions") return ok(prohibitions);
  if (path.startsWith("/prohibitions/")) {
    prohibitions.splice(prohibitions.findIndex((each) => path.endsWith(each.id)), 1);
    return { status: 204 };
  }
  if (path === "/accounting") return accounting(body as unknown as { feed: string; subject: string }, session);
  if (/^\/parties\/[^/]+\/keys$/.test(path)) return ok(ledger.keys);
  if (path === "/agreements/check") return ok(check(body.document!));
  if (path === "/agreements/preview") {
    return session.recipient ? notAllowed() : ok(preview(body.document!, Math.min(body.records ?? 200, 500)));
  }
  if (path === "/agreements/explain") return ok(explain(body.document!));
  if (path === "/agreements/effect") {
    const two = body as unknown as { from: AgreementDocument; to: AgreementDocument; records: number };
    return ok(effect(two.from, two.to, Math.min(two.records, 500)));
  }
  if (path === "/agreements/emergency") return make(body as unknown as AgreementDocument, session, true);
  if (path === "/agreements" && method === "POST") return make(body as unknown as AgreementDocument, session, false);
  if (path === "/agreements") return ok(agreements.map((each) => view(each, session)));
  const [, id, rest] = /^\/agreements\/([^/]+)(?:\/([\w-]+))?$/.exec(path) ?? [];
  if (!id) return undefined;
  const known = agreements.find((each) => each.document.uid === decodeURIComponent(id));
  if (!known) return refuse(404, "unknown-agreement", "No such agreement exists.", "Check its id.");
  if (method === "PUT") return redraft(known, body as unknown as AgreementDocument, session);
  if (!rest) return ok(view(known, session));
  if (rest === "versions") return ok(known.versions);
  if (rest === "receipts") return ok(known.receipts);
  if (rest === "diff") return ok({ changes: diff(known, Number(query.get("from")), Number(query.get("to"))) });
  return change(known, rest, body as Record<string, unknown>, session);
}

function inbox(session: Session): InboxItem[] {
  const words: Record<string, string> = {
    accept: "The other party proposed it. Accept it, change it, or refuse it.",
    sign: "It is agreed. Your signature is next.",
    vote: "The board has not decided. Your vote is asked for.",
    certificate: "Everything received must be destroyed, and the destruction certified.",
    close: "The destruction is certified. It can be closed.",
    "confirm-emergency": "An emergency was declared. A second officer must confirm it.",
  };
  const items = agreements.flatMap((each): InboxItem[] => {
    const first = commands(each, session).find((command) => command in words);
    if (!first || (first === "vote" && each.review?.votes.some((vote) => vote.by === session.subject))) return [];
    return [
      {
        ...{ agreement: each.document.uid, title: each.document.title, what: words[first]!, command: first, since: each.changedAt },
        ...{ deadline: each.deadline ?? null, overdue: !!each.deadline && Date.parse(each.deadline) < Date.now() },
      },
    ];
  });
  if (session.roles.includes("data-officer") && !session.recipient) {
    items.push({
      ...{ agreement: "buses-2024", title: "Bus positions, pilot of 2024", command: null, since: agreements[6]!.changedAt },
      ...{ what: "The recipient’s certificate of destruction is overdue.", deadline: agreements[6]!.deadline ?? null, overdue: true },
    });
  }
  return items.filter((item) => agreements.find((each) => each.document.uid === item.agreement)?.state !== "CLOSED");
}

function makeBoard(board: Board): Answer {
  if (boards.some((each) => each.id === board.id)) return refuse(409, "already-exists", "This id is taken.", "Choose another id, or use what exists.");
  boards.push(board);
  return ok(board, 201);
}

function make(given: AgreementDocument, session: Session, emergency: boolean): Answer {
  if (agreements.some((each) => each.document.uid === given.uid)) {
    return refuse(409, "already-exists", "This id is taken.", "Choose another id, or use what exists.");
  }
  const of: Kept = {
    ...{ document: given, hash: hashOf(given), state: "DRAFT", endedAs: null, epoch: 0, changedAt: "", changedBy: "", proposed: null },
    ...{ lastMoveBy: null, deadline: null, plainLanguage: plain(given), history: [], signatures: [], review: null, comments: [] },
    ...{ destruction: null, receipts: [], versions: [{ version: 1, document: given, hash: hashOf(given), state: "DRAFT", since: "" }] },
  };
  move(of, "DRAFT", session.subject, emergency ? `${session.name} declared an emergency.` : `${session.name} wrote the draft.`, emergency ? 1 : null);
  if (emergency) of.declaredBy = session.subject;
  agreements.unshift(of);
  return ok(view(of, session), 201);
}

function redraft(of: Kept, given: AgreementDocument, session: Session): Answer {
  if ((of.proposed?.state ?? of.state) !== "DRAFT") return wrongState(of);
  write(of, given);
  return ok(view(of, session));
}

function write(of: Kept, given: AgreementDocument): void {
  const hash = hashOf(given);
  if (of.proposed) Object.assign(of.proposed, { document: given, hash });
  else Object.assign(of, { document: given, hash, plainLanguage: plain(given) });
  const version = of.versions.find((each) => each.version === given.version);
  if (version) Object.assign(version, { document: given, hash });
}

function diff(of: Kept, from: number, to: number): unknown[] {
  const [a, b] = [from, to].map((n) => of.versions.find((each) => each.version === n)?.document);
  if (!a || !b) return [];
  const changes: unknown[] = [];
  for (const path of b.target?.fields ?? []) if (!a.target?.fields.includes(path)) changes.push({ clause: "target.fields", sentence: `“${path}” flows as well.`, effect: "widens" });
  for (const path of a.target?.fields ?? []) if (!b.target?.fields.includes(path)) changes.push({ clause: "target.fields", sentence: `“${path}” no longer flows.`, effect: "narrows" });
  if (a.retentionDays !== b.retentionDays) changes.push({ clause: "retentionDays", sentence: `It may be kept for ${b.retentionDays} days; before, ${a.retentionDays}.`, effect: b.retentionDays < a.retentionDays ? "narrows" : "widens" });
  if (a.title !== b.title) changes.push({ clause: "title", sentence: `It is called “${b.title}”.`, effect: "neither" });
  return changes;
}

function change(of: Kept, command: string, body: Record<string, unknown>, session: Session): Answer {
  const names: Record<string, string> = { comments: "comment", votes: "vote" };
  if (!commands(of, session).includes(names[command] ?? command)) return sideOf(session, of.document) ? wrongState(of) : notAllowed();
  const reason = String(body["reason"] ?? "");
  const at = new Date().toISOString();
  const side = sideOf(session, of.document);
  const name = session.name ?? session.subject;
  if (["refuse", "revoke", "withdraw", "terminate", "suspend"].includes(command) && !reason) {
    return refuse(400, "missing-field", "A field is missing.", "Send the field that is named.", "The reason is missing.");
  }
  switch (command) {
    case "comments":
      of.comments?.push({ by: session.subject, side, at, text: String(body["text"]) });
      break;
    case "minutes":
      of.review?.minutes.push({ by: session.subject, at, text: String(body["text"]) });
      break;
    case "votes":
      return vote(of, body as unknown as { vote: VoteWord; comment: string }, session);
    case "request":
    case "offer":
      if (body["document"]) write(of, body["document"] as AgreementDocument);
      move(of, command === "offer" ? "OFFERED" : "REQUESTED", session.subject, `${name} ${command === "offer" ? "offered" : "requested"} it.`, 60);
      moveSide(of, side);
      break;
    case "accept":
      accept(of, session, name);
      break;
    case "sign":
      sign(of, session, name);
      break;
    case "amend": {
      const given = body["document"] as AgreementDocument;
      of.proposed = { document: given, hash: hashOf(given), state: "DRAFT", since: at };
      of.versions.push({ version: given.version, document: given, hash: hashOf(given), state: "DRAFT", since: at });
      of.review = null;
      break;
    }
    case "refuse":
      move(of, "REFUSED", session.subject, `${name} refused it: ${reason}`, null);
      of.proposed = null;
      break;
    case "suspend":
    case "resume": {
      move(of, command === "suspend" ? "SUSPENDED" : "ACTIVE", session.subject, `${name} ${command === "suspend" ? `suspended it: ${reason}` : "resumed it."}`, null);
      return ok(receiptOf(of, of.state));
    }
    case "revoke":
    case "withdraw":
    case "terminate":
      return end(of, command, reason, session, name);
    case "rotate-keys":
      receiptOf(of, of.state);
      break;
    case "confirm-emergency":
      move(of, "ACTIVE", session.subject, `${name} confirmed the emergency.`, null);
      return ok(receiptOf(of, "ACTIVE"));
    case "certificate":
      Object.assign(of.destruction!, { overdue: false, certificate: { destroyed: body["destroyed"], certifiedBy: session.subject, at, note: body["note"] } });
      move(of, "DESTRUCTION_CERTIFIED", session.subject, `${name} certified the destruction.`, null);
      break;
    case "close":
      move(of, "CLOSED", session.subject, `${name} closed it.`, null);
      break;
    default:
      return refuse(404, "not-found", "There is nothing here.", "Check the address.");
  }
  return ok(view(of, session));
}

function accept(of: Kept, session: Session, name: string): void {
  const board = boards.find((each) => each.id === (of.proposed?.document ?? of.document).reviewBoard);
  if (!board) return move(of, "AGREED", session.subject, `${name} accepted it.`, 60);
  move(of, "IN_REVIEW", session.subject, `${name} accepted it; the board reviews it.`, board.reviewDays);
  of.review = { board: board.id, boardName: board.name, members: board.members.length, quorum: board.quorum, votes: [], minutes: [], decideBy: of.deadline ?? null };
}

function vote(of: Kept, given: { vote: VoteWord; comment: string }, session: Session): Answer {
  const review = of.review!;
  review.votes = review.votes.filter((each) => each.by !== session.subject);
  review.votes.push({ by: session.subject, ...given, at: new Date().toISOString() });
  const approvals = review.votes.filter((each) => each.vote === "approve").length;
  if (review.votes.length >= review.quorum && approvals > review.members / 2) move(of, "AGREED", "board", `The board approved it, ${approvals} to ${review.votes.length - approvals}.`, 60);
  return ok(view(of, session));
}

function sign(of: Kept, session: Session, name: string): void {
  const d = of.proposed?.document ?? of.document;
  const assignee = session.recipient === d.assignee;
  if (of.proposed && assignee) of.signatures = [];
  of.signatures?.push({ party: assignee ? "assignee" : "assigner", by: session.subject, keyId: `${assignee ? d.assignee : d.assigner}/2026-1`, at: new Date().toISOString(), hash: hashOf(d), signature: "c2lnbmVkIGJ5IHRoZSBwcmV0ZW5kZWQgc2VydmljZQ==" });
  move(of, assignee ? "VERIFIED" : "FINALIZED", session.subject, `${name} signed.`, 60);
  if (assignee) return;
  const later = d.effectiveFrom && Date.parse(d.effectiveFrom) > Date.now();
  if (later) return;
  if (of.proposed) Object.assign(of, { document: d, hash: hashOf(d), plainLanguage: plain(d), proposed: null });
  move(of, "ACTIVE", "clock", "Its first day came.", null);
  receiptOf(of, "ACTIVE");
}

function end(of: Kept, command: string, reason: string, session: Session, name: string): Answer {
  const state = command === "revoke" ? "REVOKED" : command === "withdraw" ? "WITHDRAWN" : "TERMINATED";
  of.proposed = null;
  move(of, state, session.subject, `${name} ended it: ${reason}`, null);
  of.endedAs = state;
  const signed = receiptOf(of, state);
  move(of, "DESTRUCTION_DUE", "clock", "The recipient must destroy what it received.", 7);
  of.destruction = { due: of.deadline ?? null, topicDeletedAt: of.changedAt, certificate: null, overdue: false };
  return ok(signed);
}

function draw(body: { member: string; feed: string; fields: string[]; purpose: string }, session: Session): Answer {
  const barred = prohibitions.find((each) => each.feed === body.feed);
  if (barred) {
    return refuse(422, "sharing-prohibited", "The owner has filed a written prohibition.", "Ask the owner for an agreement.", `${barred.citation}: ${barred.reason}`);
  }
  const above = FIELDS.find(([path, , kind]) => body.fields.includes(path) && kind === "DIRECT_IDENTIFIER");
  if (above) {
    return refuse(422, "above-the-limit", "A field is classified above the jurisdiction’s limit.", "Leave the field out, or ask the owner for an agreement.", `“${above[0]}” identifies directly.`);
  }
  const d = document(`draw-${agreements.length}`, `Drawn: ${body.feed}`, { assignee: body.member, purpose: body.purpose, presumption: "ohio-dx", target: { feed: body.feed || FEED, contractVersion: "1.0.0", fields: body.fields } });
  make(d, session, false);
  move(agreements[0]!, "ACTIVE", session.subject, "Drawn under the presumption of sharing.", null);
  return ok({ agreement: d.uid, state: "ACTIVE", epoch: agreements[0]!.epoch, document: d }, 201);
}

function accounting(body: { feed: string; subject: string }, session: Session): Answer {
  if (!session.roles.includes("auditor") && (!session.roles.includes("data-officer") || session.recipient)) return notAllowed();
  if (body.subject !== "bus-1001") return ok({ subject: body.subject, lines: [], notes: ["No record of this subject was published in that time."] });
  return ok({
    subject: body.subject,
    lines: [0, 1, 2].map((n) => ({
      ...{ agreement: "buses-for-planning", title: "Bus positions for street planning", recipient: "city-planning" },
      ...{ date: new Date(Date.now() - n * 86_400_000).toISOString().slice(0, 10), records: 1_204 - n * 31 },
    })),
    notes: ["Under “Bus positions for street planning” it appears as a pseudonym."],
  });
}

function register(): unknown {
  const shown = agreements.filter((each) => !["DRAFT", "REQUESTED", "OFFERED", "IN_REVIEW", "AGREED", "VERIFIED", "REFUSED", "TIMED_OUT"].includes(each.state));
  const agent = (id: string): unknown => ({ "@type": "Agent", name: id.split("-").map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" ") });
  return {
    "@context": "https://weir.dev/context/register-1.jsonld",
    "@type": "Catalog",
    title: "Register of data sharing",
    dataset: shown.map(({ document: d, state, plainLanguage }: Agreement | Kept) => ({
      ...{ "@id": `https://weir.dev/id/agreement/${d.uid}`, "@type": "Dataset", identifier: d.uid, title: d.title, tier: d.tier, state },
      ...{ publisher: agent(d.assigner), recipient: agent(d.assignee), authority: d.authority },
      purpose: { "@type": "Purpose", title: purposes.find((each) => each.id === d.purpose)?.title ?? d.purpose },
      ...(d.effectiveFrom ? { effectiveFrom: d.effectiveFrom } : {}),
      ...(d.expires ? { expires: d.expires } : {}),
      ...(d.target ? { feed: "Riverton buses", fields: FIELDS.filter(([path]) => d.target!.fields.includes(path)).map(([, , , title]) => title) } : {}),
      accessRestriction: { label: d.tier === "DUL" ? "Only the recipient receives it, and only the fields listed." : "Nothing is shared by this agreement alone." },
      useRestriction: { label: "Only for this purpose. The recipient must not find out whom a record is about, pass it on, or use it to enforce the law." },
      plainLanguage,
      daily: d.tier === "DUL" ? ledger.daily(d.uid).slice(-7) : [],
    })),
  };
}
