import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import type { Standing } from "../src/api/types";
import { bounds, buses, place, routes, shapes, stops } from "./mockCity";
import { agreements, contract, FEED, feeds, quarantine, QUIET_FEED, speedRoutes, speeds } from "./mockData";

/** A pretended API for developing pages. The token is the role's name, e.g. `/sign-in#planner`. */
export const mockApi = (): Plugin => ({
  name: "weir-mock-api",
  configureServer: (server) => void server.middlewares.use(answer),
  configurePreviewServer: (server) => void server.middlewares.use(answer),
});

const live = new Set<() => void>();

function standing(): Standing[] {
  const base = { timezone: "America/New_York", recorded: false };
  const first = agreements[0]!;
  const notice = { epoch: first.epoch, state: first.state, document: first.document, since: first.changedAt };
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
  const role = /weir_session=([\w-]+)/.exec(req.headers.cookie ?? "")?.[1];
  const method = req.method ?? "GET";
  if (path === "/session" && method === "POST") {
    const { token } = JSON.parse(await body(req)) as { token: string };
    if (!/^[a-z-]+$/.test(token)) return problem(res, 401, "not-signed-in", "You are not signed in.", "Sign in, or send a token as a bearer.");
    res.setHeader("Set-Cookie", `weir_session=${token}; HttpOnly; SameSite=Strict; Path=/`);
    return json(res, undefined, 204);
  }
  if (!role) return problem(res, 401, "not-signed-in", "You are not signed in.", "Sign in, or send a token as a bearer.");
  if (path === "/session") {
    if (method === "DELETE") res.setHeader("Set-Cookie", "weir_session=; Path=/; Max-Age=0");
    return json(res, { subject: role, name: "Alex Rivera", roles: [role], agency: null, recipient: "city-planning", expires: null });
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
  const known = agreements.find((each) => path.startsWith(`/agreements/${each.document.uid}`));
  if (known && method === "POST") return change(res, known, path, await body(req));
  if (known) return json(res, known);
  const simple: Record<string, unknown> = {
    "/standing": standing(),
    "/agreements": agreements,
    "/feeds": feeds(),
    "/agencies": [{ id: "riverton-transit", name: "Riverton Transit", timezone: "America/New_York" }],
    "/purposes": [{ id: "transit-planning", title: "Plan bus service, bus lanes and signals", broader: "transport-planning" }],
    [`/contracts/${contract.id}`]: contract,
    "/segment-speeds/routes": speedRoutes,
    "/segment-speeds": speeds(query.get("route") ?? "", Number(query.get("direction")), query.get("from") ?? "", query.get("to") ?? ""),
    "/ledger": {
      balances: [
        {
          ...{ feed: FEED, agreement: "buses-for-planning", recipient: "city-planning", accepted: 184_223, shared: 184_190 },
          ...{ withheld: { "not-yet-effective": 21, "agreement-revoked": 11 }, quarantined: 1, balanced: true },
          ...{ since: agreements[0]!.changedAt, until: new Date().toISOString() },
        },
      ],
    },
  };
  if (path in simple) return json(res, simple[path]);
  return problem(res, 404, "not-found", "There is nothing here.", "Check the address.");
}

function change(res: ServerResponse, of: (typeof agreements)[number], path: string, text: string): void {
  const state = path.endsWith("/revoke") ? "REVOKED" : "ACTIVE";
  const at = new Date().toISOString();
  Object.assign(of, { state, epoch: of.epoch + 5, changedAt: at, changedBy: "dana.officer" });
  of.history.push({ state, at, by: "dana.officer", epoch: of.epoch });
  for (const tell of live) tell();
  const receipt = {
    ...{ agreement: of.document.uid, epoch: of.epoch, state, revokedAt: at, confirmedAt: at, enforcers: ["enforcer-1"] },
    sharedTopic: `shared.city-planning.${of.document.uid}.${of.document.target.feed}`,
    endOffsets: { "0": 61_410, "1": 60_988, "2": 61_792 },
  };
  if (state === "REVOKED" && !(JSON.parse(text) as { reason?: string }).reason) {
    return problem(res, 400, "missing-field", "A field is missing.", "Send the field that is named.");
  }
  json(res, state === "REVOKED" ? receipt : { ...of, receipt });
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
