import { api } from "../api/client";
import { context } from "../app/context";
import { ownZone } from "../format/time";

let known: Promise<Map<string, string>> | null = null;

/** Every agency's time zone; asked for once. */
export function zones(): Promise<Map<string, string>> {
  known ??= api
    .agencies()
    .then((agencies) => new Map(agencies.map((each) => [each.id, each.timezone])))
    .catch(() => {
      known = null;
      return new Map<string, string>();
    });
  return known;
}

/** The zone of an agency or of its feed; the reader's own where it is not known. */
export const zoneOf = (all: ReadonlyMap<string, string>, agency: string, feed?: string | null): string =>
  all.get(agency) ?? context.of(feed ?? null)?.timezone ?? ownZone();
