import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import { consent } from "../../api/consent";
import type { Agreement, Contract, Route, Schedule, Shapes, Standing, Stops } from "../../api/types";
import { context } from "../../app/context";
import { note } from "../../app/router";
import { Page, type Place } from "../../app/view";
import { dayOf, duration, zonedClock } from "../../format/time";
import { speedUnit } from "../../format/units";
import type { Vehicle } from "../../map/fleet";
import { agreementLine, endedAlert, notShown } from "../../parts/agreementLine";
import { connectionNote } from "../../parts/connectionNote";
import { CONTRACT } from "../../parts/contract";
import { problemAlert } from "../../parts/problem";
import { selectField } from "../../parts/selectField";
import { t } from "../../texts";
import { LiveFeed } from "./liveFeed";
import "./liveMap";
import type { LiveMap } from "./liveMap";
import { passes, rows } from "./rows";
import { nowState, type NowState, type Sort } from "./state";
import { vehicleTable } from "./vehicleTable";
import { vehicleCard } from "./vehicleCard";

const FIRST_ROWS = 60;

/** The live map and, beside it, the same as a list. */
class NowPage extends Page {
  override readonly heading = t.now.heading;
  #state: NowState = nowState.read("");
  #live: LiveFeed | null = null;
  #schedule: Schedule | null = null;
  #routes: ReadonlyMap<string, Route> = new Map();
  #shapes: Shapes | null = null;
  #stops: Stops | null = null;
  #contract: Contract | null = null;
  #ending: Agreement | null = null;
  #most = FIRST_ROWS;
  #fleetVersion = 0;
  #retry = 0;

