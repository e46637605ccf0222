import * as v from 'valibot';
import type { StageClient } from '../local/client.ts';
import { staffOf } from './staff.ts';

const Page = v.object({ items: v.array(v.unknown()), cursor: v.optional(v.string()) });

/** How many messages lie in quarantine. */
export async function countQuarantined(stage: StageClient): Promise<number> {
  const operator = staffOf(stage, { role: 'ops' });
  let count = 0;
  let cursor: string | undefined;
  do {
    const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = v.parse(Page, await operator.ask(`/v1/ops/quarantine?limit=100${more}`));
    count += page.items.length;
    ({ cursor } = page);
  } while (cursor !== undefined);
  return count;
}
