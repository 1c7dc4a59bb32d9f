import type { ReactiveControllerHost } from "lit";
import { ApiError } from "../../api/client";
import { consent } from "../../api/consent";
import type { Problem, SignedReceipt, VoteWord } from "../../api/types";
import { problemFrom } from "../../parts/problem";
import { t } from "../../texts";

const POLL_MS = 2_000;

/** How often a receipt that is still to come is looked for: five minutes in all. */
const POLLS = 150;

/** What the reader does to an agreement: one at a time, with its progress, its receipt or its problem. */
export class Deeds {
  busy = false;
  /** Whether enforcers must confirm before the answer comes. */
  waits = false;
  /** Whether what was done shows where it was done: a vote, minutes, a comment. */
  inPlace = false;
  startedAt = 0;
  problem: Problem | null = null;
  receipt: SignedReceipt | null = null;
  done: string | null = null;
  #timer = 0;

  constructor(
    private readonly host: Pick<ReactiveControllerHost, "requestUpdate">,
    private readonly agreement: () => string,
    /** Called when a deed is over, so that the page shows how things stand. */
    private readonly after: () => void,
  ) {}

  command(name: string, body: Record<string, unknown>): void {
    const text = t.commands[name];
    this.inPlace = false;
    void this.#run(text?.waits ?? false, text?.done ?? t.agreements.done, () => consent.command(this.agreement(), name, body));
  }

  vote(vote: VoteWord, comment: string): void {
    this.inPlace = true;
    void this.#run(false, t.agreements.done, () => consent.vote(this.agreement(), vote, comment));
  }

  minutes(text: string): void {
    this.inPlace = true;
    void this.#run(false, t.agreements.done, () => consent.command(this.agreement(), "minutes", { text }));
  }

  comment(text: string): void {
    this.inPlace = true;
    void this.#run(false, t.agreements.done, () => consent.command(this.agreement(), "comments", { text }));
  }

  forget(): void {
    Object.assign(this, { problem: null, receipt: null, done: null });
  }

  async #run(waits: boolean, done: string, run: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.forget();
    Object.assign(this, { busy: true, waits, startedAt: Date.now() });
    this.#timer = window.setInterval(() => this.host.requestUpdate(), 1000);
    this.host.requestUpdate();
    try {
      this.receipt = receiptIn(await this.#confirmed(run));
      this.done = done;
    } catch (error) {
      this.problem = problemFrom(error);
    }
    window.clearInterval(this.#timer);
    this.busy = false;
    this.after();
    this.host.requestUpdate();
  }

  /** Runs; a change that is recorded but not yet confirmed is waited for by reading, never by doing it again. */
  async #confirmed(run: () => Promise<unknown>): Promise<unknown> {
    const before = await this.#receipts();
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.code !== "receipt-pending") throw error;
      for (let i = 0; i < POLLS; i++) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        const now = await this.#receipts();
        if (now.length > before.length) return now[now.length - 1];
      }
      throw error;
    }
  }

  async #receipts(): Promise<SignedReceipt[]> {
    if (!this.waits) return [];
    return (await consent.agreement(this.agreement())).receipts ?? [];
  }
}

/** The receipt in an answer: the answer itself, or beside the agreement. */
export function receiptIn(answer: unknown): SignedReceipt | null {
  const of = answer as Partial<SignedReceipt> & { receipt?: unknown } & { epoch?: number; endOffsets?: unknown };
  if (of && typeof of.signature === "string" && of.receipt) return of as SignedReceipt;
  if (of && of.receipt && typeof of.receipt === "object") return receiptIn(of.receipt);
  return null;
}
