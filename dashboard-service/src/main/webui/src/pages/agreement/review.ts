import { html, nothing, type TemplateResult } from "lit";
import type { Agreement, VoteWord } from "../../api/types";
import { moment } from "../../format/time";
import { mark } from "../../parts/dialog";
import { fact } from "../../parts/facts";
import { dueTag, wordTag } from "../../parts/tags";
import { t } from "../../texts";
import type { Deeds } from "./deeds";

const WORDS: VoteWord[] = ["approve", "reject", "abstain"];
const TONE = { approve: "good", reject: "bad", abstain: "plain" } as const;

/** The board: who must decide by when, votes, minutes, and for its members the forms. */
export function review(of: Agreement, deeds: Deeds, zone: string): TemplateResult | typeof nothing {
  const r = of.review;
  if (!r) return nothing;
  const may = new Set(of.commands ?? []);
  return html`<section data-testid="review">
    <h2>${t.review.heading}</h2>
    <dl class="w-facts w-card">
      ${fact(t.review.board, r.boardName)} ${fact(t.review.quorum(r.votes.length, r.quorum, r.members), tally(r.votes))}
      ${fact(t.review.decideBy, r.decideBy ? html`${moment(r.decideBy, zone)} ${of.state === "IN_REVIEW" || of.proposed?.state === "IN_REVIEW" ? dueTag(r.decideBy) : nothing}` : null)}
    </dl>
    <h3>${t.review.votes}</h3>
    ${r.votes.length === 0
      ? html`<p class="w-empty">${t.review.noVotes}</p>`
      : html`<ul class="w-notes">
          ${r.votes.map(
            (each) => html`<li data-testid="vote" data-vote=${each.vote}>
              <p>${wordTag(TONE[each.vote] ?? "plain", t.review.words[each.vote] ?? each.vote)} <strong dir="auto">${each.by}</strong>
                <span class="w-fine">${moment(each.at, zone)}</span></p>
              ${each.comment ? html`<p dir="auto">${each.comment}</p>` : nothing}
            </li>`,
          )}
        </ul>`}
    ${may.has("vote") ? voteForm(deeds) : nothing}
    <h3>${t.review.minutes}</h3>
    ${r.minutes.length === 0
      ? html`<p class="w-empty">${t.review.noMinutes}</p>`
      : html`<ul class="w-notes">
          ${r.minutes.map(
            (each) => html`<li><p dir="auto" class="w-pre">${each.text}</p><p class="w-fine">${each.by}, ${moment(each.at, zone)}</p></li>`,
          )}
        </ul>`}
    ${may.has("minutes") ? minutesForm(deeds) : nothing}
  </section>`;
}

const tally = (votes: readonly { vote: VoteWord }[]): string =>
  WORDS.map((word) => `${t.review.words[word]}: ${votes.filter((each) => each.vote === word).length}`).join(" · ");

function voteForm(deeds: Deeds): TemplateResult {
  const cast = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const chosen = new FormData(form).get("vote") as VoteWord | null;
    const said = form.querySelector<HTMLElement>("[data-error-of=vote]")!;
    said.textContent = chosen ? "" : t.review.choose;
    if (!chosen) {
      form.querySelector<HTMLInputElement>("input[name=vote]")?.focus();
      return;
    }
    const comment = (form.elements.namedItem("comment") as HTMLTextAreaElement).value.trim();
    deeds.vote(chosen, comment);
    form.reset();
  };
  return html`<form class="w-card" novalidate @submit=${cast} data-testid="vote-form">
    <fieldset class="usa-fieldset">
      <legend class="usa-legend">${t.review.yours}</legend>
      <span class="usa-error-message" role="alert" data-error-of="vote"></span>
      <div class="w-beside">
        ${WORDS.map(
          (word) => html`<div class="usa-radio">
            <input class="usa-radio__input" type="radio" name="vote" id="vote-${word}" value=${word} data-testid="vote-${word}" />
            <label class="usa-radio__label" for="vote-${word}">${t.review.words[word]}</label>
          </div>`,
        )}
      </div>
    </fieldset>
    <label class="usa-label" for="vote-comment">${t.review.yourComment}</label>
    <textarea class="usa-textarea w-textarea" id="vote-comment" name="comment" rows="3" maxlength="2000"></textarea>
    <button type="submit" class="usa-button" data-testid="vote-cast" ?disabled=${deeds.busy}>${t.review.cast}</button>
    <p class="w-fine">${t.review.castHint}</p>
  </form>`;
}

function minutesForm(deeds: Deeds): TemplateResult {
  return textForm({ id: "minutes", label: t.review.writeLabel, button: t.review.keep, busy: deeds.busy, send: (text) => deeds.minutes(text) });
}

/** A text to be kept with the agreement. */
export function textForm(of: { id: string; label: string; hint?: string; button: string; busy: boolean; send: (text: string) => void }): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem("text") as HTMLTextAreaElement;
    const text = field.value.trim();
    mark(form, "text", text ? null : t.comments.missing);
    if (!text) {
      field.focus();
      return;
    }
    of.send(text);
    form.reset();
  };
  return html`<form class="w-card" novalidate @submit=${send}>
    <label class="usa-label" for="${of.id}-text">${of.label}</label>
    ${of.hint ? html`<span class="usa-hint" id="${of.id}-hint">${of.hint}</span>` : nothing}
    <span class="usa-error-message" role="alert" id="${of.id}-error" data-error-of="text"></span>
    <textarea
      class="usa-textarea w-textarea"
      id="${of.id}-text"
      name="text"
      rows="3"
      maxlength="4000"
      aria-describedby="${of.hint ? `${of.id}-hint ` : ""}${of.id}-error"
      data-testid="${of.id}-text"
    ></textarea>
    <button type="submit" class="usa-button usa-button--outline" data-testid="${of.id}-send" ?disabled=${of.busy}>${of.button}</button>
  </form>`;
}
