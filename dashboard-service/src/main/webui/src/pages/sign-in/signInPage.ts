import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import type { Problem } from "../../api/types";
import { context } from "../../app/context";
import { go, ownPath } from "../../app/router";
import { Page, type Place } from "../../app/view";
import { problemAlert, problemFrom } from "../../parts/problem";
import { t } from "../../texts";

/** Takes the token of a sign-in link, or one that is pasted, and goes on to where the reader wanted. */
class SignInPage extends Page {
  override readonly heading = t.signIn.heading;
  #problem: Problem | null = null;
  #busy = false;

  override show(place: Place): void {
    super.show(place);
    const token = place.hash.replace(/^#/, "");
    if (token) {
      // Out of the address bar and the history before anything else can read it.
      history.replaceState(null, "", location.pathname + location.search);
      void this.#signIn(token);
    } else if (context.session && place.search.includes("to=")) {
      this.#onward();
    }
  }

  async #signIn(token: string): Promise<void> {
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      await api.signIn(token.trim());
      await context.start();
      if (context.problem) this.#problem = context.problem;
      else this.#onward();
    } catch (error) {
      this.#problem = problemFrom(error);
    }
    this.#busy = false;
    this.requestUpdate();
  }

  #onward(): void {
    go(ownPath(new URLSearchParams(this.place.search).get("to")));
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem("token") as HTMLTextAreaElement;
    const pasted = field.value.trim();
    // People paste the whole link as often as the token.
    const token = pasted.includes("#") ? pasted.slice(pasted.indexOf("#") + 1) : pasted;
    if (token) void this.#signIn(token);
    else field.focus();
  }

  protected override render(): TemplateResult {
    return html`<div class="w-page w-page--narrow">
      <h1>${t.signIn.heading}</h1>
      ${this.#problem ? problemAlert(this.#problem) : nothing}
      ${this.#busy ? html`<p class="w-loading" role="status">${t.signIn.busy}</p>` : nothing}
      <p class="w-lead">${t.signIn.lead}</p>
      <form class="w-card" @submit=${(event: SubmitEvent) => this.#submit(event)}>
        <label class="usa-label" for="token">${t.signIn.token}</label>
        <span class="usa-hint" id="token-hint">${t.signIn.hint}</span>
        <textarea
          class="usa-textarea"
          id="token"
          name="token"
          rows="4"
          required
          spellcheck="false"
          autocomplete="off"
          aria-describedby="token-hint"
        ></textarea>
        <button class="usa-button" type="submit" ?disabled=${this.#busy}>${t.signIn.button}</button>
      </form>
      <p class="w-fine">${t.signIn.privacy}</p>
      <p><a class="usa-link" href="/register" data-testid="to-register">${t.register.link}</a> · ${t.signIn.register}</p>
    </div>`;
  }
}

customElements.define("weir-sign-in", SignInPage);
