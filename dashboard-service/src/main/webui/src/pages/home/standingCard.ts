import { html, nothing, type TemplateResult } from "lit";
import type { Standing } from "../../api/types";
import { duration, moment } from "../../format/time";
import { counted } from "../../format/units";
import { agreementTag, flowTag } from "../../parts/tags";
import { t } from "../../texts";
import type { LiveFeed } from "../now/liveFeed";

/** A feed, what it does at this moment and on what it rests. */
export function standingCard(standing: Standing, live: LiveFeed | null): TemplateResult {
  const { agreement, feed, timezone } = standing;
  const query = `?feed=${encodeURIComponent(feed)}`;
  return html`<li class="w-card w-standing" data-testid="standing-card" data-flow=${standing.flow}>
    <h3><span dir="auto">${standing.title}</span> ${flowTag(standing.flow)}</h3>
    <p class="w-fine" dir="auto">${standing.agencyName}${standing.recorded ? ` · ${t.feeds.recorded}` : ""}</p>
    <p>
      ${live?.heard && !live.ended
        ? html`${counted(live.fleet.vehicles.size, t.home.busNow, t.home.busesNow)}${live.health && live.health.lagSeconds !== null
            ? html`, ${t.now.behind(duration(live.health.lagSeconds))}`
            : nothing}.`
        : standing.lastSharedAt
          ? t.home.lastShared(moment(standing.lastSharedAt, timezone))
          : t.home.neverShared}
    </p>
    <p>
      ${agreement
        ? html`${t.home.under}
            <a class="usa-link" dir="auto" href="/agreements/${encodeURIComponent(agreement.document.uid)}">${agreement.document.title}</a>
            ${agreementTag(agreement.state)}`
        : t.ended.none}
    </p>
    ${agreement?.state === "ACTIVE"
      ? html`<p class="w-standing__links">
          <a class="usa-button" href="/now${query}">${t.home.watch}</a>
          <a class="usa-button usa-button--outline" href="/speeds${query}">${t.home.seeSpeeds}</a>
        </p>`
      : nothing}
  </li>`;
}
