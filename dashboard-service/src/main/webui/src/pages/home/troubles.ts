import type { Balance, Feed, Standing } from "../../api/types";
import { t } from "../../texts";

export interface Trouble {
  text: string;
  href: string;
}

const DAY_MS = 86_400_000;

/** What somebody should look at: failing feeds, ended agreements or ones that end soon, a ledger that does not balance. */
export function troubles(
  standing: readonly Standing[],
  feeds: readonly Feed[],
  balances: readonly Balance[],
  now = Date.now(),
): Trouble[] {
  const found: Trouble[] = [];
  for (const feed of feeds) {
    const href = `/feeds/${encodeURIComponent(feed.id)}`;
    if (feed.health.state === "failing") {
      found.push({ text: t.home.failing(feed.title || feed.id, feed.health.lastOutcome?.title ?? ""), href });
    }
  }
  for (const each of standing) {
    const { agreement } = each;
    if (each.flow === "none" || !agreement) {
      found.push({ text: t.home.uncovered(each.title), href: "/agreements" });
      continue;
    }
    const href = `/agreements/${encodeURIComponent(agreement.document.uid)}`;
    if (agreement.state === "SUSPENDED") found.push({ text: t.home.suspended(agreement.document.title, each.title), href });
    else if (each.flow === "ended") found.push({ text: t.home.ended(agreement.document.title, each.title), href });
    else if (each.flow === "quiet") {
      found.push({ text: t.home.quiet(each.title), href: `/feeds/${encodeURIComponent(each.feed)}` });
    }
    const days = agreement.document.expires ? Math.ceil((Date.parse(agreement.document.expires) - now) / DAY_MS) : null;
    if (agreement.state === "ACTIVE" && days !== null && days >= 0 && days <= 30) {
      found.push({ text: t.home.endsSoon(agreement.document.title, days), href });
    }
  }
  for (const balance of balances) {
    if (balance.balanced || !balance.agreement) continue;
    found.push({
      text: t.home.unbalanced(balance.feed),
      href: `/agreements/${encodeURIComponent(balance.agreement)}`,
    });
  }
  return found;
}
