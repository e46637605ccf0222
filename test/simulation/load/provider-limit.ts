import type { Call } from '../machine/calls.ts';
import type { Fault } from '../machine/faults.ts';

/** What the provider saw of texts: parts it took, and texts it turned away because they came too fast. */
export type ProviderLimit = {
  readonly strike: (call: Call) => Fault | undefined;
  readonly taken: () => number;
  readonly refused: () => number;
  /** Most parts that it was handed in one second, turned away ones with them. */
  readonly busiest: () => number;
};

const SECOND = 1_000;

/** A provider that takes so many parts in any second, and throttles whatever comes beyond. */
export function limitTo(partsPerSecond: number, now: () => number): ProviderLimit {
  const recent: { readonly at: number; readonly parts: number }[] = [];
  const asked = new Map<number, number>();
  let [taken, refused] = [0, 0];
  return {
    taken: () => taken,
    refused: () => refused,
    busiest: () => Math.max(0, ...asked.values()),
    strike: (call) => {
      if (call.operation !== 'Publish') return undefined;
      const parts = partsIn(call.body);
      const second = Math.floor(now() / SECOND);
      asked.set(second, (asked.get(second) ?? 0) + parts);
      while (recent[0] !== undefined && recent[0].at <= now() - SECOND) recent.shift();
      if (recent.reduce((sum, one) => sum + one.parts, parts) > partsPerSecond) {
        refused += 1;
        return 'throttled';
      }
      recent.push({ at: now(), parts });
      taken += parts;
      return undefined;
    },
  };
}

/** Source: 3GPP TS 23.038: 70 characters in one UCS-2 part, 67 in each of several; 160 and 153 of the plain alphabet. */
function partsIn(body: string): number {
  const text = new URLSearchParams(body).get('Message') ?? '';
  const plain = /^[\u0020-\u007e\n\r]*$/u.test(text);
  const [one, several] = plain ? [160, 153] : [70, 67];
  return text.length <= one ? 1 : Math.ceil(text.length / several);
}
