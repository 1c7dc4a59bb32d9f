import type { InboxItem } from "../../api/types";

/** The most urgent first: by deadline, what has none last, and of those what waits longest. */
export const byUrgency = (items: readonly InboxItem[]): InboxItem[] =>
  [...items].sort((a, b) => {
    if (a.deadline && b.deadline) return Date.parse(a.deadline) - Date.parse(b.deadline);
    if (a.deadline || b.deadline) return a.deadline ? -1 : 1;
    return Date.parse(a.since) - Date.parse(b.since);
  });
