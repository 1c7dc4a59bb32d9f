import { html, nothing, type TemplateResult } from "lit";
import { consent } from "../../api/consent";
import type { Checkpoint, Leaf } from "../../api/types";
import { context } from "../../app/context";
import { View } from "../../app/view";
import { span } from "../../format/spans";
import { moment, ownZone } from "../../format/time";
import { count } from "../../format/units";
import { bytesOf, hexOf } from "../../ledger/bytes";
import { canHash, continues, includes, type Verdict } from "../../ledger/merkle";
import { checkNote, type NoteVerdict } from "../../ledger/note";
import { hashesOf, ownHash, readable } from "../../ledger/proof";
import { copyable } from "../../parts/copyButton";
import { fact } from "../../parts/facts";
import { textField } from "../../parts/field";
import { Loaded } from "../../parts/load";
import { problemAlert } from "../../parts/problem";
import { t } from "../../texts";
import { keepCheckpoint, keptCheckpoint } from "./kept";

const POLL_MS = 5_000;
const VERIFY = "deploy/verify-ledger ledger.weir-ledger ledger-key.txt";

interface Shown {
  checkpoint: Checkpoint;
  signature: NoteVerdict;
}

interface Proven {
  leaf: Leaf;
  checkpoint: Checkpoint;
  hash: Uint8Array;
  /** Whether the hash was computed here, from the entry's own bytes. */
  own: boolean;
  verdict: Verdict;
}

