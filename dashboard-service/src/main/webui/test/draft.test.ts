import { describe, expect, it } from "vitest";
import type { AgreementDocument } from "../src/api/types";
import { dayAt, plusDays, startOf } from "../src/format/days";
import { empty, fromDocument, idle, minutesOf, openFields, slug, toDocument } from "../src/pages/draft/model";
import { modeOf, sends } from "../src/pages/draft/send";
import { stepOfClause, stepsOf, wrongOn } from "../src/pages/draft/validate";
import { contract } from "../dev/mockContract";

const ZONE = "America/New_York";

const whole: AgreementDocument = {
  uid: "bus-lanes",
  version: 2,
  profile: "https://weir.dev/profile/1",
  tier: "DUL",
  inheritFrom: "city-dsa",
  supersedes: 1,
  title: "Bus lanes",
  assigner: "riverton-transit",
  assignee: "city-planning",
  honestBroker: "state-university",
  reviewBoard: "data-review",
  authority: "City Code § 14",
  grounds: { confidentiality: "none", benefit: "Riders", risk: "Drivers", decision: "Which streets", alternatives: "Counting" },
  purpose: "transit-planning",
  actions: ["read", "aggregate"],
  prohibitions: ["re-identify"],
  target: {
    feed: "riverton-transit.vehicle-positions",
    contractVersion: "1.0.0",
    fields: ["trip.routeId", "vehicle.id", "position.latitude", "position.longitude", "timestamp"],
    refinement: {
      where: 'trip.routeId == "28"',
      recordsFrom: "2026-11-01T04:00:00Z",
      recordsUntil: "2026-12-01T17:30:00Z",
      within: { west: -75.3, south: 39.8, east: -74.9, north: 40.1 },
    },
  },
  obligations: [
    { action: "pseudonymise", field: "vehicle.id" },
    { action: "coarsenLocation", field: "position", with: { resolution: "9" } },
    { action: "sample", with: { share: "0.1" } },
    { action: "delay", with: { by: "PT15M" } },
    { action: "limitUse", with: { per: "day", records: "1000" } },
  ],
  effectiveFrom: "2026-12-01T05:00:00Z",
  expires: "2027-12-01T05:00:00Z",
  retentionDays: 90,
  service: { freshnessSeconds: 60, completenessPercent: 95 },
};

describe("a draft and its document", () => {
  it("give each other without loss", () => {
    expect(toDocument(fromDocument(whole, ZONE), ZONE)).toEqual(whole);
  });

  it("keep what the form has no question for", () => {
    const odd: AgreementDocument = {
      ...whole,
      obligations: [
        { action: "pseudonymise", field: "vehicle.id" },
        { action: "mask", field: "vehicle.id", with: { showLast: "2" } },
      ],
      effectiveFrom: "2026-12-01T09:17:03Z",
      expires: "2027-12-01T11:00:00Z",
      presumption: "ohio-dx",
    };
    expect(toDocument(fromDocument(odd, ZONE), ZONE)).toEqual(odd);
  });

  it("give each other for a memorandum, an enterprise agreement and an emergency", () => {
    const { target: _t, obligations: _o, inheritFrom: _i, ...rest } = whole;
    const mou: AgreementDocument = { ...rest, tier: "MOU", obligations: [] };
    expect(toDocument(fromDocument(mou, ZONE), ZONE)).toEqual(mou);
    const every: AgreementDocument = { ...whole, target: { except: ["riverton-transit.fares"], contractVersion: "1.0.0", fields: ["timestamp"] }, obligations: [] };
    expect(toDocument(fromDocument(every, ZONE), ZONE)).toEqual(every);
    const flood: AgreementDocument = { ...whole, emergency: { declaration: "Order 14", sunset: "2026-12-10T05:00:00Z" }, expires: "2026-12-10T05:00:00Z" };
    expect(toDocument(fromDocument(flood, ZONE), ZONE)).toEqual(flood);
  });

  it("leave out what is done to a field that no longer flows", () => {
    const draft = { ...fromDocument(whole, ZONE), fields: ["trip.routeId"] };
    expect(toDocument(draft, ZONE).obligations?.map((each) => each.action)).toEqual(["sample", "delay", "limitUse"]);
    expect(idle(draft).map((each) => each.field)).toEqual(["vehicle.id", "position"]);
    expect(idle(fromDocument(whole, ZONE))).toEqual([]);
  });

  it("begin with the open fields alone", () => {
    expect(openFields(contract)).toContain("trip.routeId");
    expect(openFields(contract)).not.toContain("vehicle.id");
    expect(openFields(contract)).not.toContain("vehicle.licensePlate");
    expect(openFields(contract)).not.toContain("position.odometer");
  });
});

