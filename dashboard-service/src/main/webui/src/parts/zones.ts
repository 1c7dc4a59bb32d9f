import { api } from "../api/client";
import { context } from "../app/context";
import { ownZone } from "../format/time";

/** What is known of each agency: its name for people, its time zone. */
export type Agencies = ReadonlyMap<string, { name: string; timezone: string }>;

let known: Promise<Agencies> | null = null;

/** Every agency; asked for once. */
export function agencies(): Promise<Agencies> {
  known ??= api
    .agencies()
    .then((all) => new Map(all.map(({ id, name, timezone }) => [id, { name, timezone }])))
    .catch(() => {
      known = null;
      return new Map();
    });
  return known;
}

/** The zone of an agency or of its feed; the reader's own where it is not known. */
export const zoneOf = (all: Agencies, agency: string, feed?: string | null): string =>
  all.get(agency)?.timezone ?? context.of(feed ?? null)?.timezone ?? ownZone();

/** A party's name for people; its id where it is no registered agency. */
export const nameOf = (all: Agencies, party: string): string => all.get(party)?.name ?? party;