  override show(place: Place): void {
    super.show(place);
    this.#state = nowState.read(place.search);
    this.#choose();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live?.close();
    this.#live = null;
    window.clearTimeout(this.#retry);
  }

  protected override willUpdate(): void {
    this.#choose();
  }

  /** The feed of the URL, or the first that flows. */
  #feed(): string | null {
    if (this.#state.feed) return this.#state.feed;
    const { standing } = context;
    return (standing.find((each) => each.flow === "flowing") ?? standing.find((each) => each.agreement) ?? standing[0])
      ?.feed ?? null;
  }

  #choose(): void {
    // Without a feed in the URL the choice of this visit stays, whatever begins to flow elsewhere.
    const feed = this.#state.feed ?? this.#live?.feed ?? this.#feed();
    if (!feed || !this.isConnected || this.#live?.feed === feed) return;
    this.#live?.close();
    this.#schedule = this.#shapes = this.#stops = this.#ending = null;
    this.#routes = new Map();
    this.#live = new LiveFeed(feed, (what) => this.#changed(what));
    this.#live.open();
    void this.#network(feed);
  }

  /** The schedule may come later than the first bus: it is asked for until it is there. */
  async #network(feed: string): Promise<void> {
    window.clearTimeout(this.#retry);
    try {
      this.#contract ??= await api.contract(CONTRACT).catch(() => null);
      const schedule = await api.schedule(feed);
      const [shapes, stops] = await Promise.all([api.shapes(feed), api.stops(feed)]);
      if (this.#live?.feed !== feed) return;
      this.#schedule = schedule;
      this.#routes = new Map(schedule.routes.map((route) => [route.id, route]));
      this.#shapes = shapes;
      this.#stops = stops;
    } catch {
      if (this.#live?.feed === feed) this.#retry = window.setTimeout(() => void this.#network(feed), 15_000);
    }
    this.requestUpdate();
  }

  #changed(what: "fleet" | "standing" | "health" | "connection"): void {
    if (what === "fleet") {
      this.#fleetVersion++;
      this.querySelector<LiveMap>("weir-live-map")?.fleetChanged();
    }
    if (what === "standing" && this.#live?.standing) {
      const { standing } = this.#live;
      context.stands(standing);
      if (standing.flow === "ended" && standing.agreement) void this.#whoEnded(standing.agreement.document.uid);
    }
    this.requestUpdate();
  }

  async #whoEnded(agreement: string): Promise<void> {
    this.#ending = await consent.agreement(agreement).catch(() => null);
    this.requestUpdate();
  }

  #set(patch: Partial<NowState>, step = false): void {
    note(nowState.write({ ...this.#state, ...patch }), step);
  }

  #pick(id: string | null): void {
    this.#set({ vehicle: id });
    const vehicle = id === null ? undefined : this.#live?.fleet.vehicles.get(id);
    if (vehicle) this.querySelector<LiveMap>("weir-live-map")?.reveal(vehicle);
  }

  #sort(by: Sort): void {
    this.#set({ sort: by, order: this.#state.sort === by && this.#state.order === "up" ? "down" : "up" });
  }

  #shown = (vehicle: Vehicle): boolean =>
    passes(vehicle, this.#live?.fleet.stale(vehicle) ?? false, this.#state);

  protected override render(): TemplateResult {
    const live = this.#live;
    if (!live) return this.#nothing();
    const standing = live.standing ?? context.of(live.feed) ?? null;
    const zone = standing?.timezone ?? this.#schedule?.timezone ?? "UTC";
    const waiting = !live.heard && live.connection.state !== "refused" && live.connection.state !== "lost";
    return html`<div class="w-page w-page--wide" aria-busy=${waiting ? "true" : "false"}>
      <div class="w-title-row">
        <h1>${t.now.heading}${standing ? html` <span class="w-title-row__of" dir="auto">${standing.agencyName}</span>` : nothing}</h1>
        ${this.#feedField(live.feed)}
      </div>
      ${connectionNote(live.connection, zone)}
      <div aria-live="assertive">
        ${live.ended ? endedAlert(standing?.agreement ?? null, this.#ending?.changedBy ?? null, zone) : nothing}
      </div>
      ${this.#summary(live, zone)} ${this.#filters()}
      <div class="w-now">
        <section class="w-now__map" aria-label=${t.map.label}>${this.#mapElement(live)}</section>
        <section class="w-now__list" aria-label=${t.now.list}>${this.#list(live, standing, zone, waiting)}</section>
      </div>
      ${live.ended ? nothing : html`${agreementLine(standing?.agreement ?? null, zone)} ${notShown(standing?.agreement ?? null, this.#contract)}`}
    </div>`;
  }

  #nothing(): TemplateResult {
    return html`<div class="w-page">
      <h1>${t.now.heading}</h1>
      ${context.standingProblem
        ? problemAlert(context.standingProblem, () => void context.refresh())
        : html`<p class="w-empty">${t.now.noFeed}</p>`}
    </div>`;
  }

  #feedField(feed: string): TemplateResult | typeof nothing {
    if (context.standing.length < 2) return nothing;
    return selectField({
      id: "feed",
      label: t.feed,
      value: feed,
      options: context.standing.map((each) => [each.feed, each.title]),
      change: (value) => this.#set({ feed: value, route: null, direction: null, vehicle: null, z: null, lat: null, lng: null }, true),
    });
  }

  #summary(live: LiveFeed, zone: string): TemplateResult {
    const { fleet, health } = live;
    const stale = [...fleet.vehicles.values()].filter((vehicle) => fleet.stale(vehicle)).length;
    const day = fleet.now && !live.ended && live.standing?.recorded ? `${dayOf(fleet.now, zone)}, ${t.feeds.recorded}` : "";
    const behind = health && health.lagSeconds !== null ? t.now.behind(duration(health.lagSeconds)) : "";
    return html`<dl class="w-summary">
      <div><dt>${t.now.buses}</dt><dd data-testid="vehicle-count">${fleet.vehicles.size}</dd></div>
      <div><dt>${t.now.stale}</dt><dd data-testid="stale-count">${stale}</dd></div>
      <div>
        <dt>${t.now.asOf}</dt>
        <dd>${fleet.now && !live.ended ? html`<time>${zonedClock(fleet.now, zone)}</time>` : "–"} <small>${[day, behind].filter(Boolean).join(" · ")}</small></dd>
      </div>
    </dl>`;
  }

  #filters(): TemplateResult {
    const { route, direction, state } = this.#state;
    const directions = route ? (this.#routes.get(route)?.directions ?? []) : [];
    const name = (each: Route): string => [each.shortName, each.longName].filter(Boolean).join(" · ") || each.id;
    return html`<form class="w-filters" aria-label=${t.now.filters} @submit=${(e: Event) => e.preventDefault()}>
      ${selectField({
        id: "route",
        label: t.route,
        value: route ?? "",
        options: [["", t.allRoutes], ...[...this.#routes.values()].map((each) => [each.id, name(each)] as [string, string])],
        change: (value) => this.#set({ route: value || null, direction: null }, true),
      })}
      ${selectField({
        id: "direction",
        label: t.directionLabel,
        value: direction === null ? "" : String(direction),
        disabled: !route,
        options: [
          ["", t.bothDirections],
          ...directions.map((each) => [String(each.id), each.headsign ?? t.direction(each.id)] as [string, string]),
        ],
        change: (value) => this.#set({ direction: value === "" ? null : Number(value) }, true),
      })}
      ${selectField({
        id: "state",
        label: t.now.columns.state,
        value: state,
        options: [
          ["all", t.now.all],
          ["fresh", t.now.fresh],
          ["stale", t.now.stale],
        ],
        change: (value) => this.#set({ state: value as NowState["state"] }, true),
      })}
    </form>`;
  }

  #mapElement(live: LiveFeed): TemplateResult {
    const { z, lat, lng, route, direction, vehicle } = this.#state;
    const camera = z !== null && lat !== null && lng !== null ? { zoom: z, lat, lon: lng } : null;
    return html`<weir-live-map
      data-testid="live-map"
      .camera=${camera}
      .fleet=${live.fleet}
      .routes=${this.#routes}
      .shapes=${this.#shapes}
      .stops=${this.#stops}
      .bounds=${this.#schedule?.bounds ?? null}
      .shown=${this.#shown}
      .route=${route}
      .direction=${direction}
      .selected=${vehicle}
      data-version=${this.#fleetVersion}
      @camera=${(event: CustomEvent<{ lat: number; lng: number; z: number }>) => this.#set(event.detail)}
      @pick=${(event: CustomEvent<string | null>) => this.#pick(event.detail)}
    ></weir-live-map>`;
  }

  #list(live: LiveFeed, standing: Standing | null, zone: string, waiting: boolean): TemplateResult {
    if (waiting) return html`<p class="w-loading" role="status">${t.now.waiting}</p>`;
    const vehicles = rows(live.fleet, this.#state, this.#routes);
    const chosen = this.#state.vehicle ? live.fleet.vehicles.get(this.#state.vehicle) : undefined;
    const unit = speedUnit(standing?.timezone ?? this.#schedule?.timezone, this.#state.unit);
    const withSpeed = standing?.agreement?.document.target?.fields.includes("position.speed") ?? true;
    return html`
      ${chosen ? vehicleCard({ vehicle: chosen, fleet: live.fleet, routes: this.#routes, unit, zone, close: () => this.#pick(null) }) : nothing}
      ${vehicles.length === 0
        ? html`<p class="w-empty" role="status">
            ${live.ended ? t.now.emptyEnded : live.fleet.vehicles.size === 0 ? t.now.empty : t.now.emptyFilter}
          </p>`
        : vehicleTable({
            ...{ fleet: live.fleet, vehicles, most: this.#most, routes: this.#routes, state: this.#state, unit, withSpeed },
            choose: (id) => this.#pick(id),
            sort: (by) => this.#sort(by),
            more: () => {
              this.#most += FIRST_ROWS;
              this.requestUpdate();
            },
          })}
    `;
  }
}

customElements.define("weir-now", NowPage);
