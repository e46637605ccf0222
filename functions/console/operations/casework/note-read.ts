import { textsRead } from '#domain/case/staff.ts';
import { Fault } from '#domain/errors.ts';
import type { WholeCase } from '#store/case-store.ts';
import { saysRead } from '../../moves/reads.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import type { Caller } from '../../request/caller.ts';

/**
 * Puts on the record of a case, whose customer nobody knows, who read its words; once an hour.
 * @throws Fault `store.conflict` when the case has moved meanwhile: then nothing is told
 */
export async function noteReadOnCase(
  { stored, entries }: WholeCase,
  { staff }: Caller,
  needs: Pick<ConsoleNeeds, 'move' | 'now'>,
): Promise<void> {
  const at = needs.now();
  if (entries.some((entry) => saysRead(entry, { of: stored.state.id, staff }, at))) return;
  const transition = textsRead(stored.state, { staff, at });
  if ((await needs.move({ from: stored, transition })) === 'stale') {
    throw new Fault('store.conflict', { facts: { tries: 1 } });
  }
}
