import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import type { AccountStore } from '../account-store.ts';
import type { CaseStore } from '../case-store.ts';
import type { Advance, Ledger, Op } from '../ledger.ts';
import type { PersonStore } from '../people/customer-store.ts';
import {
  type ChangeNeeds,
  type ComplaintMoveInput,
  complaintChange,
  type EndingCase,
  isNoLongerOwed,
} from './complaint-change.ts';
import type { Silenced, SilencedNeeds } from './silenced.ts';

export type WriterNeeds = ChangeNeeds &
  SilencedNeeds & {
    readonly ledger: Ledger;
    readonly cases: Pick<CaseStore, 'loadAll' | 'task'>;
    readonly people: Pick<PersonStore, 'load'>;
    readonly accounts: Pick<AccountStore, 'load'>;
  };

/** A move as the rules made it; `beside` moves with it, `also` must hold with it. */
export type ToWrite = Pick<ComplaintMoveInput, 'from' | 'transition' | 'sealed'> & {
  readonly beside?: readonly Advance[];
  readonly also?: readonly Op[];
};
/** `stale`: something it rests on has moved, and nothing was written; `failed`: which of `also` did not hold. */
export type WrittenMove =
  | { readonly kind: 'committed' }
  | { readonly kind: 'stale'; readonly failed: readonly number[] };

export type ComplaintWriter = (move: ToWrite) => Promise<WrittenMove>;

/** Writes a move of a complaint with everything it does beside itself; reads what that needs, and nothing for a plain one. */
export const createComplaintWriter =
  (needs: WriterNeeds): ComplaintWriter =>
  async ({ beside = [], also = [], ...move }) => {
    const beneath = await besides(move.transition, needs);
    if (isNoLongerOwed(move.transition, beneath.account)) return { kind: 'stale', failed: [] };
    const change = await complaintChange({ ...move, ...beneath }, needs);
    const silenced = await silencedBy(move.transition, beneath, needs);
    for (const one of silenced.before) {
      const written = await needs.ledger.commit({ advances: [one] });
      if (written.kind === 'stale') return { kind: 'stale', failed: [] };
    }
    const advances = [...change.advances, ...silenced.beside, ...beside];
    const at = advances.length + change.also.length;
    const result = await needs.ledger.commit({ advances, also: [...change.also, ...also] });
    if (result.kind === 'committed') return result;
    return { kind: 'stale', failed: result.failed.flatMap((one) => (one.at >= at ? [one.at - at] : [])) };
  };

type Besides = Pick<ComplaintMoveInput, 'person' | 'ending' | 'account' | 'disowned'>;

const NOBODY: Silenced = { beside: [], before: [] };

/** Few complaints ask for it: what it takes is loaded with the first that does. */
async function silencedBy(
  { next, entry, silences }: ComplaintTransition,
  { person }: Besides,
  needs: SilencedNeeds,
): Promise<Silenced> {
  if (silences !== true) return NOBODY;
  const { silencedPoints } = await import('./silenced.ts');
  return silencedPoints({ of: next, entry }, person, needs);
}

async function besides(
  { next, holds, ends = [], contact, disowns, silences }: ComplaintTransition,
  needs: WriterNeeds,
): Promise<Besides> {
  const { customerId } = next;
  const accountId = contact?.plan === 'offer' ? contact.accountId : undefined;
  const [person, ending, account, [disowned]] = await Promise.all([
    (holds ?? silences) === undefined || customerId === undefined ? undefined : needs.people.load(customerId),
    endingCases(ends, needs),
    accountId === undefined ? undefined : needs.accounts.load(accountId),
    disowns === undefined ? [] : needs.cases.loadAll([disowns]),
  ]);
  return {
    ending,
    ...(person === undefined ? {} : { person }),
    ...(account === undefined ? {} : { account }),
    ...(disowned === undefined ? {} : { disowned }),
  };
}

async function endingCases(ids: readonly string[], { cases }: WriterNeeds): Promise<readonly EndingCase[]> {
  const found = (await cases.loadAll(ids)).flatMap((stored) => stored ?? []);
  return Promise.all(
    found.map(async (stored) => {
      const { id, taskId } = stored.state;
      const task = taskId === undefined ? undefined : await cases.task(id, taskId);
      return task === undefined ? { stored } : { stored, task };
    }),
  );
}
