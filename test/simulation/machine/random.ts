/** One stream of chance: the same seed gives the same numbers on every machine. */
export type Chance = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly bytes: (count: number) => Buffer;
  readonly pick: <T>(from: readonly T[]) => T;
  /** True in so many of a hundred cases. */
  readonly happens: (percent: number) => boolean;
  readonly shuffled: <T>(items: readonly T[]) => T[];
  /** A stream of its own, so that what one part draws moves no other. */
  readonly fork: (name: string) => Chance;
};

/** A seed as text, e.g. `7` or `7/12`; FNV-1a makes the generator's state of it. */
export function chanceOf(seed: string): Chance {
  let state = hashOf(seed);
  // mulberry32: 32 bits of state, full period, passes the usual batteries.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => between(0, 255))),
    pick: (from) => {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new Error('pick: got nothing to pick from');
      return picked;
    },
    happens: (percent) => next() * 100 < percent,
    shuffled: (items) =>
      items
        .map((item) => ({ at: next(), item }))
        .toSorted((one, other) => one.at - other.at)
        .map(({ item }) => item),
    fork: (name) => chanceOf(`${seed} ${name}`),
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
