import { LngLat, type Map as MapLibre } from "maplibre-gl";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Route, Shapes, Stops } from "../../api/types";
import { reducedMotion, theme, type Theme } from "../../app/theme";
import { View } from "../../app/view";
import { boundsOf, canDraw, createMap, fit, type Camera } from "../../map/baseMap";
import { against, GROUND, rgb } from "../../map/colour";
import { glide, placeAt, type Fleet, type Vehicle } from "../../map/fleet";
import { mapButtons } from "../../map/mapButtons";
import { latOf, lonOf } from "../../map/mercator";
import { addNetwork, busColour, showNetwork } from "../../map/networkLayers";
import { nearest } from "../../map/pick";
import { VehicleLayer, type Rgb, type VehicleLook } from "../../map/vehicleLayer";
import { t } from "../../texts";

const REACH_PX = 22;
const STALE: Record<Theme, Rgb> = { light: rgb("#565c65")!, dark: rgb("#a9aeb1")! };
const RING: Record<Theme, Rgb> = { light: rgb("#005ea2")!, dark: rgb("#ffbc78")! };

/** The live map: the schedule's lines, and the fleet in one layer. Tells `camera` and `pick` as events. */
export class LiveMap extends View {
  static override properties = {
    fleet: { attribute: false },
    routes: { attribute: false },
    shapes: { attribute: false },
    stops: { attribute: false },
    bounds: { attribute: false },
    shown: { attribute: false },
    route: { attribute: false },
    direction: { attribute: false },
    selected: { attribute: false },
  };
  declare fleet: Fleet;
  declare routes: ReadonlyMap<string, Route>;
  declare shapes: Shapes | null;
  declare stops: Stops | null;
  declare bounds: [number, number, number, number] | null;
  declare shown: (vehicle: Vehicle) => boolean;
  declare route: string | null;
  declare direction: number | null;
  declare selected: string | null;
  /** Where the camera begins; null shows the whole network. */
  camera: Camera | null = null;
  #map: MapLibre | null = null;
  #layer: VehicleLayer | null = null;
  #drawable = canDraw();
  #ready = false;
  #placed = false;
  #colours = new Map<string, Rgb>();
  #followTheme = (): void => this.#draw(true);

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
    this.#placed = this.camera !== null || this.bounds !== null;
    const map = createMap(container, theme.now, this.camera, this.bounds ?? undefined);
    this.#map = map;
    map.getCanvas().setAttribute("aria-label", t.map.label);
    map.on("load", () => {
      addNetwork(map, theme.now);
      this.#layer = new VehicleLayer(this.fleet, this.#look());
      map.addLayer(this.#layer);
      this.#ready = true;
      this.#draw(true);
    });
    map.on("moveend", (event) => {
      if (!event.originalEvent) return;
      const { lat, lng } = map.getCenter();
      this.dispatchEvent(new CustomEvent("camera", { detail: { lat, lng, z: map.getZoom() } }));
    });
    map.on("click", (event) => this.#pick(event.point));
  }

  protected override updated(changed: PropertyValues): void {
    const network = ["shapes", "stops", "routes", "route", "direction"].some((name) => changed.has(name));
    if (changed.has("bounds") && this.bounds && this.#map && !this.#placed) {
      this.#placed = true;
      fit(this.#map, this.bounds);
    }
    this.#draw(network);
  }

  /** The fleet changed in place. */
  fleetChanged(): void {
    if (!this.#placed && this.#map && this.fleet.vehicles.size > 0) {
      this.#placed = true;
      const places = [...this.fleet.vehicles.values()].map((v) => [v.lon, v.lat] as const);
      fit(this.#map, boundsOf(places)!);
    }
    this.#draw(false);
  }

  /** Brings a vehicle into view, if it is not. */
  reveal(vehicle: Vehicle): void {
    const map = this.#map;
    if (!map || map.getBounds().contains([vehicle.lon, vehicle.lat])) return;
    map.easeTo({ center: [vehicle.lon, vehicle.lat], animate: !reducedMotion(), duration: 500 });
  }

  #draw(network: boolean): void {
    const map = this.#map;
    if (!map || !this.#ready || !this.#layer) return;
    if (network) {
      this.#colours.clear();
      const chosen = { route: this.route, direction: this.direction };
      showNetwork(map, theme.now, this.shapes, this.stops, [...this.routes.values()], chosen);
    }
    this.#layer.update(this.#look());
    const drawn = [...this.fleet.vehicles.values()].filter(this.shown).length;
    this.dataset["vehicles"] = String(drawn);
    this.dataset["moved"] = String(this.fleet.moved);
  }

  #look(): VehicleLook {
    const now = theme.now;
    return {
      colour: (vehicle) => this.#colour(vehicle.route, now),
      shown: this.shown,
      selected: this.selected,
      halo: rgb(now === "light" ? "#ffffff" : GROUND.dark)!,
      stale: STALE[now],
      ring: RING[now],
      reducedMotion: reducedMotion(),
    };
  }

  #colour(route: string | null, now: Theme): Rgb {
    const key = route ?? "";
    let colour = this.#colours.get(key);
    if (!colour) {
      const ground = rgb(now === "light" ? "#ffffff" : GROUND.dark)!;
      colour = against(rgb(busColour(this.routes.get(key), now))!, ground, 4);
      this.#colours.set(key, colour);
    }
    return colour;
  }

  /** Towards the chosen vehicle, if there is one, so that it is not lost. */
  #zoom(by: number): void {
    const map = this.#map;
    if (!map) return;
    const chosen = this.selected === null ? undefined : this.fleet.vehicles.get(this.selected);
    map.easeTo({
      zoom: map.getZoom() + by,
      animate: !reducedMotion(),
      duration: 250,
      ...(chosen ? { around: new LngLat(chosen.lon, chosen.lat) } : {}),
    });
  }

  #pick(point: { x: number; y: number }): void {
    const map = this.#map!;
    const t1 = glide(performance.now() - this.fleet.updatedAt);
    const candidates = [...this.fleet.vehicles.values()].filter(this.shown);
    const found = nearest(candidates, point, REACH_PX, (vehicle) => {
      const { x, y } = placeAt(vehicle, t1);
      return map.project([lonOf(x), latOf(y)]);
    });
    this.dispatchEvent(new CustomEvent("pick", { detail: found?.id ?? null }));
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
        (by) => this.#zoom(by),
        () => this.bounds && this.#map && fit(this.#map, this.bounds),
      )}
      ${this.#legend()}
    </div>`;
  }

  #legend(): TemplateResult | typeof nothing {
    return html`<ul class="w-map__legend" aria-label=${t.map.legend}>
      <li><span class="w-dot" aria-hidden="true"></span>${t.now.fresh}</li>
      <li><span class="w-dot w-dot--stale" aria-hidden="true"></span>${t.now.staleLegend}</li>
    </ul>`;
  }
}

customElements.define("weir-live-map", LiveMap);
