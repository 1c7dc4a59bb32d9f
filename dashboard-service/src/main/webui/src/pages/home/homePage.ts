import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import type { Balance, Feed, Standing } from "../../api/types";
import { context } from "../../app/context";
import { Page } from "../../app/view";
import { count } from "../../format/units";
import { Loaded } from "../../parts/load";
import { problemAlert } from "../../parts/problem";
import { t } from "../../texts";
import { LiveFeed } from "../now/liveFeed";
import { standingCard } from "./standingCard";
import { troubles } from "./troubles";

/** One glance: what flows, how many buses, what is wrong, where to go on. */
class HomePage extends Page {
  override readonly heading = t.home.heading;
  #feeds = new Loaded<Feed[]>(this);
  #ledger = new Loaded<Balance[]>(this);
  #live: LiveFeed | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#feeds.run(() => api.feeds());
    void this.#ledger.run(() => api.ledger({}));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live?.close();
    this.#live = null;
  }

  /** One stream a tab: that of the first feed that flows. */
  protected override willUpdate(): void {
    const first = context.standing.find((each) => each.flow === "flowing");
    if (!this.#live && first && this.isConnected) {
      this.#live = new LiveFeed(first.feed, (what) => {
        if (what === "standing" && this.#live?.standing) context.stands(this.#live.standing);
        this.requestUpdate();
      });
      this.#live.open();
    }
  }

  protected override render(): TemplateResult {
    const { standing } = context;
    const found = troubles(standing, this.#feeds.value ?? [], this.#ledger.value ?? []);
    return html`<div class="w-page" aria-busy=${this.#feeds.busy || this.#ledger.busy ? "true" : "false"}>
      <h1>${t.home.heading}</h1>
      <p class="w-lead">${t.home.lead}</p>
      ${context.standingProblem ? problemAlert(context.standingProblem, () => void context.refresh()) : nothing}
      ${found.length > 0
        ? html`<div class="usa-alert usa-alert--warning" data-testid="troubles">
            <div class="usa-alert__body">
              <h2 class="usa-alert__heading">${t.home.troubles(found.length)}</h2>
              <ul class="w-troubles">
                ${found.map((each) => html`<li><a href=${each.href}>${each.text}</a></li>`)}
              </ul>
            </div>
          </div>`
        : standing.length > 0 && !this.#feeds.busy
          ? html`<p class="w-fine" data-testid="no-troubles">${t.home.fine}</p>`
          : nothing}
      ${this.#glance(standing)}
      <section>
        <h2>${t.home.standing}</h2>
        ${standing.length === 0
          ? html`<p class="w-empty">${t.home.empty}</p>`
          : html`<ul class="w-cards">
              ${standing.map((each) => standingCard(each, this.#live?.feed === each.feed ? this.#live : null))}
            </ul>`}
      </section>
    </div>`;
  }

  #glance(standing: readonly Standing[]): TemplateResult {
    const flowing = standing.filter((each) => each.flow === "flowing").length;
    const active = standing.filter((each) => each.agreement?.state === "ACTIVE").length;
    const vehicles = this.#live?.heard ? this.#live.fleet.vehicles.size : null;
    const tile = (n: string, label: string, href: string, link: string): TemplateResult =>
      html`<li class="w-card w-tile">
        <span class="w-tile__n">${n}</span>
        <span>${label}</span>
        <a class="usa-link" href=${href}>${link}</a>
      </li>`;
    return html`<ul class="w-tiles">
      ${tile(count(vehicles), vehicles === 1 ? t.home.busNow : t.home.busesNow, "/now", t.home.watch)}
      ${tile(`${flowing}/${standing.length}`, t.home.flowing, "/feeds", t.home.seeFeeds)}
      ${tile(count(active), t.home.active(active), "/agreements", t.home.seeAgreements)}
      <li class="w-card w-tile">
        <span class="w-tile__title">${t.speeds.heading}</span>
        <span>${t.home.speeds}</span>
        <a class="usa-link" href="/speeds">${t.home.seeSpeeds}</a>
      </li>
    </ul>`;
  }
}

customElements.define("weir-home", HomePage);
