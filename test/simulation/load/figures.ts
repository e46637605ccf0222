import type { KeysAsked } from './keys-asked.ts';

/** Keys of one kind, over which requests are to be spread; a key's fair share goes by the contacts that hang on it. */
export type Spread = {
  readonly kind: string;
  readonly keys: number;
  readonly requests: number;
  /** The largest multiple of its fair share that any key has. */
  readonly worst: number;
  readonly worstKey: string;
};
/** A key of which there is one by design: what it bears is judged by what one partition can. */
export type Single = { readonly key: string; readonly requests: number; readonly busiestSecond: number };

const SINGLE = /^(?:SYS|STAT|ERASED)#/u;
/** Keys that share a load among themselves alone: shards of a lane, or of a day's budget. */
const SHARDED = /^(?:due \w+|SPEND#\d+)#/u;

/** How evenly requests are spread; `weightOf`: contacts of the customer whose key it is. */
export function spreadOf({ counts }: KeysAsked, weightOf: (key: string) => number): readonly Spread[] {
  const kinds = Map.groupBy(
    [...counts].filter(([key]) => !SINGLE.test(key)),
    ([key]) => SHARDED.exec(key)?.[0].slice(0, -1) ?? /^(?:byCustomer|\w+)/u.exec(key)?.[0] ?? '',
  );
  return [...kinds].map(([kind, keys]): Spread => {
    const requests = keys.reduce((sum, [, count]) => sum + count, 0);
    const weight = keys.reduce((sum, [key]) => sum + weightOf(key), 0);
    const over = keys.map(([key, count]) => ({ key, times: count / ((requests * weightOf(key)) / weight) }));
    const worst = over.reduce((most, one) => (one.times > most.times ? one : most));
    return { kind, keys: keys.length, requests, worst: rounded(worst.times), worstKey: worst.key };
  });
}

export const singlesOf = ({ counts, busiest }: KeysAsked): readonly Single[] =>
  [...counts]
    .filter(([key]) => SINGLE.test(key))
    .map(([key, requests]) => ({ key, requests, busiestSecond: busiest.get(key) ?? 0 }));

export const rounded = (value: number): number => Math.round(value * 100) / 100;
