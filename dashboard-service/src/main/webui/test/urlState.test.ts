import { describe, expect, it } from "vitest";
import { day, number, numbers, oneOf, text, urlState } from "../src/app/urlState";

const state = urlState({
  feed: text(),
  z: number(2, 0, 24),
  state: oneOf(["all", "stale"] as const, "all"),
  from: day(),
  hours: numbers(0, 30),
});

describe("the state of a view in its URL", () => {
  it("comes back as it was written", () => {
    const value = { feed: "a.b", z: 12.35, state: "stale" as const, from: "2026-11-22", hours: [7, 8] };
    expect(state.read(state.write(value))).toEqual(value);
  });

  it("leaves out what equals the default", () => {
    expect(state.write({ feed: null, z: null, state: "all", from: null, hours: [] })).toBe("");
  });

  it("takes nonsense for absent", () => {
    expect(state.read("?z=ninety&state=odd&from=2026-13-45&hours=7,x,99,7")).toEqual({
      ...{ feed: null, z: null, state: "all", from: null, hours: [7] },
    });
    expect(state.read("?z=25").z).toBeNull();
    expect(state.read("?z=").z).toBeNull();
  });

  it("keeps text with markup and other scripts as text", () => {
    const feed = 'a&b=<b>"ü שדרות';
    expect(state.read(state.write({ ...state.read(""), feed })).feed).toBe(feed);
  });
});
