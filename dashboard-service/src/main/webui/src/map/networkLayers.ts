import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import type { Theme } from "../app/theme";
import type { Route, Shapes, Stops } from "../api/types";
import { against, GROUND, hex, rgb } from "./colour";

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };
const PLAIN: Record<Theme, string> = { light: "#71767a", dark: "#a9aeb1" };
/** A bus of a route without a colour, as the legend shows a bus: it must stand out from the grey lines it runs on. */
const BUS: Record<Theme, string> = { light: "#005ea2", dark: "#73b3e7" };
const STREET: Record<Theme, string> = { light: "#c3cad1", dark: "#3a4652" };

/** A route's colour as the schedule has it, moved until it shows on the theme's ground. */
export function routeColour(route: Route | undefined, theme: Theme, without = PLAIN): string {
  const told = rgb(route?.color);
  const ground = rgb(GROUND[theme])!;
  return told ? hex(against(told, ground)) : without[theme];
}

/** The colour of a route's buses. */
export function busColour(route: Route | undefined, theme: Theme): string {
  return routeColour(route, theme, BUS);
}

/** The schedule's routes as lines and its stops as dots, below whatever moves. */
export function addNetwork(map: MapLibre, theme: Theme): void {
  map.addSource("shapes", { type: "geojson", data: NOTHING, tolerance: 0.2 });
  map.addSource("stops", { type: "geojson", data: NOTHING });
  const width = (thin: number, thick: number) =>
    ["interpolate", ["linear"], ["zoom"], 9, thin, 16, thick] as unknown as number;
  map.addLayer({
    id: "shapes-halo",
    type: "line",
    source: "shapes",
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND[theme], "line-width": width(2.5, 9) },
  });
  map.addLayer({
    id: "shapes",
    type: "line",
    source: "shapes",
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": ["get", "colour"], "line-width": width(1.1, 4.5), "line-opacity": 0.55 },
  });
  map.addLayer({
    id: "stops",
    type: "circle",
    source: "stops",
    minzoom: 13,
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 13, 1.6, 17, 5],
      "circle-color": GROUND[theme],
      "circle-stroke-color": PLAIN[theme],
      "circle-stroke-width": 1.2,
    },
  });
}

/** Gives the lines their routes' colours; with a route chosen, the others step back. */
export function showNetwork(
  map: MapLibre,
  theme: Theme,
  shapes: Shapes | null,
  stops: Stops | null,
  routes: readonly Route[],
  chosen: { route: string | null; direction: number | null },
): void {
  const colours = new Map(routes.map((route) => [route.id, routeColour(route, theme)]));
  const features = (shapes?.features ?? []).map((feature) => ({
    ...feature,
    properties: {
      colour: colours.get(feature.properties.routeId) ?? PLAIN[theme],
      chosen:
        chosen.route === null ||
        (feature.properties.routeId === chosen.route &&
          (chosen.direction === null || feature.properties.directionId === chosen.direction)),
    },
  }));
  map.getSource<GeoJSONSource>("shapes")?.setData({ type: "FeatureCollection", features });
  map.getSource<GeoJSONSource>("stops")?.setData(stops ?? NOTHING);
  map.setPaintProperty("ground", "background-color", GROUND[theme]);
  map.setPaintProperty("shapes-halo", "line-color", GROUND[theme]);
  map.setPaintProperty("shapes", "line-color", ["case", ["get", "chosen"], ["get", "colour"], STREET[theme]]);
  map.setPaintProperty("shapes", "line-opacity", ["case", ["get", "chosen"], chosen.route ? 0.95 : 0.55, 0.5]);
  map.setPaintProperty("stops", "circle-color", GROUND[theme]);
  map.setPaintProperty("stops", "circle-stroke-color", PLAIN[theme]);
}
