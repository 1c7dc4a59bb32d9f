import { describe, expect, it } from "vitest";
import type { Segment, Standing } from "../src/api/types";
import { choice, dates, endedAgreement, otherDay, speedsState } from "../src/pages/speeds/state";
import { ownPath } from "../src/app/router";

const known = {
  dates: ["2026-11-20", "2026-11-21", "2026-11-22"],
  // The 22nd has only begun.
  ...{ from: "2026-11-21", to: "2026-11-21" },
  routes: [
    { route: "1", direction: 0, n: 10, meanMps: 4 },
    { route: "2", direction: 1, n: 90, meanMps: 4 },
    { route: "2", direction: 0, n: 80, meanMps: 4 },
  ],
};
const none = speedsState.read("");

describe("what the speeds page shows unasked", () => {
  it("is the newest day with figures, and the route and direction with most data", () => {
    const span = dates(none, known)!;
    expect(span).toEqual({ from: "2026-11-21", to: "2026-11-21" });
    expect(choice(none, known, span)).toMatchObject({ route: "2", direction: 1 });
  });

  it("keeps to the route that the URL names", () => {
    const span = dates(none, known)!;
    expect(choice({ ...none, route: "1" }, known, span)).toMatchObject({ route: "1", direction: 0 });
    expect(choice({ ...none, route: "9" }, known, span)).toMatchObject({ route: "9", direction: 0 });
  });

  it("turns days in the wrong order round", () => {
    expect(dates({ ...none, from: "2026-11-21", to: "2026-11-20" }, known)).toEqual({
      ...{ from: "2026-11-20", to: "2026-11-21" },
    });
  });

  it("is nothing where there is no data", () => {
    expect(dates(none, { dates: [], from: "2026-11-22", to: "2026-11-22", routes: [] })).toBeNull();
  });
});

describe("another day", () => {
  const shown = (day: string, tooFew: boolean) => ({ from: day, to: day, segments: [{ all: { n: 1, trips: 1, tooFew } } as Segment] });

  it("is offered where a day has begun since the one that was opened unasked", () => {
    expect(otherDay(none, known, shown("2026-11-21", false))).toEqual({ day: "2026-11-22", why: "begun" });
    expect(otherDay({ ...none, from: "2026-11-20" }, known, shown("2026-11-20", false))).toBeNull();
  });

  it("is the newest with figures where what was asked for has none", () => {
    expect(otherDay({ ...none, from: "2026-11-22" }, known, shown("2026-11-22", true))).toEqual({ day: "2026-11-21", why: "empty" });
    expect(otherDay({ ...none, from: "2026-11-22" }, known, { from: "2026-11-22", to: "2026-11-22", segments: [] })?.day).toBe("2026-11-21");
  });

  it("is not offered where no day has figures", () => {
    expect(otherDay(none, { ...known, from: "2026-11-22", to: "2026-11-22" }, shown("2026-11-22", true))).toBeNull();
  });
});

describe("a feed whose agreement ended", () => {
  const standing = (flow: Standing["flow"]): Standing => ({ flow, agreement: { document: { uid: "x" } } }) as Standing;

  it("has nothing to show, by its agreement's end", () => {
    expect(endedAgreement(standing("ended"))).toBe("x");
    expect(endedAgreement(standing("quiet"))).toBeNull();
    expect(endedAgreement(undefined)).toBeNull();
  });
});

describe("where signing in goes on to", () => {
  it.each([
    ["/now?feed=a", "/now?feed=a"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example", "/"],
    [null, "/"],
  ])("takes %s as %s", (to, path) => expect(ownPath(to)).toBe(path));
});
