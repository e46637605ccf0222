import type { PaceParts } from './live-pace-table.ts';
import type { Pace } from './pace.ts';

/** The pace of staff, counted in the table and told to operations; what counts is read with the first request. */
export function joinPace(parts: PaceParts): Pace {
  let pace: Promise<Pace> | undefined;
  return async (caller, route) => {
    pace ??= import('./live-pace-table.ts').then(({ paceOfTable }) => paceOfTable(parts));
    return (await pace)(caller, route);
  };
}
