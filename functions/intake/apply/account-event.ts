import type { Account } from '#domain/account/account.ts';
import { type Applied, applyAccountEvent } from '#domain/account/apply.ts';
import type { AccountEvent } from '#domain/account/event.ts';
import type { AccountBankEvent } from '../events.contract.ts';
import { ACCEPTED, DUPLICATE, type Outcome, rejected } from '../outcome.ts';
import type { AccountNeeds, EventNeeds } from '../ports.ts';
import { readAccountEvent } from './account-reading.ts';
import type { Step } from './cases/account-cases.ts';
import { inRounds } from './rounds.ts';

/** The account as the request before left it: saves the read of the next event in one batch. */
export type Remembered = Map<string, Account>;

/**
 * Applies one event of an account: its new state, and whatever case that opens, joins or clears, in one write. A normal
 * event is one read and one write.
 */
export async function applyToAccount(
  wire: AccountBankEvent,
  needs: EventNeeds,
  remembered: Remembered = new Map(),
): Promise<Outcome> {
  const event = readAccountEvent(wire, { now: needs.now(), sha256: needs.sha256 });
  return inRounds(needs.pause, async () => {
    const before = remembered.get(event.accountId) ?? (await needs.accounts.load(event.accountId));
    const applied = applyAccountEvent(before, event, needs.now());
    if (applied.kind === 'duplicate') return DUPLICATE;
    if (applied.kind === 'too-late') await noteRefused(event, needs);
    if (applied.kind !== 'applied') return rejected(`event.${applied.kind}`);
    const step = { before, applied, event };
    const next = isQuiet(applied) ? await writeAlone(step, needs) : await writeWithCases(step, needs);
    if (next === undefined) {
      remembered.delete(event.accountId);
      return undefined;
    }
    remembered.set(event.accountId, next);
    needs.metrics.count('EventGapSeen', applied.found.gapsSeen);
    return ACCEPTED;
  });
}

/** No case is open on the account, and nothing was found that might open one. */
const isQuiet = ({ next, found }: Applied): boolean =>
  next.openCases.length === 0 &&
  (found.scored?.reasons ?? []).length === 0 &&
  !(found.flagged || found.stillOverdue || found.fellDormant);

const writeAlone = async ({ before, applied: { next } }: Step, needs: AccountNeeds): Promise<Account | undefined> =>
  (await needs.accounts.write(before, next)) === 'written' ? next : undefined;

/** It may come again and again, and is noted once. */
async function noteRefused(event: AccountEvent, needs: EventNeeds): Promise<void> {
  const { lateAccountEvent } = await import('./late.ts');
  const { ledger, lateEntry } = await needs.whole();
  await ledger.commit({ advances: [], also: [lateAccountEvent(event, 'refused', { ...needs, lateEntry })] });
}

async function writeWithCases(step: Step, needs: EventNeeds): Promise<Account | undefined> {
  const { writeMoves } = await import('./cases/account-cases.ts');
  return writeMoves(step, await needs.whole());
}
