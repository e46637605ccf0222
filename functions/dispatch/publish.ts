import type { Case } from '#domain/case/case.ts';
import { standsOf } from '#domain/case/contacts/next-number.ts';
import { type SendOutcome, settleSend } from '#domain/case/send.ts';
import { isRefusal } from '#domain/case/transition.ts';
import type { ProviderAnswer } from '#domain/contact/outcome.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Customer } from '#domain/customer/customer.ts';
import { Fault } from '#domain/errors.ts';
import type { Instant } from '#domain/time.ts';
import type { Op, Stored } from '#store/ledger.ts';
import { giveBackAnswer } from './answers/number-moves.ts';
import { earlierText, isClaim, withoutSend } from './point-sends.ts';
import type { SendNeeds } from './ports.ts';
import { hand, type Outgoing, type SenderNeeds } from './senders.ts';

/** A won claim's text. */
export type ToSend = {
  readonly caseId: string;
  /** The case as the claim left it. */
  readonly claimed: Stored<Case>;
  readonly attempt: number;
  /** The number as the claim left it. */
  readonly point: Stored<ContactPoint>;
  readonly what: Outgoing;
  /** Instant of the claim, as the caps counted it. */
  readonly claimedAt: Instant;
  /** Customer whose caps counted it, as the claim left them; absent for answers and third parties. */
  readonly counted?: Customer;
};

/** Tries to write an outcome; more would only delay the doubt that the message declares when it comes back. */
const SETTLE_TRIES = 5;

export const attemptId = (caseId: string, attempt: number): string => [caseId, attempt].join('.');

/**
 * Publishes once and writes down what became of it, or throws. Called only after the claim was won; if this process dies in
 * between, its message comes back after the claim's deadline and turns it into a doubt; nothing is sent again by itself.
 */
export async function publish(sending: ToSend, needs: SendNeeds): Promise<SendOutcome['state']> {
  const outcome = await sendOnce(sending.what, attemptId(sending.caseId, sending.attempt), needs);
  await recordOutcome(sending, outcome, needs);
  return outcome.state;
}

/** One request to the provider, whatever comes of it; counted by its outcome. */
export async function sendOnce(
  what: Outgoing,
  attempt: string,
  needs: SenderNeeds & Pick<SendNeeds, 'count'>,
): Promise<SendOutcome> {
  const outcome = outcomeOf(await hand(what, attempt, needs));
  needs.count(FIGURE_OF[outcome.state], 1, { channel: what.channel });
  if (outcome.state === 'NOT_SENT' && NOT_PERMITTED.test(outcome.code)) needs.count('SendPermissionDenied');
  return outcome;
}

const FIGURE_OF = { ACCEPTED: 'SendAccepted', NOT_SENT: 'SendNotSent', IN_DOUBT: 'SendInDoubt' } as const;
/** The operator's fault, not the customer's: an alarm of its own. Source: SNS Publish and SES SendEmail, errors. */
const NOT_PERMITTED =
  /^(?:AuthorizationError|AccessDenied|NotAuthorized|UnrecognizedClient|InvalidClientTokenId|MessageRejected|MailFromDomainNotVerified|AccountSuspended|SendingPaused)/u;

function outcomeOf(answered: ProviderAnswer): SendOutcome {
  switch (answered.kind) {
    case 'ACCEPTED':
      return { state: 'ACCEPTED', messageId: answered.messageId };
    case 'NOT_SENT':
      return { state: 'NOT_SENT', retryable: answered.retry === 'retryable', code: answered.reason };
    case 'IN_DOUBT':
      return { state: 'IN_DOUBT', code: answered.reason };
  }
}

async function recordOutcome(sending: ToSend, outcome: SendOutcome, needs: SendNeeds): Promise<void> {
  for (let tries = 0; tries < SETTLE_TRIES; tries += 1) {
    // Nobody else is at it as a rule: what the claim wrote is what stands.
    const stored = tries === 0 ? sending.claimed : await needs.store.cases.load(sending.caseId);
    if (stored === undefined) return;
    const policy = needs.book.purpose(stored.state.purpose).doubt;
    const stands = standsOf(stored.state, sending.attempt, needs.book);
    const settled = settleSend(stored.state, { ...stands, n: sending.attempt, outcome, policy }, needs.now());
    // A receipt that was quicker than this write has settled the attempt already.
    if (isRefusal(settled)) return;
    const { advance, also } = needs.store.caseChange(stored, settled);
    const counted = await countedOps({ sending, outcome, of: stored.state, again: tries > 0 }, needs);
    const result = await needs.store.ledger.commit({ advances: [advance], also: [...also, ...counted] });
    if (result.kind === 'committed') return;
  }
  throw new Fault('store.conflict', { facts: { tries: SETTLE_TRIES } });
}

/** What surely was not sent counts nowhere. */
async function countedOps(
  { sending, outcome, of, again }: { sending: ToSend; outcome: SendOutcome; of: Case; again: boolean },
  needs: SendNeeds,
): Promise<Op[]> {
  if (outcome.state !== 'NOT_SENT') return [];
  const { store } = needs;
  const point = again ? await store.points.load(sending.point.state.id) : sending.point;
  if (point === undefined || !point.state.recent.some((one) => isClaim(one, sending))) return [];
  const unsent = withoutSend(point.state, sending, earlierText(of, sending.attempt));
  const isAnswer = of.attempts.find(({ n }) => n === sending.attempt)?.answer === true;
  const ops = [store.pointTouch(point, isAnswer ? giveBackAnswer(unsent) : unsent)];
  const { counted } = sending;
  const customer = again && counted !== undefined ? (await store.people.load(counted.id))?.customer.state : counted;
  if (customer === undefined) return ops;
  const { any, debt } = customer.sends;
  const sends = {
    ...customer.sends,
    any: without(any, sending.claimedAt),
    debt: without(debt, sending.claimedAt),
  };
  return [...ops, store.customerTouch(customer, sends)];
}

function without(times: readonly Instant[], at: Instant): readonly Instant[] {
  const index = times.lastIndexOf(at);
  return index < 0 ? times : times.toSpliced(index, 1);
}
