import { messageMark } from '../contact/message-mark.ts';
import { HOUR, type Instant } from '../time.ts';
import type { Receipt } from '../words.ts';
import type { Attempt, Case, Task } from './case.ts';
import { nextNumber } from './contacts/next-number.ts';
import { askedAbout, attemptOf, goesOn, type PlanStands, takenAfterAll } from './send.ts';
import { move, type Refusal, system, type Transition } from './transition.ts';

const RANK: Readonly<Record<Receipt, number>> = {
  NONE: 0,
  SENT: 1,
  NO_RECEIPT: 2,
  UNDELIVERED: 3,
  EXPIRED: 3,
  DELIVERED: 4,
};

/** No final receipt after this: NO_RECEIPT, which never counts as reached and never triggers a resend. */
export const RECEIPT_LIMIT = 72 * HOUR;

/** The receipt as it is to be shown: what it is by now, without an entry that says that nothing came. */
export function receiptOf(attempt: Attempt, now: Instant): Receipt {
  const receipt = attempt.receipt ?? 'NONE';
  const waiting = attempt.state === 'ACCEPTED' && (receipt === 'NONE' || receipt === 'SENT');
  return waiting && now - attempt.at >= RECEIPT_LIMIT ? 'NO_RECEIPT' : receipt;
}

/**
 * `at`: when it is noted; `reportedAt`: when the provider says it was. `badNumber`: nothing ever arrives there. `task`: the
 * one that owns the case; a receipt answers the question a person was asked.
 */
export type ReceiptIn = PlanStands & {
  readonly state: Receipt;
  readonly at: Instant;
  readonly reportedAt?: Instant;
  readonly badNumber?: boolean;
  /** Provider's id of the message: a text matched in another way is known by it from now on. */
  readonly messageId?: string;
  readonly task?: Task;
};

/**
 * Receipts may be late, doubled and out of order: an older one is refused, a newer one kept; DELIVERED corrects a
 * failure and says so, and a failure may be told once more as one of a bad number. A receipt proves the provider took the text, so it settles a doubt (or an unreported claim).
 */
export function recordReceipt(of: Case, n: number, receipt: ReceiptIn): Transition | Refusal {
  const attempt = attemptOf(of, n);
  if (attempt === undefined) return { refused: 'case.no-such-attempt' };
  const before = attempt.receipt ?? 'NONE';
  // That nothing ever arrives there is more than that this text did not.
  const tellsMore = receipt.badNumber === true && attempt.refused !== true && RANK[receipt.state] === RANK[before];
  if (RANK[receipt.state] <= RANK[before] && !tellsMore) return { refused: 'receipt.older' };
  const corrected = !tellsMore && (before === 'UNDELIVERED' || before === 'EXPIRED');
  const unsettled = attempt.state === 'IN_DOUBT' || attempt.state === 'CLAIMED';
  const bad = receipt.badNumber === true ? { refused: true } : {};
  const named = receipt.messageId === undefined ? {} : { message: messageMark(receipt.messageId) };
  const noted = of.attempts.map((one) => (one.n === n ? { ...one, receipt: receipt.state, ...named, ...bad } : one));
  const after = unsettled
    ? takenAfterAll({ ...of, attempts: noted }, attempt, { ...receipt, now: receipt.at })
    : { attempts: noted };
  const awaited = receipt.badNumber === true && isAwaited({ ...of, ...after }, attempt);
  const asked = unsettled ? askedAbout(of, attempt, receipt.task) : undefined;
  return move(
    of,
    {
      ...after,
      ...(asked === undefined ? {} : goesOn(attempt, receipt.at)),
      ...(awaited ? { dueAt: receipt.at, ...nextNumber({ ...of, ...after }, n, receipt) } : {}),
    },
    {
      type: 'receipt.recorded',
      actor: system('receipts'),
      at: receipt.at,
      facts: {
        attempt: n,
        state: receipt.state,
        ...(receipt.reportedAt === undefined ? {} : { reportedAt: receipt.reportedAt }),
        ...(corrected ? { corrected: true } : {}),
        ...(unsettled ? { settles: attempt.state } : {}),
      },
      tasks: asked === undefined ? [] : [{ ...asked, state: 'CANCELLED' }],
    },
  );
}

/** The plan waits for an answer to this very text: nobody will give it. */
const isAwaited = (of: Case, attempt: Attempt): boolean =>
  of.status === 'WAITING' &&
  of.taskId === undefined &&
  attempt.answer !== true &&
  !of.attempts.some((one) => one.n > attempt.n && one.answer !== true && one.state !== 'SKIPPED');
