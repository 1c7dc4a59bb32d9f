import { html, nothing, type TemplateResult } from "lit";
import { t } from "../texts";
import { context } from "./context";
import { theme, type ThemeChoice } from "./theme";
import { follow, go, match, type Route } from "./router";
import { View, type Page } from "./view";

const NAV = ["home", "inbox", "now", "speeds", "agreements", "ledger", "feeds"] as const;
const PATHS: Record<(typeof NAV)[number], string> = {
  home: "/",
  now: "/now",
  speeds: "/speeds",
  agreements: "/agreements",
  ledger: "/ledger",
  feeds: "/feeds",
  inbox: "/inbox",
};
const REFRESH_MS = 30_000;

/** The frame: banner, navigation, who is signed in, the page, the foot. */
class WeirApp extends View {
  #route: Route | null = null;
  #page: Page | null = null;
  #failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    context.addEventListener("change", () => this.#contextChanged());
    theme.addEventListener("change", () => this.requestUpdate());
    void context.start().then(() => follow(() => void this.#goTo()));
    setInterval(() => {
      if (context.session && document.visibilityState === "visible") void context.refresh();
    }, REFRESH_MS);
  }

  #contextChanged(): void {
    this.#page?.requestUpdate();
    this.requestUpdate();
    if (context.known && !context.session && this.#route && !this.#route.open) this.#toSignIn();
  }

  #toSignIn(): void {
    const to = location.pathname + location.search;
    go(`/sign-in${to === "/" ? "" : `?to=${encodeURIComponent(to)}`}`);
  }

  async #goTo(): Promise<void> {
    const { route, params } = match(location.pathname);
    if (!route.open && !context.session) return this.#toSignIn();
    const place = { params, search: location.search, hash: location.hash };
    const same = this.#route === route && this.#page?.place.params["id"] === params["id"];
    if (!same) {
      const first = this.#route === null;
      this.#route = route;
      try {
        await route.load();
        this.#failed = false;
      } catch {
        this.#failed = true;
        this.#page = null;
        this.requestUpdate();
        return;
      }
      if (this.#route !== route) return;
      this.#page = document.createElement(route.tag) as Page;
      this.#page.show({ params, search: location.search, hash: location.hash });
      this.requestUpdate();
      await this.updateComplete;
      await this.#page.updateComplete;
      if (!first) this.#focusHeading();
    } else {
      this.#page?.show(place);
    }
    document.title = `${this.#page?.heading ?? t.name} · ${t.name}`;
  }

  /** After a step to another page the keyboard and the screen reader begin at its heading. */
  #focusHeading(): void {
    window.scrollTo(0, 0);
    const heading = this.querySelector<HTMLElement>("main h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`
      <a class="usa-skipnav" href="#main" @click=${this.#skip}>${t.frame.skip}</a>
      <header class="w-header">
        <div class="w-header__inner">
          <a class="w-brand" href="/">
            <img src="/icon.svg" alt="" width="32" height="32" />
            <span class="w-brand__name">${t.name}</span>
            <span class="w-brand__place">${this.#place()}</span>
          </a>
          ${context.session ? this.#nav() : nothing}
          <div class="w-header__side">${this.#themeSwitch()} ${context.session ? this.#who() : nothing}</div>
        </div>
      </header>
      <main id="main" tabindex="-1">${this.#main()}</main>
      <footer class="w-footer">
        <div class="w-footer__inner">
          <p>${t.frame.foot}</p>
          <p class="w-footer__links">
            <a href="/register">${t.register.link}</a> ${context.session ? html`<a href="/q/openapi">${t.frame.api}</a>` : nothing}
          </p>
        </div>
      </footer>
    `;
  }

  #main(): unknown {
    if (this.#failed) return html`<div class="w-page"><h1>${t.frame.partMissing}</h1></div>`;
    if (this.#page) return this.#page;
    return html`<div class="w-page"><p class="w-loading" role="status">${t.loading}</p></div>`;
  }

  #place(): string {
    const names = [...new Set(context.standing.map((each) => each.agencyName))];
    return names.length === 1 ? names[0]! : names.length > 1 ? t.frame.agencies(names.length) : "";
  }

  #nav(): TemplateResult {
    return html`<nav class="w-nav" aria-label=${t.frame.navigation}>
      <ul>
        ${NAV.map(
          (name) =>
            html`<li>
              <a href=${PATHS[name]} aria-current=${this.#route?.name === name ? "page" : nothing}
                >${t.nav[name]}${name === "inbox" ? this.#waiting() : nothing}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #waiting(): TemplateResult | typeof nothing {
    const n = context.inbox?.length ?? 0;
    if (n === 0) return nothing;
    return html` <span class="w-nav__count" data-testid="inbox-count" aria-hidden="true">${n}</span
      ><span class="usa-sr-only">${t.nav.inboxCount(n)}</span>`;
  }

  #who(): TemplateResult {
    const session = context.session!;
    return html`<div class="w-who">
      <span class="w-who__name">
        <span>${session.name ?? session.subject}</span>
        <span class="w-who__role">${session.roles.map((role) => t.roles[role] ?? role).join(", ")}</span>
      </span>
      <button type="button" class="w-quiet-button" data-testid="sign-out" @click=${() => void context.signOut()}>
        ${t.frame.signOut}
      </button>
    </div>`;
  }

  #themeSwitch(): TemplateResult {
    return html`<label class="w-theme">
      <span class="usa-sr-only">${t.frame.theme}</span>
      <select
        data-testid="theme"
        .value=${theme.choice}
        @change=${(event: Event) => theme.choose((event.target as HTMLSelectElement).value as ThemeChoice)}
      >
        ${(["system", "light", "dark"] as const).map(
          (choice) => html`<option value=${choice} ?selected=${choice === theme.choice}>${t.themes[choice]}</option>`,
        )}
      </select>
    </label>`;
  }

  #skip(event: Event): void {
    event.preventDefault();
    document.getElementById("main")?.focus();
  }
}

customElements.define("weir-app", WeirApp);

