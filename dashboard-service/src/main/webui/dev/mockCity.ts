import type { Route, Shapes, Stops } from "../src/api/types";

/** A pretended town for developing pages: routes on a skewed grid, buses that run along them. Not a model of anything. */
const LAT = 40.714;
const LON = -75.31;
const STEP = 0.0042;

let seed = 7;
export function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}

const NAMES = [
  ["1", "Main Street – Harbor", "#b50909", "Harbor Terminal", "North Gate"],
  ["2", "University", "#005ea2", "University Hospital", "Mill Pond"],
  ["3", "Elm – Oak", "#008817", "Oak Park", "Elm Square"],
  ["4", "Riverside Crosstown via Convention Center and Old Market Hall", "#e5a000", "Riverside Park & Ride (Lower Level, Bay 12)", "Old Market Hall"],
  ["5", "Airport", "#54278f", "Airport", "Union Station"],
  ["7", "South Side", "#d54309", "South Side", "City Hall"],
  ["8", "West End", "#0081a1", "West End", "City Hall"],
  ["12", "Industrial Loop", "#565c65", "Works Gate 4", "Union Station"],
  ["15", "Hill <b>Express</b>", "#e41d3d", "Hilltop", "Union Station"],
  ["21", "Lakeshore", "#00bde3", "Lakeshore", "Mall"],
  ["40", "Night Owl", "#1b1b1b", "Night loop", "Union Station"],
  ["X1", "שדרות ירושלים Express", "#fee685", "שדרות", "Union Station"],
] as const;

const STREETS = ["Main", "Elm", "Oak", "Harbor", "Mill", "Union", "Market", "College", "Lake", "Hill", "Spruce", "Pine"];

export interface Line {
  routeId: string;
  directionId: number;
  places: [number, number][];
}

function path(i: number): [number, number][] {
  // Every route begins on its own edge and crosses the centre; some share the middle corridor.
  let x = -9 + (i % 4);
  let y = Math.round((i - 6) * 1.1);
  const places: [number, number][] = [[x, y]];
  const centre = i % 3 === 0 ? 0 : Math.sign(y || 1) * (i % 3);
  while (x < 9 - (i % 5)) {
    if (x < -2 && y !== centre) y += Math.sign(centre - y);
    else if (x > 3 && random() < 0.45) y += i % 2 ? 1 : -1;
    else x += 1;
    places.push([x, y]);
  }
  return places.map(([px, py]) => [LON + (px + py * 0.18) * STEP * 1.25, LAT + (py - px * 0.12) * STEP]);
}

export const routes: Route[] = NAMES.map(([shortName, longName, color, there, back], i) => ({
  id: `R${shortName}`,
  shortName,
  longName,
  color: i % 2 ? color.slice(1) : color,
  textColor: "FFFFFF",
  type: 3,
  directions: [
    { id: 0, headsign: there },
    { id: 1, headsign: back },
  ],
}));

export const lines: Line[] = routes.flatMap((route, i) => {
  const places = path(i);
  return [
    { routeId: route.id, directionId: 0, places },
    { routeId: route.id, directionId: 1, places: [...places].reverse() },
  ];
});

export const shapes: Shapes = {
  type: "FeatureCollection",
  features: lines.map((line) => ({
    type: "Feature",
    geometry: { type: "LineString", coordinates: line.places },
    properties: { routeId: line.routeId, directionId: line.directionId, shapeId: `${line.routeId}-${line.directionId}`, trips: 60 },
  })),
};

export const stopName = (i: number): string => `${STREETS[i % 12]} St & ${STREETS[(i * 5 + 3) % 12]} Ave`;

export const stops: Stops = {
  type: "FeatureCollection",
  features: lines
    .filter((line) => line.directionId === 0)
    .flatMap((line, l) =>
      line.places.map((place, i) => ({
        type: "Feature" as const,
        geometry: { type: "Point" as const, coordinates: place },
        properties: { stopId: `S${l}-${i}`, name: stopName(l * 7 + i) },
      })),
    ),
};

export const bounds: [number, number, number, number] = [
  Math.min(...lines.flatMap((line) => line.places.map((p) => p[0]))),
  Math.min(...lines.flatMap((line) => line.places.map((p) => p[1]))),
  Math.max(...lines.flatMap((line) => line.places.map((p) => p[0]))),
  Math.max(...lines.flatMap((line) => line.places.map((p) => p[1]))),
];

export interface Bus {
  id: string;
  line: Line;
  at: number;
  pace: number;
  silentSince: number | null;
}

export const buses: Bus[] = Array.from({ length: 164 }, (_, i) => ({
  id: Math.floor(random() * 2 ** 48).toString(16).padStart(12, "0") + i.toString(16),
  line: lines[i % lines.length]!,
  at: random() * 18,
  pace: 0.012 + random() * 0.02,
  silentSince: i % 29 === 0 ? 160 : null,
}));

/** Where a bus is on its line and which way it looks. */
export function place(bus: Bus): { lon: number; lat: number; bearing: number } {
  const { places } = bus.line;
  const at = bus.at % (places.length - 1);
  const i = Math.floor(at);
  const [a, b] = [places[i]!, places[i + 1]!];
  const t = at - i;
  const dx = (b[0] - a[0]) * Math.cos((LAT * Math.PI) / 180);
  const bearing = (Math.atan2(dx, b[1] - a[1]) * 180) / Math.PI;
  return { lon: a[0] + (b[0] - a[0]) * t, lat: a[1] + (b[1] - a[1]) * t, bearing: (bearing + 360) % 360 };
}
