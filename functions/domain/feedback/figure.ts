import type { Dimension } from './fact.ts';

/** How the value of a figure is made of its facts. */
export type Value = 'events' | 'cases' | 'people' | 'mean' | 'greatest' | 'without-reopened';

export type Figure = {
  readonly figure: string;
  /** Facts that it counts. */
  readonly counts: readonly string[];
  /** Only those with these words. */
  readonly where?: Partial<Record<Exclude<Dimension, 'day'>, readonly string[]>>;
  readonly value: Value;
  readonly en: string;
  readonly zh: string;
};

/** Counts how often, where nothing else is said. */
export const figure = (
  name: string,
  counts: readonly string[],
  says: Omit<Figure, 'figure' | 'counts' | 'value'> & { value?: Value },
): Figure => ({
  value: 'events',
  ...says,
  figure: name,
  counts,
});
