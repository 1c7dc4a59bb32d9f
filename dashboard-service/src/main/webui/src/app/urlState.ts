/** How one value stands in a query string. What equals the default is left out of it. */
export interface Codec<T> {
  read(text: string | null): T;
  write(value: T): string | null;
}

export const text = (): Codec<string | null> => ({
  read: (value) => value || null,
  write: (value) => value || null,
});

/** A number with at most `digits` decimals; what is not a number within the bounds counts as absent. */
export const number = (digits: number, least = -Infinity, most = Infinity): Codec<number | null> => ({
  read: (value) => {
    const n = value === null || value.trim() === "" ? NaN : Number(value);
    return Number.isFinite(n) && n >= least && n <= most ? n : null;
  },
  write: (value) => (value === null ? null : String(Number(value.toFixed(digits)))),
});

export const oneOf = <T extends string>(values: readonly T[], fallback: T): Codec<T> => ({
  read: (value) => values.find((v) => v === value) ?? fallback,
  write: (value) => (value === fallback ? null : value),
});

/** A calendar day, `YYYY-MM-DD`. */
export const day = (): Codec<string | null> => ({
  read: (value) =>
    value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null,
  write: (value) => value,
});

/** Whole numbers joined by commas, e.g. hours `7,8`; sorted, each once. */
export const numbers = (least: number, most: number): Codec<number[]> => ({
  read: (value) =>
    [...new Set((value ?? "").split(",").filter(Boolean).map(Number))]
      .filter((n) => Number.isInteger(n) && n >= least && n <= most)
      .sort((a, b) => a - b),
  write: (value) => (value.length === 0 ? null : value.join(",")),
});

export type StateOf<C> = { [K in keyof C]: C[K] extends Codec<infer T> ? T : never };

/** The state of a view in its URL: read from a query string, written to one. */
export function urlState<C extends Record<string, Codec<never> | Codec<any>>>(codecs: C) {
  const names = Object.keys(codecs) as (keyof C & string)[];
  return {
    read(search: string): StateOf<C> {
      const params = new URLSearchParams(search);
      const state: Record<string, unknown> = {};
      for (const name of names) state[name] = codecs[name]!.read(params.get(name));
      return state as StateOf<C>;
    },
    write(state: StateOf<C>): string {
      const params = new URLSearchParams();
      for (const name of names) {
        const value = (codecs[name] as Codec<unknown>).write(state[name]);
        if (value !== null) params.set(name, value);
      }
      const query = params.toString();
      return query ? `?${query}` : "";
    },
  };
}
