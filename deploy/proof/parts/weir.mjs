// What the proofs share: run a command, ask a running Weir, print figures, judge a bar.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Runs a command to its end with its output shown; ends the proof where it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (done.status !== 0) {
    fail(`It did not end well: ${command} ${args.join(" ")}`);
  }
}

/** Starts a process that the proof ends when it ends. */
export function start(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  process.on("exit", () => child.kill());
  return child;
}

export function fail(sentence) {
  console.error(`NOT SHOWN: ${sentence}`);
  process.exit(1);
}

/** A Weir that deploy/local/up started with that data directory. */
export class Weir {
  constructor(data) {
    this.data = data;
    this.run = JSON.parse(readFileSync(join(data, "run.json"), "utf8"));
  }

  token(role) {
    return readFileSync(join(this.data, "tokens", `${role}.jwt`), "utf8").trim();
  }

  /** Asks the dashboard, which passes on what belongs to the other two services. */
  async ask(path, { role = "auditor", method = "GET", body } = {}) {
    const answer = await fetch(this.run.dashboard + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token(role)}`,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  }

  /** Follows the live stream of a feed and hands each event's data to the listener of its name. */
  async follow(feed, listeners, signal) {
    const answer = await fetch(`${this.run.dashboard}/api/v1/live?feed=${feed}`, {
      headers: { authorization: `Bearer ${this.token("planner")}`, accept: "text/event-stream" },
      signal,
    });
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of answer.body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) {
        const lines = block.split("\n");
        const name = lines.find((l) => l.startsWith("event:"))?.slice(6).trim();
        const data = lines.filter((l) => l.startsWith("data:")).map((l) => l.slice(5)).join("\n");
        if (name && data && listeners[name]) {
          listeners[name](JSON.parse(data));
        }
      }
    }
  }
}

/** Prints a figure beside its bar and remembers whether it holds. */
export class Figures {
  held = true;

  figure(name, value, bar, holds) {
    const verdict = bar === undefined ? "" : holds ? `   (bar: ${bar}, holds)` : `   (bar: ${bar}, FALLS SHORT)`;
    console.log(`${name.padEnd(44)} ${value}${verdict}`);
    if (bar !== undefined && !holds) {
      this.held = false;
    }
  }

  end() {
    process.exit(this.held ? 0 : 1);
  }
}

export const seconds = (n) => new Promise((done) => setTimeout(done, n * 1000));
