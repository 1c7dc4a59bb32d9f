import type {
  Agency,
  Agreement,
  Balance,
  Contract,
  Feed,
  Problem,
  Purpose,
  Quarantined,
  Receipt,
  Schedule,
  SegmentSpeeds,
  Session,
  Shapes,
  SpeedRoutes,
  Standing,
  Stops,
} from "./types";

/** A refusal of the API, or the lack of any answer, as a problem document. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export const NO_ANSWER: Problem = {
  title: "The dashboard does not answer.",
  status: 0,
  code: "no-answer",
  remedy: "Check the network; the page tries again when you do.",
};

const empty = { dates: [], routes: [] } satisfies SpeedRoutes;

/** Reads the problem document of a refused answer; an answer without one still gets a title and its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = {
    title: `The answer was ${response.status} ${response.statusText}`.trim() + ".",
    status: response.status,
    code: response.status === 401 ? "not-signed-in" : response.status === 403 ? "not-allowed" : "unexpected-answer",
  };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return typeof body.title === "string" ? { ...fallback, ...body } : fallback;
  } catch {
    return fallback;
  }
}

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { method, headers: { Accept: "application/json" }, credentials: "same-origin" };
  if (signal) init.signal = signal;
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, "Content-Type": "application/json" };
  }
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, init);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError(NO_ANSWER);
  }
  if (!response.ok) throw new ApiError(await problemOf(response));
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

const get = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>("GET", path, undefined, signal);
const id = encodeURIComponent;

/** `?a=1&b=2` of what is set; empty values are left out. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}

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
  agreements: () => get<Agreement[]>("/agreements"),
  agreement: (agreement: string) => get<Agreement>(`/agreements/${id(agreement)}`),
  activate: (agreement: string) =>
    call<Agreement & { receipt: Receipt }>("POST", `/agreements/${id(agreement)}/activate`),
  revoke: (agreement: string, reason: string) =>
    call<Receipt>("POST", `/agreements/${id(agreement)}/revoke`, { reason }),
  ledger: (of: { feed?: string; agreement?: string }) =>
    get<{ balances: Balance[] }>(`/ledger${query(of)}`).then((answer) => answer.balances),
};