describe("days of an agency", () => {
  it("begin at its midnight, also where the clock is changed", () => {
    expect(startOf("2026-11-22", ZONE)).toBe("2026-11-22T05:00:00Z");
    expect(startOf("2026-11-01", ZONE)).toBe("2026-11-01T04:00:00Z");
    expect(startOf("2026-03-08", ZONE)).toBe("2026-03-08T05:00:00Z");
    expect(startOf("2026-03-09", ZONE)).toBe("2026-03-09T04:00:00Z");
    expect(dayAt("2026-11-22T04:59:59Z", ZONE)).toBe("2026-11-21");
    expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("end with their last second: the last day is in", () => {
    const draft = { ...fromDocument(whole, ZONE), ends: "2027-06-30" };
    expect(toDocument(draft, ZONE).expires).toBe("2027-07-01T04:00:00Z");
  });
});

describe("what is wrong on a step", () => {
  const today = "2026-11-22";
  const draft = fromDocument(whole, ZONE);

  it("is nothing for a right one", () => {
    for (const step of stepsOf("DUL")) expect([...wrongOn(step, draft, today)]).toEqual([]);
  });

  it("names the field", () => {
    expect([...wrongOn("who", empty(), today).keys()]).toEqual(["title", "assigner", "assignee", "purpose", "authority"]);
    expect(wrongOn("what", { ...draft, fields: [] }, today).has("fields")).toBe(true);
    expect(wrongOn("how", { ...draft, sample: "0" }, today).has("sample")).toBe(true);
    expect(wrongOn("how", { ...draft, area: { ...draft.area, east: "-80" } }, today).has("west")).toBe(true);
    expect(wrongOn("when", { ...draft, retention: "0" }, today).has("retention")).toBe(true);
    expect(wrongOn("when", { ...draft, ends: "2026-11-21", starts: "" }, today).has("ends")).toBe(true);
  });

  it("is an emergency's sunset beyond 30 days", () => {
    const emergency = { ...draft, emergency: true, declaration: "Order 14", ends: "" };
    expect(wrongOn("when", { ...emergency, sunset: "2026-12-21" }, today).size).toBe(0);
    expect(wrongOn("when", { ...emergency, sunset: "2026-12-22" }, today).has("sunset")).toBe(true);
  });

  it("leads from a clause to the step that asks for it", () => {
    expect(["expires", "obligations[0].with.bin", "target.refinement.where", "target.fields", "purpose", null].map(stepOfClause)).toEqual(["when", "how", "how", "what", "who", "who"]);
  });
});

describe("how a draft is sent", () => {
  const officer = (of: { agency?: string; recipient?: string }) => ({ subject: "x", name: "x", roles: ["data-officer" as const], agency: of.agency ?? null, recipient: of.recipient ?? null, expires: null });
  const draft = fromDocument(whole, ZONE);

  it("is an offer by the agency, a request by the recipient, a text by counsel", () => {
    expect(sends("new", officer({ agency: "riverton-transit" }), draft)).toEqual(["offer", "save"]);
    expect(sends("new", officer({ recipient: "city-planning" }), draft)).toEqual(["request", "save"]);
    expect(sends("new", { ...officer({}), roles: ["counsel"] }, draft)).toEqual(["save"]);
    expect(sends("counter", officer({ recipient: "city-planning" }), draft)).toEqual(["request"]);
    expect(sends("emergency", officer({}), draft)).toEqual(["declare"]);
  });

  it("is read from the address", () => {
    expect(modeOf(null, "?as=emergency")).toBe("emergency");
    expect(modeOf("x", "?as=amend")).toBe("amend");
    expect(modeOf("x", "")).toBe("redraft");
  });
});

it("makes short names and minutes", () => {
  expect(slug("Bus positions: Élm St.")).toBe("bus-positions-elm-st");
  expect(slug("x".repeat(60))).toHaveLength(48);
  expect([minutesOf("PT15M"), minutesOf("PT1H30M"), minutesOf("PT90S"), minutesOf("soon")]).toEqual(["15", "90", "1.5", "soon"]);
});
