import { html, type TemplateResult } from "lit";
import type { AgreementState, FeedState, Flow } from "../api/types";
import { t } from "../texts";

type Tone = "good" | "warn" | "bad" | "plain";

const tag = (tone: Tone, text: string): TemplateResult => html`<span class="w-tag w-tag--${tone}">${text}</span>`;

const AGREEMENT: Record<AgreementState, Tone> = { ACTIVE: "good", DRAFT: "plain", EXPIRED: "warn", REVOKED: "bad" };
const FEED: Record<FeedState, Tone> = { flowing: "good", quiet: "warn", failing: "bad", waiting: "plain" };
const FLOW: Record<Flow, Tone> = { flowing: "good", quiet: "warn", ended: "bad", none: "plain" };

export const agreementTag = (state: AgreementState): TemplateResult => tag(AGREEMENT[state], t.states[state] ?? state);
export const feedTag = (state: FeedState): TemplateResult => tag(FEED[state] ?? "plain", t.feedStates[state] ?? state);
export const flowTag = (flow: Flow): TemplateResult => tag(FLOW[flow] ?? "plain", t.flows[flow] ?? flow);
export const wordTag = (tone: Tone, text: string): TemplateResult => tag(tone, text);
