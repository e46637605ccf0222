import { customerId } from '#domain/ids.ts';
import { DAY } from '#domain/time.ts';
import type { Purpose } from '#domain/words.ts';
import { invalidRequest, problem } from '#runtime/problem.ts';
import { signatureOf, verifySignature } from '#runtime/webhook-signature.ts';
import { parseWith } from '#runtime/wire.ts';
import { hearingOf } from '../../../functions/replies/live-hearing.ts';
import { webhooksApi } from '../../../functions/replies/live-webhooks.ts';
import type { WebhookChannel } from '../../../functions/replies/webhooks.contract.ts';
import { customerOf } from '../records.ts';
import type { ReplyWorld } from '../replies.ts';
import { recordingSurroundings } from '../runtime/fakes-runtime.ts';
import { webhookEvent } from './webhook-event.ts';

export type Handed = {
  readonly id?: string;
  /** Instead of the right one. */
  readonly signature?: string;
  /** Seconds since 1970; default: now. */
  readonly timestamp?: number;
  /** Whose secret signs it; default: the channel's. */
  readonly signedBy?: WebhookChannel;
  readonly raw?: string;
};

export type Answered = { readonly status: number | undefined; readonly body: Readonly<Record<string, unknown>> };

const secretOf = (channel: string): Uint8Array => new TextEncoder().encode(`a secret of thirty-two bytes ${channel}`);
let handed = 0;

/** The door of webhooks beside replies on the same table: hands in a message as the system that runs the channel does. */
export function webhooksOn(world: ReplyWorld) {
  const api = webhooksApi(
    () => ({
      hear: hearingOf(world.replies),
      wallNow: world.now,
      secrets: { of: (channel) => Promise.resolve([secretOf(channel)]) },
      verify: verifySignature,
      parse: parseWith,
      problem,
      invalidRequest,
    }),
    recordingSurroundings(),
  );
  return async (channel: WebhookChannel, message: object, more: Handed = {}): Promise<Answered> => {
    const id = more.id ?? `msg_${(handed += 1)}`;
    const timestamp = String(more.timestamp ?? Math.floor(world.now() / 1_000));
    const body =
      more.raw ??
      JSON.stringify({ messageId: `m-${id}`, at: new Date(world.now()).toISOString(), text: '', ...message });
    const signature = more.signature ?? signatureOf({ id, timestamp, body }, secretOf(more.signedBy ?? channel));
    const answer = await api(webhookEvent(channel, { id, timestamp, signature, body }));
    if (typeof answer !== 'object') throw new Error('got a bare text, expected an answer');
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') as Answered['body'] };
  };
}

/** Subject of an answer to a mail that bears the question `4K`. */
export const ANSWERED_SUBJECT = 'Re: [4K] Example Bank';

/** A customer with a mail address, asked there: the question `4K` is open on the address. */
export async function askedByMail(world: ReplyWorld, id: string, purpose: Purpose = 'fraud_security'): Promise<string> {
  const mail = `${id}@example.com`;
  const address = await world.addressAt(mail);
  await world.customer(customerOf({ id: customerId(id), phones: [], mails: [address] }), []);
  await world.open({ id, customerId: id, purpose });
  const question = { token: '4K', caseId: id, attempt: 1, purpose, audience: 'customer' } as const;
  await world.point(address.point, {
    holders: [{ kind: 'customer', customerId: id }],
    questions: [{ ...question, askedAt: world.now(), until: world.now() + 3 * DAY }],
  });
  return mail;
}
