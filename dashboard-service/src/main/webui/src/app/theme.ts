export type ThemeChoice = "light" | "dark" | "system";
export type Theme = "light" | "dark";

const KEY = "weir.theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");

const isChoice = (value: string | null): value is ThemeChoice =>
  value === "light" || value === "dark" || value === "system";

/** Light, dark, or as the system has it; the choice is kept in this browser. */
class ThemeSwitch extends EventTarget {
  constructor() {
    super();
    dark.addEventListener("change", () => this.apply());
  }

  get choice(): ThemeChoice {
    try {
      const kept = localStorage.getItem(KEY);
      return isChoice(kept) ? kept : "system";
    } catch {
      return "system";
    }
  }

  get now(): Theme {
    return this.choice === "system" ? (dark.matches ? "dark" : "light") : this.choice;
  }

  choose(choice: ThemeChoice): void {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // A browser that keeps nothing still switches for this visit.
    }
    this.apply();
  }

  apply(): void {
    document.documentElement.dataset["theme"] = this.now;
    this.dispatchEvent(new Event("change"));
  }
}

export const theme = new ThemeSwitch();

/** Whether the reader asked for little movement. */
export const reducedMotion = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
