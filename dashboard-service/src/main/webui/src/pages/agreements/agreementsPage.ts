import { html, nothing, type TemplateResult } from "lit";
import { api } from "../../api/client";
import { consent } from "../../api/consent";
import type { Agreement, Purpose } from "../../api/types";
import { context } from "../../app/context";
import { note } from "../../app/router";
import { Page } from "../../app/view";
import { span } from "../../format/spans";
import { dayOf, lastDayOf } from "../../format/time";
import { Loaded } from "../../parts/load";
import { loadedPage } from "../../parts/loadedPage";
import { purposeTitle } from "../../parts/purposes";
import { selectField } from "../../parts/selectField";
import { sortHead } from "../../parts/sortHead";
import { agreementsNav } from "../../parts/subnav";
import { agreementTag, dueTag } from "../../parts/tags";
import { agencies, type Agencies, nameOf, zoneOf } from "../../parts/zones";
import { t } from "../../texts";
import { groupOf, GROUPS, listed, listState, type ListState } from "./state";

interface Shown {
  agreements: Agreement[];
  purposes: Purpose[];
  agencies: Agencies;
}

/** Every agreement: where it stands, for how long, what comes next. */
class AgreementsPage extends Page {
  override readonly heading = t.agreements.heading;
  #shown = new Loaded<Shown>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  #load(): void {
    void this.#shown.run(async () => {
      const [list, purposes, known] = await Promise.all([
        consent.agreements(),
        api.purposes().catch(() => []),
        agencies(),
      ]);
      return { agreements: list, purposes, agencies: known };
    });
  }

  protected override render(): TemplateResult {
    const head = html`${agreementsNav("agreements")}
      <div class="w-title-row">
        <h1>${t.agreements.heading}</h1>
        ${context.has("data-officer") || context.has("counsel")
          ? html`<a class="usa-button" href="/agreements/new" data-testid="new-agreement">${t.agreements.make}</a>`
          : nothing}
      </div>
      <p class="w-lead">${t.agreements.lead}</p>`;
    return loadedPage(this.#shown, () => this.#load(), (shown) => this.#body(shown), head);
  }

  #body(shown: Shown): TemplateResult {
    if (shown.agreements.length === 0) return html`<p class="w-empty">${t.agreements.empty}</p>`;
    const state = listState.read(this.place.search);
    const rows = listed(shown.agreements, state);
    return html`${filters(shown.agreements, state)}
      <p class="w-fine" role="status">${t.agreements.shown(rows.length, shown.agreements.length)}</p>
      ${rows.length === 0 ? html`<p class="w-empty">${t.agreements.emptyFilter}</p>` : table(rows, state, shown)}`;
  }
}

const set = (state: ListState, patch: Partial<ListState>): void => note(listState.write({ ...state, ...patch }));

function filters(all: readonly Agreement[], state: ListState): TemplateResult {
  const parties = [...new Set(all.flatMap((each) => [each.document.assigner, each.document.assignee]))].sort();
  const feeds = [...new Set(all.map((each) => each.document.target?.feed).filter((feed) => !!feed))].sort() as string[];
  return html`<search class="w-filters" aria-label=${t.agreements.filters}>
    ${selectField({
      id: "group",
      label: t.agreements.group,
      value: state.group,
      options: GROUPS.map((each) => [each, t.agreements.groups[each]] as const),
      change: (group) => set(state, { group: group as ListState["group"] }),
    })}
    ${selectField({
      id: "party",
      label: t.agreements.party,
      value: state.party ?? "",
      options: [["", t.agreements.anyParty] as const, ...parties.map((each) => [each, each] as const)],
      change: (party) => set(state, { party: party || null }),
    })}
    ${selectField({
      id: "feed",
      label: t.feed,
      value: state.feed ?? "",
      options: [["", t.agreements.anyFeed] as const, ...feeds.map((each) => [each, each] as const)],
      change: (feed) => set(state, { feed: feed || null }),
    })}
  </search>`;
}

function table(rows: readonly Agreement[], state: ListState, shown: Shown, now = Date.now()): TemplateResult {
  const { columns } = t.agreements;
  const head = (name: "title" | "state" | "since" | "urgent", label: string): TemplateResult =>
    sortHead(label, state.sort === name ? state.order : null, () =>
      set(state, { sort: name, order: state.sort === name && state.order === "up" ? "down" : "up" }),
    );
  return html`<table class="usa-table usa-table--borderless w-table w-table--cards">
    <caption class="usa-sr-only">
      ${t.agreements.heading}
    </caption>
    <thead>
      <tr>
        ${head("title", columns.title)}
        <th scope="col">${columns.parties}</th>
        ${head("state", columns.state)} ${head("since", columns.since)} ${head("urgent", columns.next)}
        <th scope="col">${columns.ends}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((each) => row(each, shown, now))}
    </tbody>
  </table>`;
}

const ends = ({ state, document: d }: Agreement, zone: string): string =>
  groupOf(state) === "ending" || groupOf(state) === "ended" ? t.agreements.over : d.expires ? lastDayOf(d.expires, zone) : t.agreements.untilEnded;

function row(of: Agreement, { purposes, agencies: all }: Shown, now: number): TemplateResult {
  const { document: d } = of;
  const { columns } = t.agreements;
  const zone = zoneOf(all, d.assigner, d.target?.feed);
  return html`<tr data-testid="agreement-row" data-state=${of.state}>
    <th scope="row">
      <a class="usa-link w-strong" href="/agreements/${encodeURIComponent(d.uid)}" dir="auto">${d.title}</a>
      <span class="w-fine w-block">${d.tier ?? "DUL"} · ${purposeTitle(purposes, d.purpose)}</span>
    </th>
    <td data-label=${columns.parties}><span>${nameOf(all, d.assigner)} → ${nameOf(all, d.assignee)}</span></td>
    <td data-label=${columns.state}>
      <span>${agreementTag(of.state)} ${of.proposed ? html`<span class="w-fine w-block">${t.agreements.amending}</span>` : nothing}</span>
    </td>
    <td data-label=${columns.since}><span>${span((now - Date.parse(of.changedAt)) / 1000)}</span></td>
    <td data-label=${columns.next}>
      <span
        >${of.deadline
          ? html`${dueTag(of.deadline, now)} <span class="w-fine w-block">${dayOf(of.deadline, zone)}</span>`
          : html`<span class="w-fine">${t.agreements.noDeadline}</span>`}</span
      >
    </td>
    <td data-label=${columns.ends}><span class="w-nowrap">${ends(of, zone)}</span></td>
  </tr>`;
}

customElements.define("weir-agreements", AgreementsPage);
