import type { ReactiveControllerHost } from "lit";
import type { Problem } from "../api/types";
import { problemFrom } from "./problem";

/** Something fetched: not yet, here, or refused. What was here stays while it is fetched anew. */
export class Loaded<T> {
  value: T | null = null;
  problem: Problem | null = null;
  busy = false;
  #turn = 0;

  constructor(private readonly host: Pick<ReactiveControllerHost, "requestUpdate">) {}

  /** Runs; an older run that ends later is forgotten. */
  async run(fetching: () => Promise<T>): Promise<T | null> {
    const turn = ++this.#turn;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const value = await fetching();
      if (turn !== this.#turn) return null;
      this.value = value;
      this.problem = null;
      return value;
    } catch (error) {
      if (turn === this.#turn) this.problem = problemFrom(error);
      return null;
    } finally {
      if (turn === this.#turn) {
        this.busy = false;
        this.host.requestUpdate();
      }
    }
  }
}
