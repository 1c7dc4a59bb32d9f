import type { Contract } from "../../api/types";
import { classification } from "../../parts/contract";

type Field = Contract["fields"][number];

/** What may be done to a field of that type; the plain way first. */
export function choices(field: Field): string[] {
  const type = field.type.toLowerCase();
  if (type === "string") {
    return identifies(field) ? ["", "pseudonymise", "rotateId", "mask", "redact"] : ["", "mask", "redact"];
  }
  if (type === "integer" || type === "number") return isTime(field) ? ["", "generalise"] : ["", "generalise", "redact"];
  return ["", "redact"];
}

/** Whether a field could tell somebody apart, alone or with other data. */
export const identifies = (field: Field): boolean => classification(field.classification) !== "open";

export const isTime = (field: Field): boolean => /timestamp$/i.test(field.path);

/** The two fields that together are a location; treated as one. */
export const isLocation = (path: string): boolean => path === "position.latitude" || path === "position.longitude";

/** What a treatment asks for, and what it begins with. */
export function beginsWith(action: string, field: Field): Record<string, string> {
  switch (action) {
    case "rotateId":
      return { per: "day" };
    case "mask":
      return { showLast: "2" };
    case "generalise":
      return isTime(field) ? { to: "time", unit: "minute" } : { to: "bins", width: "5" };
    default:
      return {};
  }
}
