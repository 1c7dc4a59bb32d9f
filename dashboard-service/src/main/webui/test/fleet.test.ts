import { describe, expect, it } from "vitest";
import type { Positions, VehicleRow } from "../src/api/types";
import { Fleet, placeAt, turn } from "../src/map/fleet";
import { latOf, lonOf, mercatorX, mercatorY } from "../src/map/mercator";
import { nearest } from "../src/map/pick";

const row = (id: string, lat: number, lon: number, at = 100, bearing: number | null = null): VehicleRow => [
  ...([id, lat, lon, bearing, null, "R1", 0, null, at, null] as VehicleRow),
];
const update = (vehicles: VehicleRow[], patch: Partial<Positions> = {}): Positions => ({
  ...{ feed: "a.b", now: 100, full: false, staleAfter: 90, goneAfter: 300, vehicles, gone: [] },
  ...patch,
});

describe("a fleet", () => {
  it("glides from where a vehicle is seen to where it is, within a second", () => {
    const fleet = new Fleet();
    fleet.apply(update([row("a", 40, -75)]), 0);
    fleet.apply(update([row("a", 40.001, -75)]), 1000);
    const a = fleet.vehicles.get("a")!;
    expect(latOf(placeAt(a, 0).y)).toBeCloseTo(40, 9);
    expect(latOf(placeAt(a, 0.5).y)).toBeCloseTo(40.0005, 6);
    expect(latOf(placeAt(a, 1).y)).toBeCloseTo(40.001, 9);
  });

  it("never jumps back when an update comes early", () => {
    const fleet = new Fleet();
    fleet.apply(update([row("a", 40, -75)]), 0);
    fleet.apply(update([row("a", 40.001, -75)]), 1000);
    const seen = placeAt(fleet.vehicles.get("a")!, 0.4);
    fleet.apply(update([row("a", 40.002, -75)]), 1400);
    expect(placeAt(fleet.vehicles.get("a")!, 0).y).toBeCloseTo(seen.y, 12);
  });

  it("rests where it was when an update does not name it", () => {
    const fleet = new Fleet();
    fleet.apply(update([row("a", 40, -75), row("b", 41, -75)]), 0);
    fleet.apply(update([row("a", 40.001, -75)]), 1000);
    fleet.apply(update([row("b", 41.001, -75)]), 3000);
    const a = placeAt(fleet.vehicles.get("a")!, 0.3);
    expect(latOf(a.y)).toBeCloseTo(40.001, 9);
  });

  it("takes a bearing from the movement where none is told", () => {
    const fleet = new Fleet();
    fleet.apply(update([row("a", 40, -75)]), 0);
    expect(fleet.vehicles.get("a")!.toBearing).toBeNull();
    fleet.apply(update([row("a", 40, -74.99)]), 1000);
    expect(fleet.vehicles.get("a")!.toBearing).toBeCloseTo(Math.PI / 2, 6);
  });

  it("does not draw a leap as a movement", () => {
    const fleet = new Fleet();
    fleet.apply(update([row("a", 40, -75)]), 0);
    fleet.apply(update([row("a", 41, -75)]), 1000);
    expect(latOf(placeAt(fleet.vehicles.get("a")!, 0).y)).toBeCloseTo(41, 9);
  });

  it("counts what moved, forgets what is gone and what a full update does not name", () => {
    const fleet = new Fleet();
    fleet.apply(update([row("a", 40, -75), row("b", 40, -75), row("c", 40, -75)], { full: true }), 0);
    fleet.apply(update([row("a", 40.1, -75), row("b", 40, -75)], { gone: ["c"] }), 1000);
    expect(fleet.moved).toBe(1);
    expect([...fleet.vehicles.keys()]).toEqual(["a", "b"]);
    fleet.apply(update([row("b", 40, -75)], { full: true }), 2000);
    expect([...fleet.vehicles.keys()]).toEqual(["b"]);
  });

  it("judges staleness by the feed's clock", () => {
    const fleet = new Fleet();
    fleet.apply(update([row("a", 40, -75, 9), row("b", 40, -75, 10)], { now: 100 }), 0);
    expect(fleet.stale(fleet.vehicles.get("a")!)).toBe(true);
    expect(fleet.stale(fleet.vehicles.get("b")!)).toBe(false);
  });
});

describe("turning", () => {
  it("goes the shorter way through north", () => {
    const [from, to] = [(350 * Math.PI) / 180, (10 * Math.PI) / 180];
    expect(turn(from, to, 0.5)).toBeCloseTo(2 * Math.PI, 9);
    expect(turn(to, from, 0.5)).toBeCloseTo(0, 9);
  });
});

describe("Mercator", () => {
  it("comes back to the same place", () => {
    expect(lonOf(mercatorX(-75.31))).toBeCloseTo(-75.31, 10);
    expect(latOf(mercatorY(40.714))).toBeCloseTo(40.714, 10);
    expect(mercatorY(0)).toBeCloseTo(0.5, 12);
  });
});

describe("picking", () => {
  const items = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  it("takes the nearest within reach", () => {
    expect(nearest(items, { x: 7, y: 0 }, 22, (p) => p)).toBe(items[1]);
    expect(nearest(items, { x: 100, y: 0 }, 22, (p) => p)).toBeNull();
  });
});
