import { describe, expect, it } from "vitest";
import { backoff, LiveStream, type Connection, type LiveEvent, type LiveWorld } from "../src/api/live";
import { sseParser } from "../src/api/sse";
import { LiveFeed } from "../src/pages/now/liveFeed";

describe("the parser of server-sent events", () => {
  it("takes text cut anywhere", () => {
    const parse = sseParser();
    const whole = "id: 7\r\nevent: health\r\ndata: {\"a\":1}\r\ndata: x\r\n\r\n: ping\n\ndata: y\n\n";
    const events = [...whole].flatMap((letter) => parse(letter));
    expect(events).toEqual([
      { event: "health", data: '{"a":1}\nx', id: "7" },
      { event: "message", data: "y", id: "7" },
    ]);
  });
});

describe("waiting before another try", () => {
  it("doubles to half a minute, less up to half by chance", () => {
    expect([0, 1, 2, 3, 9].map((attempt) => backoff(attempt, 0))).toEqual([1000, 2000, 4000, 8000, 30_000]);
    expect(backoff(2, 1)).toBe(2000);
  });
});

/** A world whose answers are given and whose clock is turned by hand. */
function world(answers: (() => Response | Error)[]) {
  const asked: RequestInit[] = [];
  const timers: { ms: number; run: () => void; off: boolean }[] = [];
  const it: LiveWorld = {
    fetch: (_url, init) => {
      asked.push(init);
      const answer = (answers.shift() ?? (() => new Error("no more")))();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    now: () => 1000,
    random: () => 0,
    after: (ms, run) => {
      const timer = { ms, run, off: false };
      timers.push(timer);
      return () => (timer.off = true);
    },
  };
  return { it, asked, timers };
}

const stream = (text: string): Response =>
  new Response(text, { status: 200, headers: { "Content-Type": "text/event-stream" } });
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

function open(answers: (() => Response | Error)[]) {
  const connections: Connection[] = [];
  const events: LiveEvent[] = [];
  const w = world(answers);
  const live = new LiveStream("a.b", (e) => events.push(e), (c) => connections.push(c), w.it);
  live.open();
  return { live, connections, events, ...w };
}

describe("the live stream", () => {
  it("says that it is lost, waits, comes back from where it was", async () => {
    const one = open([
      () => stream('id: 41\nevent: health\ndata: {"vehicles":3}\n\n'),
      () => new Error("down"),
      () => stream('id: 42\nevent: health\ndata: {"vehicles":4}\n\n'),
    ]);
    await settle();
    expect(one.connections.map((c) => c.state)).toEqual(["connecting", "open", "lost"]);
    const waits = () => one.timers.filter((timer) => !timer.off && timer.ms < 45_000);
    waits().at(-1)!.run();
    await settle();
    expect(one.connections.at(-1)).toMatchObject({ state: "lost", since: 1000, attempt: 1, retryAt: 3000 });
    waits().at(-1)!.run();
    await settle();
    expect(one.asked.map((init) => (init.headers as Record<string, string>)["Last-Event-ID"])).toEqual([
      ...[undefined, "41", "41"],
    ]);
    expect(one.connections.map((c) => c.state)).toContain("open");
    expect(one.events).toHaveLength(2);
    one.live.close();
  });

  it("ends at a refusal and shows its problem", async () => {
    const problem = { title: "Your role does not allow this.", status: 403, code: "not-allowed", remedy: "Ask." };
    const one = open([() => new Response(JSON.stringify(problem), { status: 403 })]);
    await settle();
    expect(one.connections.at(-1)).toEqual({ state: "refused", problem });
    expect(one.timers).toHaveLength(0);
  });

  it("tries again after an answer of 503", async () => {
    const one = open([() => new Response("", { status: 503 })]);
    await settle();
    expect(one.connections.at(-1)?.state).toBe("lost");
    one.live.close();
    expect(one.connections.at(-1)?.state).toBe("closed");
  });

  it("does not come back after it was closed", async () => {
    const one = open([() => new Error("down")]);
    await settle();
    one.live.close();
    for (const timer of one.timers) if (!timer.off) timer.run();
    await settle();
    expect(one.asked).toHaveLength(1);
  });
});

describe("a live feed", () => {
  const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  const positions = event("positions", {
    ...{ feed: "a.b", now: 100, full: true, staleAfter: 90, goneAfter: 300, gone: [] },
    vehicles: [["v", 40, -75, null, null, "R", 0, null, 99, null]],
  });

  it.each(["ended", "suspended"])("shows nothing of an agreement that is %s, not even what comes late", async (flow) => {
    // Given a feed that shows a vehicle, until its agreement ends
    const ended = event("standing", { feed: "a.b", flow, agreement: null });
    const { it: w } = world([() => stream(positions + ended + positions)]);
    const seen: number[] = [];
    const feed: LiveFeed = new LiveFeed("a.b", () => seen.push(feed.fleet.vehicles.size), w);

    // When the end arrives, and one more update behind it
    feed.open();
    await settle();

    // Then the vehicle was there, and is gone for good
    expect(seen).toContain(1);
    expect(feed.fleet.vehicles.size).toBe(0);
    expect(feed.ended).toBe(true);
    feed.close();
  });
});
