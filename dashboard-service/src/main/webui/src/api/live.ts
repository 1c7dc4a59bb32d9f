import { problemOf } from "./client";
import { sseParser, type SseEvent } from "./sse";
import type { Health, Positions, Problem, Standing } from "./types";

/** Where the connection stands; times are milliseconds since 1970. */
export type Connection =
  | { state: "connecting" }
  | { state: "open"; since: number }
  | { state: "lost"; since: number; retryAt: number; attempt: number }
  | { state: "refused"; problem: Problem }
  | { state: "closed" };

export type LiveEvent =
  | { kind: "standing"; standing: Standing }
  | { kind: "positions"; positions: Positions }
  | { kind: "health"; health: Health };

/** What the stream needs of the world, so that a test can give it another. */
export interface LiveWorld {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  random: () => number;
  after: (ms: number, run: () => void) => () => void;
}

const browser: LiveWorld = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The server pings each 15 s: three missed pings mean that the line is dead though nobody said so. */
const SILENT_MS = 45_000;

/** Doubles from 1 s to 30 s, less up to half by chance, so that many viewers do not return at the same moment. */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10));
  return Math.round(full * (1 - random / 2));
}

/** One stream of server-sent events of one feed. Connects again by itself, and says so; a refusal ends it. */
export class LiveStream {
  #abort: AbortController | null = null;
  #cancelTimer: () => void = () => {};
  #lastId: string | null = null;
  #lostSince: number | null = null;
  #attempt = 0;
  #isOpen = false;
  #closed = false;

  constructor(
    readonly feed: string,
    private readonly onEvent: (event: LiveEvent) => void,
    private readonly onConnection: (connection: Connection) => void,
    private readonly world: LiveWorld = browser,
  ) {}

  open(): void {
    void this.#connect();
  }

  close(): void {
    this.#closed = true;
    this.#cancelTimer();
    this.#abort?.abort();
    this.onConnection({ state: "closed" });
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    if (this.#lostSince === null) this.onConnection({ state: "connecting" });
    const abort = new AbortController();
    this.#abort = abort;
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (this.#lastId !== null) headers["Last-Event-ID"] = this.#lastId;
    try {
      const url = `/api/v1/live?feed=${encodeURIComponent(this.feed)}`;
      const response = await this.world.fetch(url, { headers, signal: abort.signal, cache: "no-store" });
      // 4xx says that asking again is of no use; all else may pass.
      if (response.status >= 400 && response.status < 500 && response.status !== 429) {
        this.#closed = true;
        this.onConnection({ state: "refused", problem: await problemOf(response) });
        return;
      }
      if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
      await this.#read(response.body, abort);
    } catch {
      // What went wrong does not matter here: the line is lost and the page says since when.
    }
    this.#lost();
  }

  async #read(body: ReadableStream<Uint8Array>, abort: AbortController): Promise<void> {
    const parse = sseParser();
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      this.#cancelTimer();
      this.#cancelTimer = this.world.after(SILENT_MS, () => abort.abort());
      const { done, value } = await reader.read();
      if (done || this.#closed) return;
      for (const event of parse(decoder.decode(value, { stream: true }))) {
        if (!this.#isOpen) this.#opened();
        this.#take(event);
      }
    }
  }

  #opened(): void {
    this.#attempt = 0;
    this.#lostSince = null;
    this.#isOpen = true;
    this.onConnection({ state: "open", since: this.world.now() });
  }

  #take(event: SseEvent): void {
    if (event.id !== null) this.#lastId = event.id;
    switch (event.event) {
      case "standing":
        return this.onEvent({ kind: "standing", standing: JSON.parse(event.data) as Standing });
      case "positions":
        return this.onEvent({ kind: "positions", positions: JSON.parse(event.data) as Positions });
      case "health":
        return this.onEvent({ kind: "health", health: JSON.parse(event.data) as Health });
    }
  }

  #lost(): void {
    if (this.#closed) return;
    this.#cancelTimer();
    this.#isOpen = false;
    const now = this.world.now();
    this.#lostSince ??= now;
    const wait = backoff(this.#attempt, this.world.random());
    this.onConnection({ state: "lost", since: this.#lostSince, retryAt: now + wait, attempt: this.#attempt });
    this.#attempt++;
    this.#cancelTimer = this.world.after(wait, () => void this.#connect());
  }
}
