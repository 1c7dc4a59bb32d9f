import type { Role, Session, Side } from "../src/api/types";

const person = (subject: string, name: string, role: Role, of: { agency?: string; recipient?: string } = {}): Session => ({
  subject,
  name,
  roles: [role],
  agency: of.agency ?? null,
  recipient: of.recipient ?? null,
  expires: null,
});

/** Who may sign in: the token is the key, e.g. `/sign-in#city-officer`. */
const PEOPLE: Record<string, Session> = {
  planner: person("local-planner", "Alex Rivera", "planner", { recipient: "city-planning" }),
  publisher: person("local-publisher", "Pat Okafor", "publisher", { agency: "riverton-transit" }),
  "data-officer": person("hub-officer", "Dana Officer", "data-officer"),
  "agency-officer": person("rae.transit", "Rae Lindqvist", "data-officer", { agency: "riverton-transit" }),
  "second-officer": person("sam.transit", "Sam Abara", "data-officer", { agency: "riverton-transit" }),
  "city-officer": person("kim.city", "Kim Delgado", "data-officer", { recipient: "city-planning" }),
  counsel: person("lee.counsel", "Lee Park", "counsel", { agency: "riverton-transit" }),
  reviewer: person("local-reviewer", "Robin Sato", "reviewer"),
  "reviewer-two": person("local-reviewer-2", "Noor Haddad", "reviewer"),
  auditor: person("local-auditor", "Ash Whitfield", "auditor"),
  ops: person("local-ops", "Jo Meyer", "ops"),
};

export const who = (token: string | undefined): Session | undefined => (token ? PEOPLE[token] : undefined);

/** For whom somebody acts in an agreement between these two; the hub's officer stands for the agency. */
export function sideOf(session: Session, parties: { assigner: string; assignee: string }): Side | null {
  if (session.agency === parties.assigner) return "assigner";
  if (session.recipient === parties.assignee) return "assignee";
  return session.roles.includes("data-officer") && !session.agency && !session.recipient ? "assigner" : null;
}
