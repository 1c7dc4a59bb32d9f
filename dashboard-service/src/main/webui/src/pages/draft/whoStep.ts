import { html, nothing, type TemplateResult } from "lit";
import type { Action, Ban, Tier } from "../../api/types";
import { areaField, choiceField, textField, ticks } from "../../parts/field";
import { purposeOptions } from "../../parts/purposes";
import { t } from "../../texts";
import type { Form } from "./form";
import { slug } from "./model";

const TIERS: Tier[] = ["MOU", "DSA", "DUL"];
const LAWS = Object.keys(t.draft.laws);
const toggled = <T>(all: readonly T[], one: T, on: boolean): T[] => (on ? [...all.filter((each) => each !== one), one] : all.filter((each) => each !== one));

/** Agreements that bound one of that tier: of a tier above, between the same parties, not over. */
const parents = (form: Form): [string, string][] =>
  form.agreements
    .filter(({ document: d, state }) => {
      const above = TIERS.indexOf(d.tier ?? "DUL") < TIERS.indexOf(form.draft.tier);
      const same = d.assigner === form.draft.assigner && d.assignee === form.draft.assignee.trim();
      return above && same && (state === "ACTIVE" || state === "FINALIZED" || state === "SUSPENDED");
    })
    .map(({ document: d }) => [d.uid, `${d.title} (${d.tier})`]);

/** Who shares with whom, for what, on which authority; the four questions. */
export function whoStep(form: Form): TemplateResult {
  const { draft: d, set } = form;
  const text = (id: "title" | "authority" | "assignee" | "broker" | "declaration", label: string, hint?: string, required = false) =>
    textField({ id, label, hint, required, value: d[id], error: form.wrong.get(id), change: (value) => set({ [id]: value }) });
  const bounds = parents(form);
  const bounded = d.parent && !bounds.some(([id]) => id === d.parent) ? [...bounds, [d.parent, d.parent] as [string, string]] : bounds;
  return html`
    ${d.emergency
      ? text("declaration", t.draft.declaration, t.draft.declarationHint, true)
      : ticks({
          id: "tier",
          legend: t.draft.kind,
          kind: "radio",
          options: TIERS.map((tier) => ({ value: tier, label: t.tiers[tier], hint: t.tierMeaning[tier], on: d.tier === tier })),
          change: (tier) => set({ tier: tier as Tier }),
        })}
    ${textField({
      ...{ id: "title", label: t.draft.title, hint: t.draft.titleHint, required: true, value: d.title, error: form.wrong.get("title") },
      change: (title) => set({ title, ...(d.named ? {} : { uid: slug(title) }) }),
    })}
    ${textField({
      ...{ id: "uid", label: t.draft.id, hint: t.draft.idHint, value: d.uid, error: form.wrong.get("uid"), disabled: form.bound },
      change: (uid) => set({ uid, named: uid !== "" }),
    })}
    <div class="w-two">
      ${choiceField({
        ...{ id: "assigner", label: t.draft.assigner, required: true, value: d.assigner, error: form.wrong.get("assigner"), disabled: form.bound },
        options: [["", t.draft.choose], ...form.agencies.map((each) => [each.id, each.name] as const)],
        change: (assigner) => set({ assigner, feed: "", parent: "" }),
      })}
      ${textField({
        ...{ id: "assignee", label: t.draft.assignee, hint: t.draft.assigneeHint, required: true, value: d.assignee },
        ...{ error: form.wrong.get("assignee"), list: form.recipients, disabled: form.bound },
        change: (assignee) => set({ assignee }),
      })}
    </div>
    ${d.tier === "MOU" || d.emergency
      ? nothing
      : choiceField({
          ...{ id: "parent", label: t.draft.parent, hint: t.draft.parentHint, value: d.parent, error: form.wrong.get("parent") },
          options: [["", t.draft.parentNone], ...bounded],
          change: (parent) => set({ parent }),
        })}
    ${choiceField({
      ...{ id: "purpose", label: t.draft.purpose, hint: t.draft.purposeHint, required: true, value: d.purpose, error: form.wrong.get("purpose") },
      options: [["", t.draft.choose], ...purposeOptions(form.purposes)],
      change: (purpose) => set({ purpose }),
    })}
    ${text("authority", t.draft.authority, t.draft.authorityHint, true)}
    ${ticks({
      id: "actions",
      legend: t.draft.may,
      options: (Object.keys(t.actions) as Action[]).map((each) => ({ value: each, label: t.actions[each], on: d.actions.includes(each) })),
      change: (value, on) => set({ actions: toggled(d.actions, value as Action, on) }),
    })}
    ${ticks({
      id: "bans",
      legend: t.draft.mayNot,
      options: (Object.keys(t.bans) as Ban[]).map((each) => ({ value: each, label: t.bans[each], on: d.bans.includes(each) })),
      change: (value, on) => set({ bans: toggled(d.bans, value as Ban, on) }),
    })}
    <h3>${t.draft.questions}</h3>
    ${questions(form)} ${text("broker", t.draft.broker, t.draft.brokerHint)}
  `;
}

function questions(form: Form): TemplateResult {
  const { draft: d, set } = form;
  const area = (id: "prohibition" | "benefit" | "risk" | "decision" | "alternatives", label: string, hint?: string) =>
    areaField({ id, label, hint, rows: 2, value: d[id], error: form.wrong.get(id), change: (value) => set({ [id]: value }) });
  return html`<div class="w-card">
      <h4>${t.draft.legal}</h4>
      ${choiceField({
        ...{ id: "confidentiality", label: t.draft.confidentiality, value: d.confidentiality },
        options: [...(d.confidentiality === "" ? [["", t.draft.choose] as const] : []), ...LAWS.map((each) => [each, t.draft.laws[each]!] as const)],
        change: (confidentiality) => set({ confidentiality }),
      })}
      ${area("prohibition", t.draft.prohibition, t.draft.prohibitionHint)}
    </div>
    <div class="w-card"><h4>${t.draft.ethical}</h4>${area("benefit", t.draft.benefit)} ${area("risk", t.draft.risk)}</div>
    <div class="w-card"><h4>${t.draft.goodIdea}</h4>${area("decision", t.draft.decision)} ${area("alternatives", t.draft.alternatives)}</div>
    <div class="w-card">
      <h4>${t.draft.whoDecides}</h4>
      ${choiceField({
        ...{ id: "board", label: t.draft.board, value: d.board, error: form.wrong.get("board") },
        options: [["", t.draft.boardNone], ...form.boards.map((each) => [each.id, each.name] as const)],
        change: (board) => set({ board }),
      })}
    </div>`;
}
