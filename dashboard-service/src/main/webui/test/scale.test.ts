import { describe, expect, it } from "vitest";
import { against, contrast, luminance, rgb } from "../src/map/colour";
import { classLabels, CLASSES, COLOURS, lineWidth, speedClass } from "../src/map/scale";

const mph = (n: number): number => (n * 1609.344) / 3600;

describe("the scale of speeds", () => {
  it("puts a bound into the class above it", () => {
    expect(speedClass(mph(3.99), "mph")).toBe(0);
    expect(speedClass(mph(4.001), "mph")).toBe(1);
    expect(speedClass(mph(60), "mph")).toBe(CLASSES - 1);
    expect(speedClass(null, "mph")).toBeNull();
  });

  it("has a label and a colour for each class", () => {
    for (const unit of ["mph", "km/h"] as const) expect(classLabels(unit)).toHaveLength(CLASSES);
    expect(COLOURS.light).toHaveLength(CLASSES);
    expect(COLOURS.dark).toHaveLength(CLASSES);
  });

  it.each(["light", "dark"] as const)("orders its %s colours by lightness, so that every eye tells them apart", (theme) => {
    const steps = COLOURS[theme].map((colour) => luminance(rgb(colour)!));
    const sign = theme === "light" ? 1 : -1;
    for (let i = 1; i < steps.length; i++) expect((steps[i]! - steps[i - 1]!) * sign).toBeGreaterThan(0);
  });

  it("widens a line with its observations, within bounds", () => {
    expect(lineWidth(100)).toBeGreaterThan(lineWidth(10));
    expect(lineWidth(0)).toBe(lineWidth(1));
    expect(lineWidth(1e9)).toBe(9);
  });
});

describe("a route's colour", () => {
  it("is moved until it shows on its ground", () => {
    const white = rgb("ffffff")!;
    expect(contrast(against(rgb("#fee685")!, white), white)).toBeGreaterThanOrEqual(3);
    expect(against(rgb("#b50909")!, white)).toEqual(rgb("#b50909"));
  });

  it("is nothing where the schedule's is not one", () => {
    expect(rgb("red")).toBeNull();
    expect(rgb("#12345")).toBeNull();
    expect(rgb(null)).toBeNull();
  });
});
