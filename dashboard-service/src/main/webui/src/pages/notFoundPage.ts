import { html, type TemplateResult } from "lit";
import { Page } from "../app/view";
import { t } from "../texts";

class NotFoundPage extends Page {
  override readonly heading = t.notFound.heading;

  protected override render(): TemplateResult {
    return html`<div class="w-page w-page--narrow">
      <h1>${t.notFound.heading}</h1>
      <p>${t.notFound.text}</p>
      <p><a class="usa-link" href="/">${t.notFound.home}</a></p>
    </div>`;
  }
}

customElements.define("weir-not-found", NotFoundPage);
