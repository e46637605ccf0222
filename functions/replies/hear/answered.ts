import { sentAs } from '#domain/contact/message-mark.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Sent } from '#domain/reply/correlate.ts';
import type { Message, ReplyNeeds } from '../ports.ts';

/** The text that the message answers, where the carrier names it and it went to this number lately. */
export async function answeredText(
  { answeredMessageId: messageId, point }: Message,
  { recent }: ContactPoint,
  { store }: ReplyNeeds,
): Promise<{ readonly answered?: Sent }> {
  if (messageId === undefined || recent.length === 0) return {};
  const cases = await store.cases.loadAll([...new Set(recent.map(({ caseId }) => caseId))]);
  const answered = sentAs(
    cases.flatMap((stored) => stored?.state ?? []),
    { point, messageId },
  );
  return answered === undefined ? {} : { answered };
}
