import type { SmsSender } from '#channels/sms.ts';
import { type SendOutcome, settleSend } from '#domain/case/send.ts';
import { isRefusal } from '#domain/case/transition.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import { type CaseStore, caseChange } from '#store/case-store.ts';
import type { Ledger } from '#store/ledger.ts';
import type { Now } from './ports.ts';

/** A won claim's text. */
export type ToSend = {
  readonly caseId: string;
  readonly attempt: number;
  readonly to: Sensitive<string>;
  readonly text: Sensitive<string>;
};

export type PublishNeeds = {
  readonly sms: SmsSender;
  readonly originationNumber?: string;
  readonly cases: Pick<CaseStore, 'load'>;
  readonly ledger: Ledger;
  readonly book: PolicyBook;
  readonly now: Now;
};

/** Tries to write an outcome; more would only delay the doubt that the sweep declares anyway. */
const SETTLE_TRIES = 5;

export const attemptId = (caseId: string, attempt: number): string => `${caseId}.${attempt}`;

/**
 * Publishes once and writes down what became of it. Called only after the claim was won; if this process dies in
 * between, the claim's deadline turns it into a doubt, and nothing is sent again by itself.
 */
export async function publish(sending: ToSend, needs: PublishNeeds): Promise<SendOutcome['state']> {
  const { to, text } = sending;
  const origin = needs.originationNumber === undefined ? {} : { originationNumber: needs.originationNumber };
  const sent = await needs.sms.send({ to, text, attemptId: attemptId(sending.caseId, sending.attempt), ...origin });
  const outcome: SendOutcome =
    sent.kind === 'ACCEPTED'
      ? { state: 'ACCEPTED', messageId: sent.messageId }
      : sent.kind === 'NOT_SENT'
        ? { state: 'NOT_SENT', retryable: sent.retry === 'retryable', code: sent.reason }
        : { state: 'IN_DOUBT', code: sent.reason };
  await recordOutcome(sending, outcome, needs);
  return outcome.state;
}

async function recordOutcome(sending: ToSend, outcome: SendOutcome, needs: PublishNeeds): Promise<void> {
  for (let tries = 0; tries < SETTLE_TRIES; tries += 1) {
    const stored = await needs.cases.load(sending.caseId);
    if (stored === undefined) return;
    const policy = needs.book.purpose(stored.state.purpose).doubt;
    const settled = settleSend(stored.state, { n: sending.attempt, outcome, policy }, needs.now());
    // A receipt that was quicker than this write has settled the attempt already.
    if (isRefusal(settled)) return;
    const { advance, also } = caseChange(stored, settled);
    const result = await needs.ledger.commit({ advances: [advance], also });
    if (result.kind === 'committed') return;
  }
}
