import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { html, type PropertyValues, type TemplateResult } from "lit";
import type { Segment, Shapes } from "../../api/types";
import { theme } from "../../app/theme";
import { View } from "../../app/view";
import type { SpeedUnit } from "../../format/units";
import { boundsOf, canDraw, createMap, fit } from "../../map/baseMap";
import { GROUND } from "../../map/colour";
import { mapButtons } from "../../map/mapButtons";
import { COLOURS, lineWidth, speedClass, TOO_FEW } from "../../map/scale";
import { t } from "../../texts";

const STREET = { light: "#c9d0d7", dark: "#33404d" } as const;
const INK = { light: "#1b1b1b", dark: "#ffffff" } as const;

/** The segments of one route and direction, coloured by their median speed, as wide as they were seen often. */
export class SpeedMap extends View {
  static override properties = {
    segments: { attribute: false },
    shapes: { attribute: false },
    unit: { attribute: false },
    selected: { attribute: false },
  };
  declare segments: readonly Segment[];
  declare shapes: Shapes | null;
  declare unit: SpeedUnit;
  declare selected: string | null;
  #map: MapLibre | null = null;
  #ready = false;
  #drawable = canDraw();
  #fitted = "";
  #followTheme = (): void => this.#draw();

  override connectedCallback(): void {
    super.connectedCallback();
    theme.addEventListener("change", this.#followTheme);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    theme.removeEventListener("change", this.#followTheme);
    this.#map?.remove();
    this.#map = null;
  }

  protected override firstUpdated(): void {
    const container = this.querySelector<HTMLElement>(".w-map__canvas");
    if (!container || !this.#drawable) return;
    const map = createMap(container, theme.now, null, this.#bounds() ?? undefined);
    this.#map = map;
    map.getCanvas().setAttribute("aria-label", t.speeds.map);
    map.on("load", () => {
      this.#layers(map);
      this.#ready = true;
      this.#draw();
    });
    map.on("click", "segments", (event) => {
      const id = event.features?.[0]?.properties["id"] as string | undefined;
      this.dispatchEvent(new CustomEvent("pick", { detail: id ?? null }));
    });
    map.on("mouseenter", "segments", () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", "segments", () => (map.getCanvas().style.cursor = ""));
  }

  #layers(map: MapLibre): void {
    const nothing = { type: "FeatureCollection" as const, features: [] };
    map.addSource("network", { type: "geojson", data: nothing });
    map.addSource("segments", { type: "geojson", data: nothing });
    const round = { "line-join": "round", "line-cap": "round" } as const;
    map.addLayer({ id: "network", type: "line", source: "network", layout: round, paint: { "line-width": 1.2 } });
    map.addLayer({
      ...{ id: "casing", type: "line", source: "segments", layout: round },
      paint: { "line-width": ["+", ["get", "width"], ["case", ["get", "chosen"], 7, 2.5]] },
    });
    map.addLayer({
      ...{ id: "segments", type: "line", source: "segments", layout: round },
      paint: { "line-color": ["get", "colour"], "line-width": ["get", "width"] },
    });
  }

  #bounds(): [number, number, number, number] | null {
    return boundsOf(this.segments.flatMap((segment) => segment.geometry));
  }

  #draw(): void {
    const map = this.#map;
    if (!map || !this.#ready) return;
    const now = theme.now;
    const features = this.segments.map((segment) => {
      const found = segment.all.tooFew ? null : speedClass(segment.all.p50Mps, this.unit);
      return {
        type: "Feature" as const,
        geometry: { type: "LineString" as const, coordinates: segment.geometry },
        properties: {
          id: segment.id,
          colour: found === null ? TOO_FEW[now] : COLOURS[now][found],
          width: lineWidth(segment.all.n),
          chosen: segment.id === this.selected,
        },
      };
    });
    map.getSource<GeoJSONSource>("network")?.setData(this.shapes ?? { type: "FeatureCollection", features: [] });
    map.getSource<GeoJSONSource>("segments")?.setData({ type: "FeatureCollection", features });
    map.setPaintProperty("ground", "background-color", GROUND[now]);
    map.setPaintProperty("network", "line-color", STREET[now]);
    map.setPaintProperty("casing", "line-color", ["case", ["get", "chosen"], INK[now], GROUND[now]]);
    const key = this.segments.map((segment) => segment.id).join();
    const bounds = this.#bounds();
    if (bounds && key !== this.#fitted) {
      this.#fitted = key;
      fit(map, bounds);
    }
  }

  protected override updated(_changed: PropertyValues): void {
    this.#draw();
  }

  protected override render(): TemplateResult {
    if (!this.#drawable) {
      return html`<div class="usa-alert usa-alert--info usa-alert--slim">
        <div class="usa-alert__body"><p class="usa-alert__text">${t.map.noWebGl}</p></div>
      </div>`;
    }
    return html`<div class="w-map">
      <div class="w-map__canvas"></div>
      ${mapButtons(
        (by) => this.#map?.easeTo({ zoom: this.#map.getZoom() + by, duration: 250 }),
        () => {
          const bounds = this.#bounds();
          if (bounds && this.#map) fit(this.#map, bounds);
        },
      )}
    </div>`;
  }
}

customElements.define("weir-speed-map", SpeedMap);
