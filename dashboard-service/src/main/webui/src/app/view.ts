import { LitElement } from "lit";

/** An element that renders into the page itself, so that the one style sheet and the page's labels reach it. */
export abstract class View extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

export interface Place {
  params: Record<string, string>;
  search: string;
  hash: string;
}

/** A page: told its place when it opens and whenever its query changes. */
export abstract class Page extends View {
  place: Place = { params: {}, search: "", hash: "" };

  /** What stands in the window's title. */
  abstract readonly heading: string;

  show(place: Place): void {
    this.place = place;
    this.requestUpdate();
  }
}
