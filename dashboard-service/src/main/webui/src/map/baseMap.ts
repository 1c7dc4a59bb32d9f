import "maplibre-gl/dist/maplibre-gl.css";
import { Map as MapLibre, setWorkerUrl, type LngLatBoundsLike, type StyleSpecification } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { reducedMotion, type Theme } from "../app/theme";
import { GROUND } from "./colour";

setWorkerUrl(workerUrl);

export interface Camera {
  lat: number;
  lon: number;
  zoom: number;
}

/** Whether this browser draws maps at all. */
export function canDraw(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

const emptyStyle = (theme: Theme): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: "ground", type: "background", paint: { "background-color": GROUND[theme] } }],
});

/** A map of our own data alone: no tiles, no glyphs, no sprite, nobody else's server. */
export function createMap(container: HTMLElement, theme: Theme, camera: Camera | null, bounds?: LngLatBoundsLike): MapLibre {
  return new MapLibre({
    container,
    style: emptyStyle(theme),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    minZoom: 7,
    maxZoom: 19,
    fadeDuration: 0,
    renderWorldCopies: false,
    ...(camera ? { center: [camera.lon, camera.lat], zoom: camera.zoom } : {}),
    ...(!camera && bounds ? { bounds, fitBoundsOptions: { padding: 32 } } : {}),
  });
}

export function fit(map: MapLibre, bounds: LngLatBoundsLike, maxZoom = 16): void {
  map.fitBounds(bounds, { padding: 40, maxZoom, animate: !reducedMotion(), duration: 500 });
}

/** Bounds of some places as [west, south, east, north], or null of none. */
export function boundsOf(places: Iterable<readonly [number, number]>): [number, number, number, number] | null {
  let found: [number, number, number, number] | null = null;
  for (const [lon, lat] of places) {
    if (!found) found = [lon, lat, lon, lat];
    found = [Math.min(found[0], lon), Math.min(found[1], lat), Math.max(found[2], lon), Math.max(found[3], lat)];
  }
  return found;
}
