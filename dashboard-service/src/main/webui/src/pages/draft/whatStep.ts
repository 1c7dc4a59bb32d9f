import { html, nothing, type TemplateResult } from "lit";
import { classification } from "../../parts/contract";
import { choiceField, ticks } from "../../parts/field";
import { wordTag } from "../../parts/tags";
import { t } from "../../texts";
import { identifies } from "./catalog";
import type { Form } from "./form";
import { openFields } from "./model";

/** Which feed, and which of its fields; what could identify somebody is not ticked by itself. */
export function whatStep(form: Form): TemplateResult {
  const { draft: d, set, contract } = form;
  const feeds = form.feeds.filter((feed) => feed.id.startsWith(`${d.assigner}.`));
  return html`
    ${ticks({
      id: "scope",
      legend: t.draft.scope,
      kind: "radio",
      options: [
        { value: "one", label: t.draft.oneFeed, on: !d.everyFeed },
        { value: "every", label: t.draft.everyFeed, on: d.everyFeed },
      ],
      change: (value) => set({ everyFeed: value === "every" }),
    })}
    ${d.everyFeed
      ? ticks({
          id: "except",
          legend: t.draft.except,
          options: feeds.map((feed) => ({ value: feed.id, label: feed.title || feed.id, hint: feed.id, on: d.except.includes(feed.id) })),
          change: (id, on) => set({ except: on ? [...d.except, id] : d.except.filter((each) => each !== id) }),
        })
      : choiceField({
          ...{ id: "feed", label: t.draft.feed, required: true, value: d.feed, error: form.wrong.get("feed") },
          options: [["", t.draft.choose], ...feeds.map((feed) => [feed.id, `${feed.title || feed.id} (${feed.id})`] as const)],
          change: (feed) => set({ feed }),
        })}
    ${contract ? fields(form) : html`<p class="w-empty">${t.draft.noContract}</p>`}
  `;

  function fields({ draft, wrong }: Form): TemplateResult {
    const all = contract!.fields;
    const choose = (paths: string[]) => () => set({ fields: paths });
    return html`<fieldset class="usa-fieldset w-form-group ${wrong.has("fields") ? "usa-form-group--error" : ""}">
      <legend class="usa-legend">${t.draft.fields} <span class="w-count" role="status">${t.draft.flowing(draft.fields.length, all.length)}</span></legend>
      <span class="usa-hint">${t.draft.fieldsHint}</span>
      ${wrong.has("fields") ? html`<span class="usa-error-message">${wrong.get("fields")}</span>` : nothing}
      <p class="w-beside">
        <button type="button" class="usa-button usa-button--unstyled" @click=${choose(openFields(contract!))}>${t.draft.tickOpen}</button>
        <button type="button" class="usa-button usa-button--unstyled" @click=${choose([])}>${t.draft.tickNone}</button>
      </p>
      <ul class="w-fieldlist">
        ${all.map((field) => {
          const on = draft.fields.includes(field.path);
          const id = `fields-${field.path}`;
          return html`<li>
            <div class="usa-checkbox">
              <input
                class="usa-checkbox__input"
                type="checkbox"
                name="fields"
                id=${id}
                data-testid=${id}
                .checked=${on}
                @change=${() => set({ fields: on ? draft.fields.filter((path) => path !== field.path) : all.map((each) => each.path).filter((path) => path === field.path || draft.fields.includes(path)) })}
              />
              <label class="usa-checkbox__label" for=${id}
                >${field.title} <span class="usa-checkbox__label-description"><code>${field.path}</code>
                ${identifies(field) ? wordTag("warn", t.classes[classification(field.classification)] ?? field.classification) : wordTag("plain", t.classes["open"]!)}</span></label
              >
            </div>
          </li>`;
        })}
      </ul>
    </fieldset>`;
  }
}
