import { html, nothing, type TemplateResult } from "lit";

/** A name and its value in a list of facts; what is not set is left out. */
export const fact = (name: string, value: unknown, long = false): TemplateResult | typeof nothing =>
  value === null || value === undefined || value === ""
    ? nothing
    : html`<div class=${long ? "w-facts__long" : nothing}>
        <dt>${name}</dt>
        <dd dir="auto">${value}</dd>
      </div>`;
