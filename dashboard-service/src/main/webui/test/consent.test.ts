import { describe, expect, it } from "vitest";
import type { Agreement, Balance, InboxItem } from "../src/api/types";
import { due, span } from "../src/format/spans";
import { accounted, balances, sum } from "../src/parts/balance";
import { purposeOptions } from "../src/parts/purposes";
import { course } from "../src/pages/agreement/course";
import { receiptIn } from "../src/pages/agreement/deeds";
import { groupOf, listed, listState } from "../src/pages/agreements/state";
import { wrongBoard } from "../src/pages/boards/form";
import { byUrgency } from "../src/pages/inbox/order";
import { emptyDraw, isAbove, wrongDraw } from "../src/pages/jurisdictions/draw";
import { wrongAgencies, wrongIds } from "../src/pages/jurisdictions/forms";
import { entries } from "../src/pages/register/read";
import { match } from "../src/app/router";
import { STATES } from "../src/api/types";
import { t } from "../src/texts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const DAY = 86_400;

describe("time in words", () => {
  it("says how long as people do", () => {
    expect([30, 61, 3 * 3600, 47 * 3600, 2 * DAY, 59 * DAY, 61 * DAY, 400 * DAY, 730.6 * DAY].map(span)).toEqual([
      ...["less than a minute", "1 minute", "3 hours", "47 hours", "2 days", "59 days", "2 months", "1 year 1 month", "2 years"],
    ]);
  });

  it("says when something is due, and that it is overdue", () => {
    expect(due("2026-11-22T12:30:00Z", NOW)).toEqual({ nearness: "soon", words: "due within the hour" });
    expect(due("2026-11-25T11:00:00Z", NOW)).toEqual({ nearness: "soon", words: "due in 2 days" });
    expect(due("2026-12-22T12:00:00Z", NOW).nearness).toBe("far");
    expect(due("2026-11-20T12:00:00Z", NOW)).toEqual({ nearness: "overdue", words: "overdue by 2 days" });
  });
});

const agreement = (uid: string, patch: Partial<Agreement> & { title?: string } = {}): Agreement =>
  ({
    ...{ state: "ACTIVE", changedAt: "2026-11-01T00:00:00Z", deadline: null, proposed: null, history: [] },
    document: { uid, title: patch.title ?? uid, assigner: "a", assignee: "b", target: { feed: "a.x" } },
    ...patch,
  }) as unknown as Agreement;

describe("the list of agreements", () => {
  const all = [
    agreement("force"),
    agreement("late", { state: "REQUESTED", deadline: "2026-11-01T00:00:00Z" }),
    agreement("soon", { state: "IN_REVIEW", deadline: "2026-11-24T00:00:00Z" }),
    agreement("closed", { state: "CLOSED" }),
    agreement("amended", { proposed: { state: "OFFERED" } as never }),
  ];
  const ids = (search: string) => listed(all, listState.read(search)).map((each) => each.document.uid);

  it("puts deadlines first, what is over last", () => expect(ids("")).toEqual(["late", "soon", "amended", "force", "closed"]));
  it("passes a group, and an amendment under talk in two", () => {
    expect(ids("?group=negotiating")).toEqual(["late", "soon", "amended"]);
    expect(ids("?group=force")).toEqual(["amended", "force"]);
    expect(ids("?group=ended")).toEqual(["closed"]);
  });
  it("passes a party and a feed", () => {
    expect(ids("?party=b&feed=a.x")).toHaveLength(5);
    expect(ids("?party=c")).toEqual([]);
  });
  it("knows a group and words for every state", () => {
    for (const state of STATES) {
      expect(groupOf(state)).toBeTruthy();
      expect(t.states[state]).toBeTruthy();
      expect(t.stateMeaning[state]).toBeTruthy();
    }
  });
});

describe("an agreement's course", () => {
  const at = (state: Agreement["state"], board: string | null): string[] =>
    course({ state, timeInState: [{ state, from: "2026-11-20T12:00:00Z", to: null, seconds: 0 }], document: { reviewBoard: board } as never, history: [] }, NOW).map((each) => `${each.place} ${each.state}`);

  it("has the review ahead only where a board is named", () => {
    expect(at("REQUESTED", "x")).toEqual(["now REQUESTED", "ahead IN_REVIEW", "ahead AGREED", "ahead VERIFIED", "ahead FINALIZED", "ahead ACTIVE"]);
    expect(at("OFFERED", null)).not.toContain("ahead IN_REVIEW");
  });
  it("has destruction ahead once it is due, and nothing once it was refused", () => {
    expect(at("DESTRUCTION_DUE", null)).toEqual(["now DESTRUCTION_DUE", "ahead DESTRUCTION_CERTIFIED", "ahead CLOSED"]);
    expect(at("REFUSED", null)).toEqual(["now REFUSED"]);
  });
  it("of a declared emergency has nothing ahead but its coming into force", () => {
    const d = { emergency: { declaration: "Order 14", sunset: "2026-12-03T05:00:00Z" }, reviewBoard: "x" } as never;
    expect(course({ state: "DRAFT", timeInState: [], document: d, history: [] }, NOW).map((each) => each.state)).toEqual(["ACTIVE"]);
  });
  it("is that of one version: an amendment's is its own", () => {
    const steps = [
      { version: 1, state: "ACTIVE", from: "2026-11-01T00:00:00Z", to: null, seconds: 0 },
      { version: 2, state: "DRAFT", from: "2026-11-20T12:00:00Z", to: null, seconds: 0 },
    ] as const;
    const of = (version: number, state: Agreement["state"]) => course({ state, timeInState: [...steps], document: { version } as never, history: [] }, NOW);
    expect(of(1, "ACTIVE").map((each) => each.state)).toEqual(["ACTIVE"]);
    expect(of(2, "DRAFT")[0]).toMatchObject({ state: "DRAFT", place: "now" });
  });
  it("counts the state of now until now", () => {
    const [now] = course({ state: "DRAFT", timeInState: [{ state: "DRAFT", from: "2026-11-20T12:00:00Z", to: null, seconds: 0 }], document: {} as never, history: [] }, NOW);
    expect(now!.seconds).toBe(2 * DAY);
  });
});

