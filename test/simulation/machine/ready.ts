import type { Chance } from './random.ts';

/** What may be received from a queue now, drawn in no order: a draw costs the same however much waits. */
export type Ready<T> = {
  /** Once, however often it is put in. */
  readonly put: (one: T) => void;
  readonly remove: (one: T) => void;
  readonly draw: (count: number) => readonly T[];
  readonly size: () => number;
};

export function createReady<T>(chance: Chance): Ready<T> {
  const line: T[] = [];
  const places = new Map<T, number>();
  const take = (place: number): T | undefined => {
    const taken = line[place];
    const last = line.pop();
    if (taken === undefined || last === undefined) return undefined;
    places.delete(taken);
    if (taken === last) return taken;
    line[place] = last;
    places.set(last, place);
    return taken;
  };
  return {
    size: () => line.length,
    put: (one) => {
      if (places.has(one)) return;
      places.set(one, line.length);
      line.push(one);
    },
    remove: (one) => {
      const place = places.get(one);
      if (place !== undefined) take(place);
    },
    draw: (count) =>
      Array.from({ length: Math.min(count, line.length) }, () => take(chance.between(0, line.length - 1))).filter(
        (one) => one !== undefined,
      ),
  };
}
