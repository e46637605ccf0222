import { sensitive } from '#domain/sensitive.ts';
import { type Instant, parseInstant } from '#domain/time.ts';
import type { Message, ReplyNeeds } from '../ports.ts';
import type { WebhookChannel, WebhookMessage } from '../webhooks.contract.ts';
import { ownWords, tokenOfSubject } from './mail-text.ts';
import { languageOf, readable } from './message.ts';

export type Delivery = {
  readonly channel: WebhookChannel;
  /** `webhook-id` of the request. */
  readonly id: string;
  readonly body: WebhookMessage;
};

/** A mail's sender is easily made up: its answers deny and silence, and never confirm. */
const TRUST = 1;
/** Answered in the bank's app by whom it has signed in. Source: docs/behaviour.md, Replies. */
const IN_THE_APP = 4;
/** How SNS names an app on a phone. */
const ENDPOINT = /^arn:[\w-]+:sns:[\w-]+:\d{12}:endpoint\//u;

/** Identity of a delivery, and of the message in it: told under another delivery it is still the same. */
export const identitiesOf = ({ channel, id, body }: Delivery): Message['identities'] => [
  { source: `webhook-${channel}`, id },
  { source: `webhook-${channel}-message`, id: body.messageId },
];

/** Looks at a message that another system of the bank handed in. */
export async function webhookMessageOf(
  delivery: Delivery,
  needs: Pick<ReplyNeeds, 'pointOf' | 'now'>,
): Promise<Message> {
  const { channel, body } = delivery;
  const address = channel === 'mail' ? body.from.toLowerCase() : body.from;
  const text = wordsOf(channel, body);
  const locale = languageOf(text);
  const isApp = channel === 'chat' && ENDPOINT.test(address);
  const token = channel === 'mail' && body.subject !== undefined ? tokenOfSubject(body.subject) : undefined;
  return {
    id: body.messageId,
    channel,
    identities: identitiesOf(delivery),
    address: sensitive(address),
    // A name in a chat is no telephone number, whatever it looks like; the app is the address that pushes go to.
    point: await needs.pointOf(channel === 'mail' || isApp ? address : `${channel}:${address}`),
    text: sensitive(text),
    at: cameIn(body, needs.now()),
    trust: isApp && body.customerId !== undefined ? IN_THE_APP : TRUST,
    hash: new TextEncoder().encode(await needs.pointOf(JSON.stringify([channel, body]))),
    ...(body.inReplyTo === undefined ? {} : { answeredMessageId: bareId(body.inReplyTo) }),
    ...(token === undefined ? {} : { token }),
    ...(body.customerId === undefined ? {} : { customerId: body.customerId }),
    ...(locale === undefined ? {} : { locale }),
  };
}

/** A mail without words of its own says what its subject says. */
function wordsOf(channel: WebhookChannel, { text, subject }: WebhookMessage): string {
  if (channel !== 'mail') return readable(text);
  const own = ownWords(readable(text));
  return own === '' ? readable(subject ?? '') : own;
}

/** No message is from the future. */
const cameIn = ({ at }: WebhookMessage, now: Instant): Instant => Math.min(parseInstant(at) ?? now, now);

/** A mail's id as the provider told it when it took the mail: without brackets and domain. */
const bareId = (id: string): string => id.replace(/^</u, '').replace(/>$/u, '').split('@', 1).join('');
