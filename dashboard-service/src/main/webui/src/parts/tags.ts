import { html, type TemplateResult } from "lit";
import type { AgreementState, FeedState, Flow } from "../api/types";
import { due } from "../format/spans";
import { t } from "../texts";

type Tone = "good" | "warn" | "bad" | "plain";

const tag = (tone: Tone, text: string): TemplateResult => html`<span class="w-tag w-tag--${tone}">${text}</span>`;

const AGREEMENT: Partial<Record<AgreementState, Tone>> = {
  ACTIVE: "good",
  FINALIZED: "good",
  SUSPENDED: "warn",
  EXPIRED: "warn",
  WITHDRAWN: "warn",
  TIMED_OUT: "warn",
  DESTRUCTION_DUE: "warn",
  REVOKED: "bad",
  TERMINATED: "bad",
  REFUSED: "bad",
};
const FEED: Record<FeedState, Tone> = { flowing: "good", quiet: "warn", failing: "bad", waiting: "plain" };
const FLOW: Record<Flow, Tone> = { flowing: "good", quiet: "warn", suspended: "warn", ended: "bad", none: "plain" };

export const agreementTag = (state: AgreementState): TemplateResult =>
  tag(AGREEMENT[state] ?? "plain", t.states[state] ?? state);
export const feedTag = (state: FeedState): TemplateResult => tag(FEED[state] ?? "plain", t.feedStates[state] ?? state);
export const flowTag = (flow: Flow): TemplateResult => tag(FLOW[flow] ?? "plain", t.flows[flow] ?? flow);
export const wordTag = (tone: Tone, text: string): TemplateResult => tag(tone, text);

/** A deadline in words; an overdue one says so, not by colour alone. */
export function dueTag(deadline: string, now = Date.now()): TemplateResult {
  const { nearness, words } = due(deadline, now);
  return tag(nearness === "overdue" ? "bad" : nearness === "soon" ? "warn" : "plain", words);
}
