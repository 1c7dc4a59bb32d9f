import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import type { Standing } from "../src/api/types";
import { bounds, buses, place, routes, shapes, stops } from "./mockCity";
import { agreements } from "./mockAgreements";
import { type Answer, answer as consentAnswer, open } from "./mockConsent";
import { contract, FEED, QUIET_FEED } from "./mockContract";
import { feeds, purposes, quarantine, speedRoutes, speeds } from "./mockData";
import { who } from "./mockPeople";

/** A pretended API for developing pages. The token names a person of `mockPeople.ts`, e.g. `/sign-in#planner`. */
export const mockApi = (): Plugin => ({
  name: "weir-mock-api",
  configureServer: (server) => void server.middlewares.use(answer),
  configurePreviewServer: (server) => void server.middlewares.use(answer),
});

const live = new Set<() => void>();

function standing(): Standing[] {
  const base = { timezone: "America/New_York", recorded: false };
  const first = agreements.find((each) => each.document.uid === "buses-for-planning")!;
  const notice = { epoch: first.epoch, state: first.state, endedAs: first.endedAs ?? null, document: first.document, since: first.changedAt };
  return [
    {
      ...{ ...base, feed: FEED, title: "Riverton buses", agencyName: "Riverton Transit", agreement: notice },
      flow: first.state === "ACTIVE" ? "flowing" : "ended",
      lastSharedAt: new Date().toISOString(),
    },
    {
      ...{ ...base, feed: QUIET_FEED, title: "Hills paratransit", agencyName: "Riverton Transit", agreement: null },
      ...{ flow: "none", lastSharedAt: null },
    },
  ];
}

function json(res: ServerResponse, body: unknown, status = 200): void {
  const problem = status >= 400;
  res.writeHead(status, { "Content-Type": problem ? "application/problem+json" : "application/json" });
  res.end(body === undefined ? "" : JSON.stringify(body));
}

const problem = (res: ServerResponse, status: number, code: string, title: string, remedy: string): void =>
  json(res, { type: `https://weir.dev/errors#${code}`, title, status, code, remedy }, status);

const answer: Connect.NextHandleFunction = (req, res, next) => {
  const url = new URL(req.url ?? "/", "http://x");
  if (!url.pathname.startsWith("/api/v1/")) return next();
  void handle(req, res, url.pathname.slice(7), url.searchParams);
};

async function handle(req: IncomingMessage, res: ServerResponse, path: string, query: URLSearchParams): Promise<void> {
  const session = who(/weir_session=([\w-]+)/.exec(req.headers.cookie ?? "")?.[1]);
  const method = req.method ?? "GET";
  const everybody = method === "GET" ? open(path, query) : undefined;
  if (everybody) return give(res, everybody);
  if (path === "/session" && method === "POST") {
    const { token } = JSON.parse(await body(req)) as { token: string };
    if (!who(token)) return problem(res, 401, "not-signed-in", "You are not signed in.", "Sign in, or send a token as a bearer.");
    res.setHeader("Set-Cookie", `weir_session=${token}; HttpOnly; SameSite=Strict; Path=/`);
    return json(res, undefined, 204);
  }
  if (!session) return problem(res, 401, "not-signed-in", "You are not signed in.", "Sign in, or send a token as a bearer.");
  if (path === "/session") {
    if (method === "DELETE") res.setHeader("Set-Cookie", "weir_session=; Path=/; Max-Age=0");
    return json(res, session);
  }
  if (path === "/live") return stream(res, query.get("feed") ?? FEED);
  const feed = /^\/(?:schedules|feeds)\/([^/]+)(\/\w+)?$/.exec(path);
  if (path.startsWith("/schedules/") && feed?.[1] === FEED) {
    if (feed[2] === "/shapes") return json(res, shapes);
    if (feed[2] === "/stops") return json(res, stops);
    return json(res, {
      ...{ feed: FEED, version: "2026-11", importedAt: new Date().toISOString(), agencyName: "Riverton Transit" },
      ...{ timezone: "America/New_York", bounds, routes, trips: 2412, stops: 240, serviceFrom: null, serviceTo: null, warnings: [] },
    });
  }
  if (path.startsWith("/feeds/") && feed) {
    if (feed[2] === "/quarantine") return json(res, feed[1] === FEED ? quarantine : []);
    const found = feeds().find((each) => each.id === decodeURIComponent(feed[1]!));
    return found ? json(res, found) : problem(res, 404, "unknown-feed", "No such feed is registered.", "Register the feed first.");
  }
  const told = consentAnswer(method, path, query, session, method === "GET" ? "" : await body(req));
  if (told) {
    give(res, told);
    if (method !== "GET") for (const tell of live) tell();
    return;
  }
  const simple: Record<string, unknown> = {
    "/standing": standing(),
    "/feeds": feeds(),
    "/agencies": ["riverton-transit", "hills-paratransit"].map((id) => ({
      id,
      name: id === "riverton-transit" ? "Riverton Transit" : "Hills Paratransit",
      timezone: "America/New_York",
    })),
    "/purposes": purposes,
    [`/contracts/${contract.id}`]: contract,
    "/segment-speeds/routes": speedRoutes,
    "/segment-speeds": speeds(query.get("route") ?? "", Number(query.get("direction")), query.get("from") ?? "", query.get("to") ?? ""),
  };
  if (path in simple) return json(res, simple[path]);
  return problem(res, 404, "not-found", "There is nothing here.", "Check the address.");
}

function give(res: ServerResponse, answer: NonNullable<Answer>): void {
  if (answer.file) res.setHeader("Content-Disposition", `attachment; filename="${answer.file}"`);
  json(res, answer.body, answer.status);
}

async function body(req: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of req) text += String(chunk);
  return text;
}

function stream(res: ServerResponse, feed: string): void {
  res.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  let id = 0;
  const send = (event: string, data: unknown): void => void res.write(`id: ${++id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const of = (): Standing => standing().find((each) => each.feed === feed) ?? standing()[0]!;
  const tell = (): void => send("standing", of());
  tell();
  live.add(tell);
  let full = true;
  const beat = setInterval(() => {
    const now = Date.now() / 1000;
    if (of().flow !== "flowing") return;
    for (const bus of buses) if (bus.silentSince === null && Math.random() > 0.12) bus.at += bus.pace * 1.6;
    send("positions", {
      ...{ feed, now: Math.round(now) - 3, full, staleAfter: 90, goneAfter: 300, gone: [] },
      vehicles: buses.map((bus, i) => {
        const { lon, lat, bearing } = place(bus);
        const seen = Math.round(now) - (bus.silentSince ?? 3 + (i % 14));
        return [bus.id, lat, lon, i % 9 ? bearing : null, i % 9 ? bus.pace * 420 : null, bus.line.routeId, bus.line.directionId, `T-${i}`, seen, null];
      }),
    });
    if (full || id % 5 === 0) send("health", { feed, now, vehicles: buses.length, stale: 6, lagSeconds: 3.2, perSecond: 41, received: id * 160 });
    full = false;
  }, 1000);
  res.on("close", () => {
    clearInterval(beat);
    live.delete(tell);
  });
}
