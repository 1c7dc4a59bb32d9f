import type { Feed } from "../../api/types";
import { duration } from "../../format/time";
import { t } from "../../texts";

const since = (iso: string | null, now: number): string | null =>
  iso === null ? null : duration((now - Date.parse(iso)) / 1000);

/** A feed's health in one sentence. */
export function healthSentence(feed: Feed, now = Date.now()): string {
  const { health } = feed;
  const good = since(health.lastGoodAt, now);
  switch (health.state) {
    case "flowing":
      return good === null ? t.feeds.flowing : t.feeds.flowingSince(good);
    case "quiet":
      return good === null ? t.feeds.quiet : t.feeds.quietSince(good);
    case "failing":
      return health.lastOutcome ? t.feeds.failingBy(health.lastOutcome.title) : t.feeds.failing;
    default:
      return feed.source.kind === "push" ? t.feeds.waitingPush : t.feeds.waiting;
  }
}
