import { html, type TemplateResult } from "lit";
import { t } from "../texts";

/** The map's own buttons, so that they look and read as the page's. */
export const mapButtons = (zoom: (by: number) => void, whole: () => void): TemplateResult => html`<div
  class="w-map__buttons"
  role="group"
  aria-label=${t.map.controls}
>
  <button type="button" aria-label=${t.map.zoomIn} title=${t.map.zoomIn} @click=${() => zoom(1)}>
    <span aria-hidden="true">+</span>
  </button>
  <button type="button" aria-label=${t.map.zoomOut} title=${t.map.zoomOut} @click=${() => zoom(-1)}>
    <span aria-hidden="true">−</span>
  </button>
  <button type="button" aria-label=${t.map.whole} title=${t.map.whole} @click=${whole}>
    <span aria-hidden="true">⤢</span>
  </button>
</div>`;
