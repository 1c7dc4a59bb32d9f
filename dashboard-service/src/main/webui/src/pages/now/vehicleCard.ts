import { html, nothing, type TemplateResult } from "lit";
import type { Route } from "../../api/types";
import { clock, duration } from "../../format/time";
import { speed, type SpeedUnit } from "../../format/units";
import type { Fleet, Vehicle } from "../../map/fleet";
import { routeBadge } from "../../parts/routeBadge";
import { t } from "../../texts";
import { vehicleName } from "./rows";

/** All that is shared about the chosen vehicle. */
export function vehicleCard(of: {
  vehicle: Vehicle;
  fleet: Fleet;
  routes: ReadonlyMap<string, Route>;
  unit: SpeedUnit;
  zone: string;
  close: () => void;
}): TemplateResult {
  const { vehicle, fleet } = of;
  const route = vehicle.route === null ? undefined : of.routes.get(vehicle.route);
  const headsign = route?.directions.find((each) => each.id === vehicle.direction)?.headsign;
  return html`<div class="w-card w-vehicle" data-testid="vehicle-card">
    <div class="w-title-row">
      <h2>${routeBadge(route, vehicle.route)} ${t.now.bus} ${vehicleName(vehicle)}</h2>
      <button type="button" class="usa-button usa-button--unstyled" @click=${of.close}>${t.close}</button>
    </div>
    <dl class="w-facts">
      ${headsign ? html`<div><dt>${t.now.towards}</dt><dd dir="auto">${headsign}</dd></div>` : nothing}
      <div>
        <dt>${t.now.columns.seen}</dt>
        <dd>${clock(vehicle.timestamp, of.zone)}, ${t.now.ago(duration(fleet.now - vehicle.timestamp))}</dd>
      </div>
      ${vehicle.speed !== null ? html`<div><dt>${t.now.columns.speed}</dt><dd>${speed(vehicle.speed, of.unit, 0)} ${of.unit}</dd></div>` : nothing}
      ${vehicle.trip ? html`<div><dt>${t.now.trip}</dt><dd class="w-break">${vehicle.trip}</dd></div>` : nothing}
    </dl>
    ${fleet.stale(vehicle) ? html`<p class="w-fine">${t.now.staleText}</p>` : nothing}
  </div>`;
}
