import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import type { Feed } from "../../api/types";
import { Page } from "../../app/view";
import { count } from "../../format/units";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { feedTag } from "../../parts/tags";
import { t } from "../../texts";
import { healthSentence } from "./health";

const POLL_MS = 10_000;

/** Every feed and how it fares. */
class FeedsPage extends Page {
  override readonly heading = t.feeds.heading;
  #list = new Loaded<Feed[]>(this);
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
    void this.#list.run(() => api.feeds());
  }

  protected override render(): TemplateResult {
    const head = html`<h1>${t.feeds.heading}</h1>
      <p class="w-lead">${t.feeds.lead}</p>`;
    return loadedPage(this.#list, () => this.#load(), (feeds) => list(feeds), head);
  }
}

const list = (feeds: readonly Feed[]): TemplateResult =>
  feeds.length === 0
    ? html`<p class="w-empty">${t.feeds.empty}</p>`
    : html`<ul class="w-cards w-cards--wide">
        ${feeds.map(
          (feed) =>
            html`<li class="w-card w-link-card" data-testid="feed-card">
              <h2>
                <a href="/feeds/${encodeURIComponent(feed.id)}" dir="auto">${feed.title || feed.id}</a> ${feedTag(feed.health.state)}
              </h2>
              <p class="w-fine w-break">${feed.id}</p>
              <p>${healthSentence(feed)}</p>
              ${feed.health.lastOutcome && feed.health.state === "failing" ? html`<p>${feed.health.lastOutcome.remedy}</p>` : nothing}
              <p class="w-fine">${t.feeds.acceptedSoFar(count(feed.health.accepted))}</p>
            </li>`,
        )}
      </ul>`;

customElements.define("weir-feeds", FeedsPage);
