import { sensitive } from '#domain/sensitive.ts';
import type { Instant } from '#domain/time.ts';
import type { Locale } from '#domain/words.ts';
import type { InboundSms } from '../inbound.contract.ts';
import type { Message, ReplyNeeds } from '../ports.ts';

/** Identities of texts. */
export const SMS = 'inbound-sms';

/** Looks at a text that came in: whose number, which words, and what tells it from every other message. */
export async function messageOf(sms: InboundSms, at: Instant, needs: Pick<ReplyNeeds, 'pointOf'>): Promise<Message> {
  const number = spelled(sms.originationNumber);
  const text = readable(sms.messageBody);
  const locale = languageOf(text);
  const answered = sms.previousPublishedMessageId;
  return {
    id: sms.inboundMessageId,
    channel: 'sms',
    identities: [{ source: SMS, id: sms.inboundMessageId }],
    address: sensitive(number),
    point: await needs.pointOf(number),
    text: sensitive(text),
    at,
    trust: 2,
    hash: new TextEncoder().encode(await needs.pointOf(JSON.stringify([number, sms.messageBody]))),
    ...(typeof answered === 'string' ? { answeredMessageId: answered } : {}),
    ...(locale === undefined ? {} : { locale }),
  };
}

const E164 = /^\+[1-9]\d{6,14}$/u;

/** Carriers write numbers in E.164; spaces and a `00` are no other number. Anything else is a sender's own name. */
function spelled(number: string): string {
  const bare = number.replaceAll(/[\s().-]/gu, '').replace(/^00/u, '+');
  return E164.test(bare) ? bare : number.trim();
}

/** Lone surrogates and NUL are kept as the sign for what could not be read. */
export const readable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

export function languageOf(text: string): Locale | undefined {
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  return /[a-z]{2,}/iu.test(text) ? 'en' : undefined;
}
