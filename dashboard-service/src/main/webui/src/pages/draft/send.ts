import { consent } from "../../api/consent";
import type { AgreementDocument, Session } from "../../api/types";
import type { Draft } from "./model";

/** Why somebody writes: a new agreement, a draft anew, an answer to a proposal, an amendment, an emergency. */
export type Mode = "new" | "redraft" | "counter" | "amend" | "emergency";
export type Send = "save" | "offer" | "request" | "declare";

/** Read from the address: `/agreements/new?as=emergency`, `/agreements/<id>/edit?as=amend`. */
export function modeOf(id: string | null, search: string): Mode {
  const as = new URLSearchParams(search).get("as");
  if (!id) return as === "emergency" ? "emergency" : "new";
  return as === "counter" || as === "amend" ? as : "redraft";
}

/** How it may be sent, the usual way first: a recipient requests, an agency offers, counsel only writes. */
export function sends(mode: Mode, session: Session | null, draft: Draft): Send[] {
  if (mode === "emergency") return ["declare"];
  const officer = session?.roles.includes("data-officer") ?? false;
  const move: Send = session?.recipient && session.recipient === draft.assignee.trim() ? "request" : "offer";
  if (mode === "counter") return [move];
  return officer ? [move, "save"] : ["save"];
}

/** Saves and, where asked, makes the move; gives the agreement's id. */
export async function save(mode: Mode, send: Send, document: AgreementDocument): Promise<string> {
  const uid = document.uid;
  if (mode === "emergency") {
    await consent.emergency(document);
    return uid;
  }
  if (mode === "counter") {
    await consent.command(uid, send, { document });
    return uid;
  }
  if (mode === "amend") await consent.amend(document);
  else if (mode === "redraft") await consent.redraft(document);
  else await consent.draft(document);
  if (send !== "save") await consent.command(uid, send);
  return uid;
}
