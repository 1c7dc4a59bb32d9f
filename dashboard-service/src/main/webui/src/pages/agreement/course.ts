import { html, nothing, type TemplateResult } from "lit";
import type { Agreement, AgreementState } from "../../api/types";
import { span } from "../../format/spans";
import { dayOf, moment } from "../../format/time";
import { agreementTag, dueTag } from "../../parts/tags";
import { t } from "../../texts";

export interface Step {
  state: AgreementState;
  from: string | null;
  seconds: number | null;
  place: "past" | "now" | "ahead";
}

type Coursed = Pick<Agreement, "state" | "timeInState" | "document" | "history">;

/** The states that this version passed, the one of now, and those that the usual course still has ahead. */
export function course(of: Coursed, now: number): Step[] {
  const all =
    of.timeInState ??
    of.history.map((each, i) => ({ ...each, from: each.at, to: of.history[i + 1]?.at ?? null, seconds: 0 }));
  const passed = all.filter((each) => each.version === undefined || each.version === of.document.version);
  const steps = passed.map((each, i): Step => {
    const last = i === passed.length - 1;
    const end = each.to ? Date.parse(each.to) : now;
    return {
      state: each.state,
      from: each.from,
      seconds: Math.max(0, (end - Date.parse(each.from)) / 1000),
      place: last ? "now" : "past",
    };
  });
  return [...steps, ...ahead(of).map((state): Step => ({ state, from: null, seconds: null, place: "ahead" }))];
}

const TALKS: AgreementState[] = ["DRAFT", "OFFERED", "IN_REVIEW", "AGREED", "VERIFIED", "FINALIZED", "ACTIVE"];
const ENDING: AgreementState[] = ["DESTRUCTION_DUE", "DESTRUCTION_CERTIFIED", "CLOSED"];

function ahead({ state, document: d }: Coursed): AgreementState[] {
  // An emergency leaves the talks, the board and the signatures out.
  if (d.emergency && state === "DRAFT") return ["ACTIVE"];
  const talk = TALKS.indexOf(state === "REQUESTED" ? "OFFERED" : state);
  if (talk >= 0) return TALKS.slice(talk + 1).filter((each) => !!d.reviewBoard || each !== "IN_REVIEW");
  const ending = ENDING.indexOf(state);
  return ending >= 0 ? ENDING.slice(ending + 1) : [];
}

/** What its state means, also where two officers or a law stand for the usual course. */
const meaning = ({ state, document: d }: Agreement): string => {
  const other = d.emergency ? t.stateMeaningElse.emergency : d.presumption ? t.stateMeaningElse.presumption : {};
  return other[state] ?? t.stateMeaning[state] ?? "";
};

/** Where it stands, how it came there, how long each step took. */
export function courseSection(of: Agreement, zone: string, now = Date.now()): TemplateResult {
  return html`<section>
    <h2>${t.agreements.course}</h2>
    <p>
      ${agreementTag(of.state)} ${meaning(of)}
      ${of.deadline ? html`<span class="w-block">${t.agreements.deadline}: ${moment(of.deadline, zone)} ${dueTag(of.deadline, now)}</span>` : nothing}
    </p>
    ${stepList(course(of, now), zone)}
    ${of.proposed
      ? html`<h3>${t.agreements.courseOf(of.proposed.document.version)}</h3>
          ${stepList(course({ ...of, state: of.proposed.state, document: of.proposed.document }, now), zone)}`
      : nothing}
  </section>`;
}

const stepList = (steps: readonly Step[], zone: string): TemplateResult => html`<ol class="w-course" data-testid="course">
      ${steps.map(
        (each) =>
          html`<li class="w-course__step w-course__step--${each.place}" aria-current=${each.place === "now" ? "step" : nothing}>
            <span class="w-course__name">${t.states[each.state]}</span>
            <span class="w-fine"
              >${each.from
                ? html`${dayOf(each.from, zone)},<br /> ${t.agreements.courseFor(span(each.seconds ?? 0))}${each.place === "now"
                      ? html`<span class="usa-sr-only"> (${t.agreements.courseNow})</span>`
                      : nothing}`
                : t.agreements.courseNext}</span
            >
          </li>`,
      )}
    </ol>`;

/** Who changed what when, the newest first. */
export const history = (of: Agreement, zone: string): TemplateResult => html`<section>
  <h2>${t.agreements.history}</h2>
  <ol class="w-history" reversed>
    ${[...of.history].reverse().map(
      (each) =>
        html`<li>
          ${agreementTag(each.state)}
          <span dir="auto">${each.what ?? ""}</span>
          <span class="w-fine">${moment(each.at, zone)}, ${t.agreements.by} <span dir="auto">${each.by}</span> · ${t.agreements.epoch} ${each.epoch}</span>
        </li>`,
    )}
  </ol>
</section>`;
