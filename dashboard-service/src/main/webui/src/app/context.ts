import { api, ApiError } from "../api/client";
import { consent } from "../api/consent";
import type { InboxItem, Problem, Role, Session, Standing } from "../api/types";

/** What every page needs to know: who looks, how the feeds stand, what waits. Fires `change`. */
class Context extends EventTarget {
  session: Session | null = null;
  /** Whether the session has been asked for. */
  known = false;
  standing: Standing[] = [];
  /** What waits for the one who looks; null while it is not known. */
  inbox: InboxItem[] | null = null;
  /** Why the session, or else the standing of the feeds, could not be had. */
  problem: Problem | null = null;
  standingProblem: Problem | null = null;

  async start(): Promise<void> {
    try {
      this.session = await api.session();
      this.problem = null;
    } catch (error) {
      this.session = null;
      if (error instanceof ApiError && error.problem.status !== 401) this.problem = error.problem;
    }
    this.known = true;
    this.#changed();
    if (this.session) await this.refresh();
  }

  async refresh(): Promise<void> {
    void this.look();
    try {
      this.standing = await api.standing();
      this.standingProblem = null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.problem.status === 401) this.session = null;
      else this.standingProblem = error.problem;
    }
    this.#changed();
  }

  /** Asks anew what waits. That it cannot be had is the inbox page's to say. */
  async look(): Promise<void> {
    try {
      this.waits(await consent.inbox());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  waits(items: InboxItem[]): void {
    this.inbox = items;
    this.#changed();
  }

  /** One feed's standing came by the live stream. */
  stands(standing: Standing): void {
    this.standing = [...this.standing.filter((each) => each.feed !== standing.feed), standing].sort((a, b) =>
      a.title.localeCompare(b.title),
    );
    this.#changed();
  }

  async signOut(): Promise<void> {
    await api.signOut();
    this.session = null;
    this.standing = [];
    this.inbox = null;
    this.#changed();
  }

  has(role: Role): boolean {
    return this.session?.roles.includes(role) ?? false;
  }

  of(feed: string | null): Standing | undefined {
    return this.standing.find((each) => each.feed === feed);
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

export const context = new Context();
