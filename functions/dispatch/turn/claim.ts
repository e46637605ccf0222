import type { Case } from '#domain/case/case.ts';
import { decisionOf } from '#domain/case/plan-turn.ts';
import { takeStep } from '#domain/case/step.ts';
import { isRefusal, type Transition } from '#domain/case/transition.ts';
import type { StepTaken } from '#domain/case/turn.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Address, Customer } from '#domain/customer/customer.ts';
import { durationOf } from '#domain/policy/book.ts';
import type { Op } from '#store/ledger.ts';
import { leftBy, type Planned, plannedMove } from '../carry-out.ts';
import { countSend, touched, withQuestion } from '../point-sends.ts';
import type { DispatchNeeds } from '../ports.ts';
import type { Outgoing } from '../senders.ts';
import { type Draft, draftRef } from './draft-text.ts';
import { type Turning, takenOf, waitUntil } from './quiet-turn.ts';

/**
 * The claim of one text. It is won only if, in the same transaction, everything the gate saw still stands: the reason on
 * the account, the customer's flags, holds, consents and caps, the number, the contact person, and the case itself.
 */
export async function planClaim(turning: Turning, draft: Draft, needs: DispatchNeeds): Promise<Planned | undefined> {
  const { stored, loaded, input } = turning;
  const { address } = draft.asking.candidate;
  const { person } = loaded;
  const transition = takeStep(stored.state, claimTaken(turning, draft, needs), input.now);
  // Without the customer's record there is no key to seal the text with, and the gate would have held.
  if (isRefusal(transition) || address === undefined || person === undefined) return undefined;
  const { next } = transition;
  const place = { kind: 'case', id: next.id, seq: next.version } as const;
  const sealed = await needs.store.seal(person.key, place, draft.text.text.reveal());
  const { change, refused = 0 } = plannedMove(stored, transition, { store: needs.store, sealed });
  const attempt = claimedNumber(transition);
  const counted = countedBy(turning, draft, { attempt, needs });
  return {
    change: { ...change, also: [...change.also, ...conditions(turning, draft, { counted, needs })] },
    refused,
    send: {
      caseId: next.id,
      claimed: leftBy(transition, change.advances, needs.store),
      attempt,
      point: touched(draft.before, counted.point),
      what: outgoing(draft, address),
      claimedAt: input.now,
      ...(counted.customer === undefined ? {} : { counted: counted.customer }),
    },
  };
}

const outgoing = ({ asking, mail, text }: Draft, { value: to }: Address): Outgoing =>
  mail === undefined
    ? { channel: asking.candidate.step.channel === 'push' ? 'push' : 'sms', to, text: text.text }
    : { channel: 'mail', to, ...mail };

function claimTaken(turning: Turning, draft: Draft, needs: DispatchNeeds): StepTaken {
  const { templateId, textHash } = draft.text;
  return takenOf(turning, needs, {
    do: 'claim',
    at: draftRef(draft),
    decision: decisionOf(draft.allow, { templateId, textHash }),
    ...(draft.token.token === undefined ? {} : { token: draft.token.token }),
    waitUntil: waitUntil(draft.asking.candidate, turning.input, needs),
  });
}

/** A deferred attempt that wakes keeps its number, so the transition is asked, not the count. */
function claimedNumber({ next }: Transition): number {
  const claimed = next.attempts.find((one) => one.state === 'CLAIMED' && one.decisionSeq === next.version);
  if (claimed === undefined) throw new Error(`claim of case ${next.id}: got no claimed attempt, expected one`);
  return claimed.n;
}

/** The number and, where it is theirs, the customer with this text counted. */
type Counted = { readonly point: ContactPoint; readonly customer?: Customer };

function countedBy(
  { stored, loaded }: Turning,
  { asking, before, token }: Draft,
  by: { readonly attempt: number; readonly needs: DispatchNeeds },
): Counted {
  const of: Case = stored.state;
  const until = asking.now + durationOf(by.needs.book.purpose(of.purpose).tokenValid);
  const point = withQuestion(before.state, asking, { attempt: by.attempt, until, ...token });
  const { customer } = loaded.dossier.people;
  if (customer === undefined || asking.candidate.step.audience !== 'customer') return { point };
  const sends = countSend(customer.sends, of, asking.now);
  return { point, customer: { ...customer, sends, revision: customer.revision + 1 } };
}

function conditions(
  turning: Turning,
  { asking, allow, before }: Draft,
  by: { readonly counted: Counted; readonly needs: DispatchNeeds },
): readonly Op[] {
  const { store } = by.needs;
  const ops: Op[] = [store.pointTouch(before, by.counted.point)];
  const { customer } = turning.loaded.dossier.people;
  if (customer !== undefined) ops.push(store.customerTouch(customer, (by.counted.customer ?? customer).sends));
  const { accountId, reasonVersion } = allow.conditions;
  if (accountId !== undefined && reasonVersion !== undefined) ops.push(store.accountStands(accountId, reasonVersion));
  const { contact } = asking.candidate;
  if (contact !== undefined) ops.push(store.contactStands(contact));
  return ops;
}
