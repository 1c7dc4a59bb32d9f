import { describe, expect, it } from "vitest";
import { csv } from "../src/format/csv";
import { calendarDay, duration, endOf, lastDayOf, moment, zonedClock } from "../src/format/time";
import { length, percent, speed, speedUnit } from "../src/format/units";

describe("time on the agency's clock", () => {
  it("names the zone by the season", () => {
    expect(zonedClock("2026-01-15T19:03:05Z", "America/New_York")).toBe("14:03:05 EST");
    expect(zonedClock("2026-07-15T18:03:05Z", "America/New_York")).toBe("14:03:05 EDT");
  });

  it("tells the two hours of the night that has 25 apart", () => {
    expect(zonedClock("2026-11-01T05:30:00Z", "America/New_York")).toBe("01:30:00 EDT");
    expect(zonedClock("2026-11-01T06:30:00Z", "America/New_York")).toBe("01:30:00 EST");
  });

  it("takes seconds since 1970 as well", () => {
    expect(moment(1_768_503_785, "America/New_York")).toBe("Jan 15, 2026, 14:03 EST");
  });

  it("writes midnight as 00", () => {
    expect(zonedClock("2026-01-15T05:00:00Z", "America/New_York")).toBe("00:00:00 EST");
  });

  it("ends with the day that was typed: what ends at midnight is over with the day before", () => {
    expect(lastDayOf("2026-12-03T05:00:00Z", "America/New_York")).toBe("Dec 2, 2026");
    expect(endOf("2026-12-03T05:00:00Z", "America/New_York")).toBe("at the end of Dec 2, 2026");
    expect(endOf("2026-12-03T19:30:00Z", "America/New_York")).toBe("on Dec 3, 2026, 14:30 EST");
  });

  it("does not move a calendar day", () => {
    expect(calendarDay("2026-11-22")).toBe("Sunday, Nov 22, 2026");
  });

  it.each([
    [-3, "0 s"],
    [3.2, "3 s"],
    [89, "89 s"],
    [240, "4 min"],
    [7500, "2 h 5 min"],
    [7200, "2 h"],
    [259_200, "3 days"],
  ])("says %d seconds as %s", (seconds, words) => expect(duration(seconds)).toBe(words));
});

describe("units", () => {
  it("follow the agency unless the reader asks", () => {
    expect(speedUnit("America/Chicago")).toBe("mph");
    expect(speedUnit("Europe/Berlin")).toBe("km/h");
    expect(speedUnit("America/Chicago", "km/h")).toBe("km/h");
    expect(speedUnit("America/Chicago", "knots")).toBe("mph");
  });

  it("turn metres a second into the reader's", () => {
    expect(speed(10, "mph")).toBe("22.4");
    expect(speed(10, "km/h")).toBe("36.0");
    expect(speed(0, "mph")).toBe("0.0");
    expect(speed(null, "mph")).toBe("–");
    expect(speed(Number.NaN, "mph")).toBe("–");
  });

  it("say lengths as people do", () => {
    expect(length(380, "mph")).toBe("1,250 ft");
    expect(length(1609.344, "mph")).toBe("1.0 mi");
    expect(length(380, "km/h")).toBe("380 m");
    expect(length(1500, "km/h")).toBe("1.5 km");
  });

  it("never round a share to all or nothing", () => {
    expect(percent(999, 1000)).toBe("99%");
    expect(percent(1, 1000)).toBe("<1%");
    expect(percent(1000, 1000)).toBe("100%");
    expect(percent(0, 0)).toBe("–");
  });
});

describe("CSV", () => {
  it("quotes what needs it and keeps numbers as numbers", () => {
    expect(csv(["a", "b"], [['say "hi", you', 1.5]])).toBe('a,b\r\n"say ""hi"", you",1.5\r\n');
  });

  it("defuses what a spreadsheet would run", () => {
    expect(csv(["a"], [["=HYPERLINK(1)"]])).toBe("a\r\n'=HYPERLINK(1)\r\n");
  });

  it("leaves absent figures empty", () => {
    expect(csv(["a", "b", "c"], [[null, undefined, Number.NaN]])).toBe("a,b,c\r\n,,\r\n");
  });
});
