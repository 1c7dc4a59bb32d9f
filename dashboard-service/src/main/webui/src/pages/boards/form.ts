import type { Board } from "../../api/types";
import { t } from "../../texts";

/** What is typed to make a board. */
export interface Typed {
  id: string;
  name: string;
  members: string;
  quorum: string;
  days: string;
}

const lines = (text: string): string[] => [...new Set(text.split(/[\n,]/).map((each) => each.trim()).filter(Boolean))];
const within = (text: string, most: number): boolean => /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;

/** What is wrong, by the field's id. */
export function wrongBoard(of: Typed): Map<string, string> {
  const wrong = new Map<string, string>();
  const members = lines(of.members).length;
  if (!of.name.trim()) wrong.set("board-name", t.boards.nameMissing);
  if (!/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/.test(of.id.trim())) wrong.set("board-id", t.boards.idWrong);
  if (members === 0) wrong.set("board-members", t.boards.membersMissing);
  if (!within(of.quorum, Math.max(1, members))) wrong.set("board-quorum", t.boards.quorumWrong(members));
  if (!within(of.days, 365)) wrong.set("board-days", t.boards.daysWrong);
  return wrong;
}

export const boardOf = (of: Typed): Board => ({
  ...{ id: of.id.trim(), name: of.name.trim(), members: lines(of.members) },
  ...{ quorum: Number(of.quorum), reviewDays: Number(of.days) },
});
