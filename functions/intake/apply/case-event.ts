import type { Account } from '#domain/account/account.ts';
import { unknownAccount } from '#domain/account/apply.ts';
import { MAX_ACCOUNT_POINTERS, type Pointer } from '#domain/account/pointers.ts';
import { greatestSum } from '#domain/anomaly/evidence.ts';
import { accountId, customerId } from '#domain/ids.ts';
import { parseMoney } from '#domain/money.ts';
import type { Op } from '#store/ledger.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { EventOf } from '../events.contract.ts';
import { invalid, type Outcome, rejected } from '../outcome.ts';
import type { IntakeNeeds } from '../ports.ts';
import { pastInstant } from './account-reading.ts';
import { type CaseMove, type Matter, openOrMerge } from './cases/case-move.ts';
import { type Asking, matterOf, tailOf } from './cases/matter.ts';
import { changeOf, countMoves, pointersAfter } from './cases/moves.ts';
import { sealedWords, wordsForStaff } from './cases/words.ts';
import { lateCaseEvent } from './late.ts';
import { applyOnce, type Planned } from './once.ts';
import { isTakenBack } from './taken-back.ts';

/** Open cases a customer points to beside those of accounts. Source: docs/behaviour.md, Sizes. */
const MAX_POINTERS = 8;

export type CaseEvent = EventOf<
  'liaison.customer.help-requested.v1' | 'liaison.customer.unreachable.v1' | 'liaison.anomaly.reported.v1'
>;

/** A matter somebody else noticed: the customer asks for help, cannot be reached, or the bank's own detector speaks. */
export async function applyCaseEvent(event: CaseEvent, needs: IntakeNeeds): Promise<Outcome> {
  return applyOnce(event, () => plan(event, needs), needs);
}

async function plan(event: CaseEvent, needs: IntakeNeeds): Promise<Planned> {
  const matter = matterOf(askingOf(event, needs), needs.book, needs.now());
  if ('refused' in matter) {
    if (matter.refused === 'no-plan') return invalid('/data/purpose', 'expected a purpose that has a contact plan');
    const also = [lateCaseEvent(event, reasonOf(event, needs).at, needs)];
    return { change: { advances: [], also }, standing: () => needs.metrics.count('EventTooOldToContact') };
  }
  const [person, account] = await Promise.all([
    needs.people.load(matter.customerId),
    matter.accountId === undefined ? undefined : needs.accounts.load(matter.accountId),
  ]);
  if (person === undefined && (await needs.erased.customer(matter.customerId)) !== undefined) {
    return rejected('event.customer-erased');
  }
  if (await isTakenBack({ ...event, customerId: matter.customerId }, needs)) return { change: { advances: [] } };
  const pointers = matter.accountId === undefined ? person?.customer.state.openCases : account?.openCases;
  const move = await openOrMerge(matter, { pointers: pointers ?? [] }, needs);
  const { advances, also } = changeOf([move], needs, await sealedWords(matter, { move, person }, needs));
  const pointing = pointingOps(matter, { move, person, account, pointers: pointers ?? [] }, needs);
  const kept = person === undefined ? await wordsForStaff(matter, needs) : [];
  return { change: { advances, also: [...also, ...pointing, ...kept] }, standing: () => countMoves([move], needs) };
}

type Found = {
  readonly move: CaseMove;
  readonly person: PersonRecord | undefined;
  readonly account: Account | undefined;
  readonly pointers: readonly Pointer[];
};

/** The case is found again through the account it is about, else through the customer; unknown ones point to nothing. */
function pointingOps(matter: Matter, { move, person, account, pointers }: Found, needs: IntakeNeeds): readonly Op[] {
  if (matter.accountId !== undefined) {
    const of = { accountId: accountId(matter.accountId), customerId: customerId(matter.customerId) };
    const base = account ?? unknownAccount(of);
    const openCases = pointersAfter(pointers, [move], MAX_ACCOUNT_POINTERS);
    return [needs.accountPut(account, { ...base, version: base.version + 1, openCases })];
  }
  if (person === undefined) return [];
  return [needs.pointerTouch(person.customer.state, pointersAfter(pointers, [move], MAX_POINTERS))];
}

function askingOf(event: CaseEvent, needs: IntakeNeeds): Asking {
  const { data } = event;
  const reason = reasonOf(event, needs);
  const of = { customerId: data.customerId, purpose: data.purpose, severity: data.severity };
  switch (event.type) {
    case 'liaison.customer.help-requested.v1': {
      const { kind, note, location } = event.data;
      return { ...of, kind, origin: 'help', reason, ...wordsOf([note, location]) };
    }
    case 'liaison.customer.unreachable.v1': {
      const { kind = 'unreachable', reason: why } = event.data;
      return { ...of, kind, origin: 'unreachable', reason, ...wordsOf([why]) };
    }
    case 'liaison.anomaly.reported.v1':
      return { ...of, ...anomalyOf(event.data, reason) };
  }
}

const reasonOf = ({ source, id, data, time }: CaseEvent, needs: Pick<IntakeNeeds, 'now'>) => ({
  source,
  eventId: id,
  at: pastInstant(data.at ?? time, needs.now()),
});

function anomalyOf(data: EventOf<'liaison.anomaly.reported.v1'>['data'], reason: Asking['reason']) {
  const { accountId: account, kind, evidence } = data;
  const amount = data.amount === undefined ? greatestSum(evidence) : parseMoney(data.amount);
  return {
    kind,
    origin: 'anomaly' as const,
    ...(account === undefined ? {} : { accountId: account }),
    reason: {
      ...reason,
      ...(account === undefined ? {} : { accountId: account, tail: tailOf(account) }),
      ...(amount === undefined ? {} : { amount }),
    },
    ...wordsOf([typeof evidence === 'string' || evidence === undefined ? evidence : JSON.stringify(evidence)]),
  };
}

function wordsOf(parts: readonly (string | undefined)[]): { words?: string } {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? {} : { words: said.join('\n') };
}