it("finds a receipt in the answer, or beside the agreement", () => {
  const signed = { receipt: { epoch: 3 }, keyId: "k", signature: "s" };
  expect(receiptIn(signed)).toEqual(signed);
  expect(receiptIn({ document: {}, receipt: signed })).toEqual(signed);
  expect(receiptIn({ document: {} })).toBeNull();
  expect(receiptIn(undefined)).toBeNull();
});

it("adds up by itself, whatever it is told", () => {
  const of = { accepted: 10, shared: 7, withheld: { "agreement-revoked": 2 }, quarantined: 1, balanced: true } as unknown as Balance;
  expect([accounted(of), balances(of), balances({ ...of, accepted: 11 }), balances({ ...of, balanced: false })]).toEqual([10, true, false, false]);
  expect([sum(3), sum({ a: 1, b: 2 }), sum(null)]).toEqual([3, 3, 0]);
});

it("puts the most urgent of the inbox first", () => {
  const item = (agreement: string, deadline: string | null, since: string): InboxItem => ({ agreement, title: "", what: "", command: null, since, deadline, overdue: false });
  const items = [item("none", null, "2026-01-02"), item("later", "2026-12-01", "2026-01-01"), item("first", "2026-11-01", "2026-01-01"), item("oldest", null, "2026-01-01")];
  expect(byUrgency(items).map((each) => each.agreement)).toEqual(["first", "later", "oldest", "none"]);
});

it("shows purposes as a tree", () => {
  const purposes = [
    { id: "b", title: "Below", broader: "a" },
    { id: "a", title: "Above" },
    { id: "c", title: "Lost", broader: "x" },
  ];
  expect(purposeOptions(purposes)).toEqual([["a", "Above"], ["b", "\u2003Below"], ["c", "Lost"]]);
});

it("says what is wrong with a board", () => {
  const right = { id: "data-review", name: "Board", members: "x\ny", quorum: "2", days: "30" };
  expect(wrongBoard(right).size).toBe(0);
  expect([...wrongBoard({ ...right, quorum: "3", id: "Data" }).keys()]).toEqual(["board-id", "board-quorum"]);
});

it("holds a field against a jurisdiction's limit; what it does not know is above it", () => {
  expect([isAbove("OPEN", "quasi-identifier"), isAbove("DIRECT_IDENTIFIER", "quasi-identifier"), isAbove("secret", "sensitive")]).toEqual([false, true, true]);
});

it("reads the register in its plain and its linked terms", () => {
  const plain = entries({ agreements: [{ uid: "x", title: "X", assigner: "a", assignee: "b", expires: null, daily: [{ date: "2026-11-21", shared: 3, withheld: 1 }] }] });
  expect(plain[0]).toMatchObject({ uid: "x", title: "X", assigner: "a", until: null });
  expect(plain[0]!.daily[0]).toMatchObject({ date: "2026-11-21", shared: 3 });
  const linked = entries({ "dcat:dataset": { "@id": "https://weir.dev/a/x", "dct:title": { "@value": "X" }, "odrl:assigner": { "@id": "a" } } });
  expect(linked[0]).toMatchObject({ uid: "x", title: "X", assigner: "a" });
});

it("knows the new pages' addresses", () => {
  const tag = (path: string) => match(path).route.tag;
  expect(["/inbox", "/agreements/new", "/agreements/new-stops", "/agreements/x/edit", "/boards", "/emergency", "/jurisdictions", "/ledger"].map(tag)).toEqual([
    ...["weir-inbox", "weir-draft", "weir-agreement", "weir-draft", "weir-boards", "weir-emergency", "weir-jurisdictions", "weir-ledger"],
  ]);
  expect(match("/register").route.open).toBe(true);
});

it("names what is wrong with a draw, and the first of several short names that is none", () => {
  expect([...wrongDraw(emptyDraw("city-planning")).keys()]).toEqual(["draw-jurisdiction", "draw-feed", "draw-purpose", "draw-title", "draw-fields"]);
  expect(wrongIds("city-planning\nCity Planning")).toContain("City Planning");
  expect(wrongIds("city-planning, state-dot")).toBeNull();
  expect(wrongAgencies("riverton-transit\nriverton", ["riverton-transit"])).toContain("“riverton”");
  expect(wrongAgencies("riverton", [])).toBeNull();
});
