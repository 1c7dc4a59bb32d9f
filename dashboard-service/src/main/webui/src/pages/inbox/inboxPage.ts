import { html, nothing, type TemplateResult } from "lit";
import { consent } from "../../api/consent";
import type { InboxItem } from "../../api/types";
import { context } from "../../app/context";
import { Page } from "../../app/view";
import { due, span } from "../../format/spans";
import { moment, ownZone } from "../../format/time";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { dueTag } from "../../parts/tags";
import { t } from "../../texts";
import { byUrgency } from "./order";

const POLL_MS = 15_000;

/** What waits for the one who looks, the most urgent first. */
class InboxPage extends Page {
  override readonly heading = t.inbox.heading;
  #items = new Loaded<InboxItem[]>(this);
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
    void this.#items.run(async () => {
      const items = await consent.inbox();
      context.waits(items);
      return items;
    });
  }

  protected override render(): TemplateResult {
    const head = html`<h1>${t.inbox.heading}</h1>
      <p class="w-lead">${t.inbox.lead}</p>`;
    return loadedPage(this.#items, () => this.#load(), (items) => list(items), head);
  }
}

function list(items: readonly InboxItem[], now = Date.now()): TemplateResult {
  if (items.length === 0) return html`<p class="w-empty">${t.inbox.empty}</p>`;
  const late = items.filter((each) => isLate(each, now)).length;
  return html`<p role="status">
      ${t.inbox.waiting(items.length)}${late > 0 ? html`, <strong class="w-bad">${t.inbox.overdueCount(late)}</strong>` : nothing}.
    </p>
    <ul class="w-inbox">
      ${byUrgency(items).map((each) => row(each, now))}
    </ul>`;
}

const isLate = (item: InboxItem, now: number): boolean =>
  item.overdue || (item.deadline !== null && due(item.deadline, now).nearness === "overdue");

function row(item: InboxItem, now: number): TemplateResult {
  const href = `/agreements/${encodeURIComponent(item.agreement)}`;
  const todo = (item.command && t.inbox.do[item.command]) || t.inbox.look;
  return html`<li
    class="w-card w-inbox__item ${isLate(item, now) ? "w-inbox__item--late" : ""}"
    data-testid="inbox-item"
    data-command=${item.command ?? ""}
  >
    <div class="w-inbox__text">
      <h2><a href=${href} dir="auto">${item.title}</a></h2>
      <p dir="auto">${item.what}</p>
      <p class="w-fine">
        ${t.inbox.since(span((now - Date.parse(item.since)) / 1000))}${item.deadline
          ? html` · ${t.inbox.by(moment(item.deadline, ownZone()))}`
          : nothing}
      </p>
    </div>
    <div class="w-inbox__side">
      ${item.deadline ? dueTag(item.deadline, now) : html`<span class="w-fine">${t.inbox.noDeadline}</span>`}
      <a class="usa-button usa-button--outline" href=${href} aria-label="${todo}: ${item.title}">${todo}</a>
    </div>
  </li>`;
}

customElements.define("weir-inbox", InboxPage);
