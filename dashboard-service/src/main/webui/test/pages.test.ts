import { describe, expect, it } from "vitest";
import type { Feed, Standing } from "../src/api/types";
import { Fleet } from "../src/map/fleet";
import { troubles } from "../src/pages/home/troubles";
import { healthSentence } from "../src/pages/feeds/health";
import { rows } from "../src/pages/now/rows";
import { nowState } from "../src/pages/now/state";
import { match } from "../src/app/router";
import { t } from "../src/texts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

function standing(patch: Partial<Standing>, expires: string | null = null): Standing {
  return {
    ...{ feed: "a.b", title: "Buses", agencyName: "A", timezone: "UTC", recorded: false, flow: "flowing", lastSharedAt: null },
    agreement: {
      ...{ epoch: 1, state: "ACTIVE", since: "2026-01-01T00:00:00Z" },
      document: { uid: "x", title: "X", expires } as never,
    },
    ...patch,
  };
}

const feed = (health: Partial<Feed["health"]>): Feed =>
  ({ id: "a.b", title: "Buses", source: { kind: "push" }, health: { lastGoodAt: null, lastOutcome: null, ...health } }) as Feed;

describe("what needs attention", () => {
  it("is nothing while all flows", () => {
    expect(troubles([standing({})], [feed({ state: "flowing" })], [], NOW)).toEqual([]);
  });

  it("is an agreement's end, one that comes soon, a feed without one, a failing feed", () => {
    const of = (one: Standing[], two: Feed[] = []) => troubles(one, two, [], NOW).map((each) => each.text);
    expect(of([standing({ flow: "ended" })])[0]).toContain("has ended");
    expect(of([standing({}, "2026-11-25T00:00:00Z")])[0]).toContain("ends in 3 days");
    expect(of([standing({}, "2027-11-25T00:00:00Z")])).toEqual([]);
    expect(of([standing({ agreement: null, flow: "none" })])[0]).toContain("no agreement covers it");
    expect(of([], [feed({ state: "failing" })])[0]).toContain("failing");
  });
});

describe("a feed's health in words", () => {
  it("says since when it is quiet", () => {
    expect(healthSentence(feed({ state: "quiet", lastGoodAt: "2026-11-22T11:50:00Z" }), NOW)).toContain("10 min");
    expect(healthSentence(feed({ state: "waiting" }), NOW)).toContain("first push");
  });
});

describe("the list beside the map", () => {
  const fleet = new Fleet();
  const vehicle = (id: string, route: string, direction: number, at: number) =>
    [id, 40, -75, null, null, route, direction, null, at, null] as const;
  fleet.apply(
    {
      ...{ feed: "a.b", now: 100, full: true, staleAfter: 50, goneAfter: 300, gone: [] },
      vehicles: [vehicle("c", "10", 0, 99), vehicle("a", "9", 1, 20), vehicle("b", "9", 0, 98)].map((v) => [...v]),
    },
    0,
  );
  const ids = (search: string) => rows(fleet, nowState.read(search), new Map()).map((each) => each.id);

  it("sorts routes as people count", () => expect(ids("")).toEqual(["a", "b", "c"]));
  it("sorts the other way round", () => expect(ids("?order=down")).toEqual(["c", "a", "b"]));
  it("shows the newest first by time", () => expect(ids("?sort=seen")).toEqual(["c", "b", "a"]));
  it("passes what the filters let", () => {
    expect(ids("?route=9&direction=0")).toEqual(["b"]);
    expect(ids("?state=stale")).toEqual(["a"]);
  });
});

describe("the ledger's sum in words", () => {
  it("speaks of one as of one", () => {
    expect([1, 12].map(t.ledgerPage.allBalance)).toEqual(["It balances.", "All 12 balance."]);
    expect([1, 2].map(t.ledgerPage.someDoNot)).toEqual(["1 does not balance.", "2 do not balance."]);
  });
});

describe("the router", () => {
  it("finds pages and what their address names", () => {
    expect(match("/").route.name).toBe("home");
    expect(match("/agreements/buses%2Ffor").params["id"]).toBe("buses/for");
    expect(match("/agreements/%E0%A4%A").params["id"]).toBe("%E0%A4%A");
    expect(match("/nowhere").route.name).toBe("not-found");
  });
});
