import type { Problem } from "./types";

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

/** One question to the API. What it refuses is thrown as an `ApiError`. */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  accept = "application/json",
): Promise<T> {
  const init: RequestInit = { method, headers: { Accept: accept }, credentials: "same-origin" };
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

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>("GET", path, undefined, signal);
export const id = encodeURIComponent;

/** `?a=1&b=2` of what is set; empty values are left out. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}
