import { LiveStream, type Connection, type LiveEvent, type LiveWorld } from "../../api/live";
import type { Flow, Health, Standing } from "../../api/types";
import { Fleet } from "../../map/fleet";

const NOTHING_SHOWN: ReadonlySet<Flow> = new Set(["suspended", "ended", "none"]);

/** One feed as it comes in: its standing, its fleet, its health, the line. Calls back at each change. */
export class LiveFeed {
  readonly fleet = new Fleet();
  standing: Standing | null = null;
  health: Health | null = null;
  connection: Connection = { state: "connecting" };
  /** Whether a first answer about vehicles, even an empty one, has come. */
  heard = false;
  #stream: LiveStream;

  constructor(
    readonly feed: string,
    private readonly changed: (what: "fleet" | "standing" | "health" | "connection") => void,
    world?: LiveWorld,
  ) {
    this.#stream = new LiveStream(
      feed,
      (event) => this.#take(event),
      (connection) => {
        this.connection = connection;
        changed("connection");
      },
      world,
    );
  }

  open(): void {
    this.#stream.open();
  }

  close(): void {
    this.#stream.close();
  }

  /** Nothing may be shown: the agreement ended or rests, or there is none. */
  get ended(): boolean {
    return this.standing !== null && NOTHING_SHOWN.has(this.standing.flow);
  }

  #take(event: LiveEvent): void {
    switch (event.kind) {
      case "standing":
        this.standing = event.standing;
        this.heard ||= this.ended;
        if (this.ended) this.#forget();
        return this.changed("standing");
      case "positions":
        // A late update of an ended agreement is not shown.
        if (this.ended) return;
        this.heard = true;
        this.fleet.apply(event.positions, performance.now());
        return this.changed("fleet");
      case "health":
        this.health = event.health;
        return this.changed("health");
    }
  }

  #forget(): void {
    this.fleet.clear();
    this.health = null;
    this.changed("fleet");
  }
}
