import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Route } from "../../api/types";
import { duration } from "../../format/time";
import { speed, type SpeedUnit } from "../../format/units";
import type { Fleet, Vehicle } from "../../map/fleet";
import { routeBadge } from "../../parts/routeBadge";
import { sortHead } from "../../parts/sortHead";
import { t } from "../../texts";
import { vehicleName } from "./rows";
import { SORTS, type NowState, type Sort } from "./state";

export interface VehicleTable {
  fleet: Fleet;
  vehicles: readonly Vehicle[];
  most: number;
  routes: ReadonlyMap<string, Route>;
  state: NowState;
  unit: SpeedUnit;
  withSpeed: boolean;
  choose: (id: string | null) => void;
  sort: (by: Sort) => void;
  more: () => void;
}

/** The same vehicles as the map's, for who reads or walks by keyboard. */
export function vehicleTable(table: VehicleTable): TemplateResult {
  const { vehicles, most, state } = table;
  const columns = SORTS.filter((by) => table.withSpeed || by !== "speed");
  return html`<div class="w-scroll" tabindex="0" role="region" aria-label=${t.now.list}>
      <table class="usa-table usa-table--borderless w-table w-table--tight">
        <caption class="usa-sr-only">
          ${t.now.list}
        </caption>
        <thead>
          <tr>
            ${columns.map((by) =>
              sortHead(
                by === "speed" ? table.unit : t.now.columns[by],
                state.sort === by ? state.order : null,
                () => table.sort(by),
                by === "speed" || by === "seen",
              ),
            )}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            vehicles.slice(0, most),
            (vehicle) => vehicle.id,
            (vehicle) => row(table, vehicle),
          )}
        </tbody>
      </table>
    </div>
    ${vehicles.length > most
      ? html`<button type="button" class="usa-button usa-button--unstyled w-more" @click=${table.more}>
          ${t.now.more(vehicles.length - most)}
        </button>`
      : nothing}`;
}

function row(table: VehicleTable, vehicle: Vehicle): TemplateResult {
  const { fleet, routes, state } = table;
  const route = vehicle.route === null ? undefined : routes.get(vehicle.route);
  const stale = fleet.stale(vehicle);
  const chosen = vehicle.id === state.vehicle;
  const headsign = route?.directions.find((each) => each.id === vehicle.direction)?.headsign;
  return html`<tr
    class=${chosen ? "w-row w-row--chosen" : "w-row"}
    data-testid="vehicle-row"
    data-vehicle=${vehicle.id}
    @click=${() => table.choose(chosen ? null : vehicle.id)}
  >
    <th scope="row">
      <button
        type="button"
        class="w-row__button"
        aria-pressed=${chosen ? "true" : "false"}
        @click=${(event: Event) => {
          event.stopPropagation();
          table.choose(chosen ? null : vehicle.id);
        }}
      >
        ${routeBadge(route, vehicle.route)}
        <span class="w-row__id">${vehicleName(vehicle)}</span>
      </button>
    </th>
    <td class="w-ellipsis" dir="auto">${headsign ?? (vehicle.direction === null ? "–" : t.direction(vehicle.direction))}</td>
    <td class="w-number">${t.now.ago(duration(fleet.now - vehicle.timestamp))}</td>
    <td>${stale ? html`<span class="w-tag w-tag--stale">${t.now.stale}</span>` : t.now.reporting}</td>
    ${table.withSpeed ? html`<td class="w-number">${speed(vehicle.speed, table.unit, 0)}</td>` : nothing}
  </tr>`;
}
