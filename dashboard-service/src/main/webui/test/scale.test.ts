import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { against, contrast, GROUND, luminance, rgb } from "../src/map/colour";
import { classLabels, CLASSES, COLOURS, lineWidth, speedClass } from "../src/map/scale";

const mph = (n: number): number => (n * 1609.344) / 3600;

/** Degrees of the colour circle. */
function hue(colour: string): number {
  const [r, g, b] = rgb(colour)!;
  return ((Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI + 360) % 360;
}

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

  it.each(["light", "dark"] as const)("goes from dark to light with the speed, in the %s theme", (theme) => {
    const steps = COLOURS[theme].map((colour) => luminance(rgb(colour)!));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(CLASSES);
  });

  it("has the same hue for a speed in both themes", () => {
    COLOURS.light.forEach((colour, i) => {
      const apart = Math.abs(hue(colour) - hue(COLOURS.dark[i]!));
      expect(Math.min(apart, 360 - apart)).toBeLessThan(15);
    });
  });

  it.each(["light", "dark"] as const)("stands out from the %s ground of the map", (theme) => {
    for (const colour of COLOURS[theme]) expect(contrast(rgb(colour)!, rgb(GROUND[theme])!)).toBeGreaterThanOrEqual(3);
  });

  it.each(["light", "dark"] as const)("is the same in %s tables, where figures are read upon it", (theme) => {
    const sheet = readFileSync(new URL("../src/styles/tokens.scss", import.meta.url), "utf8");
    const mixin = sheet.slice(sheet.indexOf(`@mixin ${theme} {`)).split("}")[0]!;
    const token = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(mixin)![1]!;
    expect(COLOURS[theme].map((_, i) => token(`c${i}`))).toEqual(COLOURS[theme]);
    COLOURS[theme].forEach((colour, i) => {
      const ink = token(`c${i}-ink`).replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
      expect(contrast(rgb(ink)!, rgb(colour)!)).toBeGreaterThanOrEqual(4.5);
    });
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
