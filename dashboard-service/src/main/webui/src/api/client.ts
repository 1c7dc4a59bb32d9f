import type {
  Agency,
  Balance,
  Contract,
  Feed,
  Purpose,
  Quarantined,
  Schedule,
  SegmentSpeeds,
  Session,
  Shapes,
  SpeedRoutes,
  Standing,
  Stops,
} from "./types";
import { call, get, id, query } from "./http";

export { ApiError, NO_ANSWER, problemOf, query } from "./http";

const empty = { dates: [], from: "", to: "", routes: [] } satisfies SpeedRoutes;

export const api = {
  session: () => get<Session>("/session"),
  signIn: (token: string) => call<void>("POST", "/session", { token }),
  signOut: () => call<void>("DELETE", "/session"),

  standing: () => get<Standing[]>("/standing"),
  schedules: () => get<Schedule[]>("/schedules"),
  schedule: (feed: string) => get<Schedule>(`/schedules/${id(feed)}`),
  shapes: (feed: string) => get<Shapes>(`/schedules/${id(feed)}/shapes`),
  stops: (feed: string) => get<Stops>(`/schedules/${id(feed)}/stops`),

  speedRoutes: async (feed: string, from?: string | null, to?: string | null) =>
    (await get<SpeedRoutes | undefined>(`/segment-speeds/routes${query({ feed, from, to })}`)) ?? empty,
  speeds: (
    of: { feed: string; route: string; direction: number; from: string; to: string; hours: string | null },
    signal?: AbortSignal,
  ) => get<SegmentSpeeds>(`/segment-speeds${query(of)}`, signal),

  agencies: () => get<Agency[]>("/agencies"),
  feeds: () => get<Feed[]>("/feeds"),
  feed: (feed: string) => get<Feed>(`/feeds/${id(feed)}`),
  quarantine: (feed: string) => get<Quarantined[]>(`/feeds/${id(feed)}/quarantine?limit=50`),

  purposes: () => get<Purpose[]>("/purposes"),
  contract: (contract: string) => get<Contract>(`/contracts/${id(contract)}`),
  ledger: (of: { feed?: string; agreement?: string }) =>
    get<{ balances: Balance[] }>(`/ledger${query(of)}`).then((answer) => answer.balances),
};
