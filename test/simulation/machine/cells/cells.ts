import { cellOf, type Fault, faultsOf, fullBodyOf } from '../faults.ts';
import { PLACES } from './places.ts';

/** Every fault of every call that stands in the list of places. */
export const CELLS: readonly string[] = PLACES.flatMap((place) => {
  const [by, service, operation] = partsOf(place);
  const body = fullBodyOf(operation, place.endsWith(' by index'));
  return faultsOf({ service, operation, body }).map((fault) => cellOf({ by, service, operation }, fault));
});

type Parts = readonly [Parameters<typeof cellOf>[0]['by'], Parameters<typeof cellOf>[0]['service'], string];

function partsOf(place: string): Parts {
  const [by = '', call = ''] = place.split(' ');
  const [service = '', operation = ''] = call.split('.');
  return [by, service, operation] as unknown as Parts; // the list is of our own making, and a test reads every line of it
}

/** Cells that nothing can strike, each with its reason: they are not counted. */
export const IMPOSSIBLE: ReadonlyMap<string, string> = new Map();

export const COUNTED: readonly string[] = CELLS.filter((cell) => !IMPOSSIBLE.has(cell));

/** Cells of calls that were seen and stand in no list. */
export const unlisted = (seen: Readonly<Record<string, readonly Fault[]>>): readonly string[] => {
  const known = new Set(CELLS);
  return Object.entries(seen)
    .flatMap(([place, faults]) => faults.map((fault) => `${place} ${fault}`))
    .filter((cell) => !known.has(cell));
};
