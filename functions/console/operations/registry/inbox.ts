import * as v from 'valibot';
import { pointId } from '#domain/ids.ts';
import { noteRead, noteReadOfNumber } from '../../moves/reads.ts';
import { cursorOf, readCursor } from '../../request/cursor.ts';
import { door } from '../../request/operation.ts';
import { type Answer, ok } from '../../request/problems.ts';
import { limitOf, NoBody, PAGING, pageOf } from '../../shapes/basics.ts';
import { InboxShape } from '../../shapes/inbox.ts';
import { time } from '../../views/shown.ts';

/** The name under which reading the inbox stands on the record of a customer, or of a number that is nobody's. */
const INBOX = 'inbox';
const SHOWN_DIGITS = 4;

const masked = (number: string): string =>
  `${'*'.repeat(Math.max(0, number.length - SHOWN_DIGITS))}${number.slice(-SHOWN_DIGITS)}`;

export const listInbox = door({
  summary: {
    en: 'Texts that matched nothing, newest first; who reads them is recorded, on the customer or on the number',
    zh: '未能匹配的来信(最新在前);阅读会在客户或号码名下留痕',
  },
  query: v.strictObject(PAGING),
  body: NoBody,
  answer: pageOf(InboxShape),
  problems: ['request.cursor-invalid'],
  run: async ({ caller, query }, needs): Promise<Answer> => {
    const begin = readCursor(query.cursor, needs.positions.inbox);
    if ('problem' in begin) return begin;
    const before = begin.after === undefined ? {} : { before: begin.after };
    const { messages, next } = await needs.inbox.page({ now: needs.now(), limit: limitOf(query), ...before });
    const customers = [...new Set(messages.flatMap(({ customerId }) => customerId ?? []))];
    for (const customerId of customers) await noteRead({ customerId, of: INBOX, staff: caller.staff }, needs);
    const numbers = new Set(messages.flatMap(({ customerId, point }) => (customerId === undefined ? point : [])));
    for (const point of numbers)
      await noteReadOfNumber({ point: pointId(point), of: INBOX, staff: caller.staff }, needs);
    const items = messages.map(({ id, from, at, text, customerId, matchedContactId }) => ({
      id,
      from: masked(from),
      at: time(at),
      text,
      customerId,
      matchedContactId,
    }));
    return ok({ items, ...(next === undefined ? {} : { cursor: cursorOf(next) }) });
  },
});