/** The latest checkpoint and what the reader can check of it, recomputed in the browser. */
class Proofs extends View {
  #shown = new Loaded<Shown>(this);
  #proven = new Loaded<Proven>(this);
  #consistent = new Loaded<{ right: boolean; from: number; to: number }>(this);
  #index = "";
  #wrong: string | null = null;
  #kept = keptCheckpoint();
  #timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
    this.#timer = window.setInterval(() => this.#load(), POLL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  #load(): void {
    void this.#shown.run(async () => {
      const checkpoint = await consent.checkpoint();
      return { checkpoint, signature: await checkNote(checkpoint) };
    });
  }

  #prove(event: Event): void {
    event.preventDefault();
    const checkpoint = this.#shown.value!.checkpoint;
    const index = Number(this.#index.replaceAll(",", ""));
    const right = /^[\d,]+$/.test(this.#index.trim()) && index < checkpoint.size;
    this.#wrong = right ? null : t.ledgerPage.indexWrong;
    this.requestUpdate();
    if (!right) {
      void this.updateComplete.then(() => this.querySelector<HTMLInputElement>("#leaf-index")?.focus());
      return;
    }
    void this.#proven.run(async () => {
      const [leaves, proof] = await Promise.all([consent.leaves(index, 1), consent.inclusion(index, checkpoint.size)]);
      const leaf = leaves[0]!;
      const own = await ownHash(leaf);
      const hash = own ?? bytesOf(leaf.hash);
      return { leaf, checkpoint, hash, own: own !== null, verdict: await includes(hash, index, checkpoint.size, hashesOf(proof), bytesOf(checkpoint.root)) };
    });
  }

  #compare(): void {
    const kept = this.#kept!;
    const now = this.#shown.value!.checkpoint;
    void this.#consistent.run(async () => {
      const path = kept.size === now.size ? [] : hashesOf(await consent.consistency(kept.size, now.size));
      return { right: await continues(kept.size, bytesOf(kept.root), now.size, bytesOf(now.root), path), from: kept.size, to: now.size };
    });
  }

  #keep(): void {
    this.#kept = keepCheckpoint(this.#shown.value!.checkpoint);
    this.#consistent.value = null;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { value, problem, busy } = this.#shown;
    if (!value) {
      return html`<section>
        <h2>${t.ledgerPage.checkpoint}</h2>
        ${problem ? (problem.status === 404 ? html`<p class="w-empty">${t.ledgerPage.noCheckpoint}</p>` : problemAlert(problem)) : busy ? html`<p class="w-loading" role="status">${t.loading}</p>` : nothing}
      </section>`;
    }
    return html`${this.#checkpoint(value)} ${this.#inclusion(value.checkpoint)} ${this.#consistency()} ${offline(value.checkpoint)}`;
  }

  #checkpoint({ checkpoint: of, signature }: Shown): TemplateResult {
    const said = { good: t.ledgerPage.signatureGood, bad: t.ledgerPage.signatureBad, unknown: t.ledgerPage.signatureUnknown }[signature];
    const zone = ownZone();
    return html`<section data-testid="checkpoint" data-size=${of.size} data-signature=${signature}>
      <h2>${t.ledgerPage.checkpoint}</h2>
      <p>${t.ledgerPage.checkpointLead}</p>
      <dl class="w-facts w-card">
        ${fact(t.ledgerPage.size, count(of.size))}
        ${fact(t.ledgerPage.signed, html`${moment(of.at, zone)} <span class="w-fine">(${t.ledgerPage.age(span((Date.now() - Date.parse(of.at)) / 1000))})</span>`)}
        ${fact(t.ledgerPage.origin, html`<code>${of.origin}</code>`)}
        ${fact(t.ledgerPage.root, copyable(of.root, t.ledgerPage.root), true)}
      </dl>
      <p class=${signature === "good" ? "w-ledger__good" : signature === "bad" ? "w-ledger__bad" : "w-fine"}>${said}</p>
    </section>`;
  }

  #inclusion(checkpoint: Checkpoint): TemplateResult {
    const { value, problem, busy } = this.#proven;
    return html`<section>
      <h2>${t.ledgerPage.inclusion}</h2>
      <p>${t.ledgerPage.inclusionLead}</p>
      ${canHash() && checkpoint.size > 0
        ? html`<form class="w-inlineform" novalidate @submit=${(event: Event) => this.#prove(event)}>
            ${textField({
              ...{ id: "leaf-index", label: t.ledgerPage.index, hint: t.ledgerPage.indexHint(checkpoint.size), type: "number" },
              ...{ value: this.#index, error: this.#wrong },
              change: (index) => (this.#index = index),
            })}
            <button type="submit" class="usa-button" data-testid="prove" ?disabled=${busy}>${t.ledgerPage.prove}</button>
          </form>`
        : canHash()
          ? nothing
          : html`<p class="w-empty">${t.ledgerPage.noCrypto}</p>`}
      <div aria-live="polite">
        ${busy ? html`<p class="w-loading" role="status">${t.ledgerPage.proving}</p>` : nothing} ${problem ? problemAlert(problem) : nothing}
        ${value && !busy ? proven(value) : nothing}
      </div>
    </section>`;
  }

  #consistency(): TemplateResult {
    const { value, problem, busy } = this.#consistent;
    return html`<section>
      <h2>${t.ledgerPage.consistency}</h2>
      <p>${this.#kept ? t.ledgerPage.kept(count(this.#kept.size), moment(this.#kept.at, ownZone())) : t.ledgerPage.nothingKept}</p>
      <div class="w-actions">
        <button type="button" class="usa-button usa-button--outline" data-testid="keep-checkpoint" @click=${() => this.#keep()}>${t.ledgerPage.keep}</button>
        ${this.#kept && canHash()
          ? html`<button type="button" class="usa-button usa-button--outline" data-testid="check-consistency" ?disabled=${busy} @click=${() => this.#compare()}>${t.ledgerPage.consistencyRun}</button>`
          : nothing}
      </div>
      <div aria-live="polite">
        ${problem ? problemAlert(problem) : nothing}
        ${value
          ? html`<p class=${value.right ? "w-ledger__good" : "w-ledger__bad"} data-testid="consistent" data-right=${value.right ? "true" : "false"}>
              ${value.right ? t.ledgerPage.consistencyGood(count(value.from), count(value.to)) : t.ledgerPage.consistencyBad}
            </p>`
          : nothing}
      </div>
    </section>`;
  }
}

function proven({ leaf, checkpoint, hash, own, verdict }: Proven): TemplateResult {
  return html`<div data-testid="proof" data-right=${verdict.right ? "true" : "false"}>
    <p class=${verdict.right ? "w-ledger__good" : "w-ledger__bad"}>
      ${verdict.right ? t.ledgerPage.proofGood(count(leaf.index), count(checkpoint.size)) : t.ledgerPage.proofBad}
    </p>
    ${own ? nothing : html`<p class="w-fine">${t.ledgerPage.notOwn}</p>`}
    <details class="w-details">
      <summary>${t.ledgerPage.proofSteps}</summary>
      <dl class="w-facts w-facts--long">
        ${fact(t.ledgerPage.entry, leaf.entry ? html`<pre tabindex="0" aria-label=${t.ledgerPage.entry}>${readable(leaf.entry)}</pre>` : t.ledgerPage.notYours, true)}
        ${fact(t.ledgerPage.leafHash, html`<code class="w-break">${hexOf(hash)}</code>`, true)}
      </dl>
      <ol class="w-steps">${verdict.steps.map((each) => html`<li><code class="w-break">${hexOf(each.gives)}</code></li>`)}</ol>
    </details>
  </div>`;
}

/** Who may take the whole ledger away: those who may read all of it. */
const readsAll = (): boolean =>
  context.has("auditor") || context.has("ops") || (context.has("data-officer") && !context.session?.agency && !context.session?.recipient);

const offline = (checkpoint: Checkpoint): TemplateResult => html`<section>
  <h2>${t.ledgerPage.offline}</h2>
  <p>${t.ledgerPage.offlineLead}</p>
  <div class="w-actions">
    ${readsAll()
      ? html`<a class="usa-button usa-button--outline" href="/api/v1/ledger/export" download="ledger.weir-ledger" data-testid="export">${t.ledgerPage.export}</a>`
      : nothing}
    <a class="usa-button usa-button--outline" href="/api/v1/ledger/key" download="ledger-key.txt">${t.ledgerPage.publicKeys}</a>
  </div>
  ${readsAll() ? nothing : html`<p class="w-fine">${t.ledgerPage.exportFor}</p>`}
  ${checkpoint.key ? html`<p>${copyable(checkpoint.key, t.ledgerPage.publicKeys)}</p>` : nothing}
  <p>${t.ledgerPage.command}</p>
  <p>${copyable(VERIFY, t.ledgerPage.command)}</p>
</section>`;

customElements.define("weir-proofs", Proofs);
