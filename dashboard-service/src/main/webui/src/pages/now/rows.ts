import type { Route } from "../../api/types";
import type { Fleet, Vehicle } from "../../map/fleet";
import type { NowState, Sort } from "./state";

/** Whether a vehicle passes the filters of the view. */
export function passes(vehicle: Vehicle, stale: boolean, state: NowState): boolean {
  return (
    (state.route === null || vehicle.route === state.route) &&
    (state.direction === null || vehicle.direction === state.direction) &&
    (state.state === "all" || (state.state === "stale") === stale)
  );
}

const byText = new Intl.Collator("en", { numeric: true }).compare;

/** The list beside the map: those shown, in the order asked for; equal ones stay in the order of their ids. */
export function rows(fleet: Fleet, state: NowState, routes: ReadonlyMap<string, Route>): Vehicle[] {
  const name = (vehicle: Vehicle): string =>
    vehicle.route === null ? "~" : routes.get(vehicle.route)?.shortName || vehicle.route;
  const keys: Record<Sort, (a: Vehicle, b: Vehicle) => number> = {
    route: (a, b) => byText(name(a), name(b)),
    direction: (a, b) => (a.direction ?? 9) - (b.direction ?? 9),
    seen: (a, b) => b.timestamp - a.timestamp,
    state: (a, b) => Number(fleet.stale(a)) - Number(fleet.stale(b)),
    speed: (a, b) => (a.speed ?? -1) - (b.speed ?? -1),
  };
  const sign = state.order === "down" ? -1 : 1;
  return [...fleet.vehicles.values()]
    .filter((vehicle) => passes(vehicle, fleet.stale(vehicle), state))
    .sort((a, b) => sign * keys[state.sort](a, b) || byText(a.id, b.id));
}

/** What people call a vehicle: its label, or the first letters of a pseudonym. */
export const vehicleName = (vehicle: Vehicle): string =>
  vehicle.label ?? (vehicle.id.length > 10 ? vehicle.id.slice(0, 6) : vehicle.id);
