import * as v from 'valibot';
import { noteRead } from '../../moves/reads.ts';
import { cursorOf, readCursor } from '../../request/cursor.ts';
import { door } from '../../request/operation.ts';
import { type Answer, ok } from '../../request/problems.ts';
import { limitOf, NoBody, PAGING, pageOf } from '../../shapes/basics.ts';
import { InboxShape } from '../../shapes/inbox.ts';
import { time } from '../../views/shown.ts';

/** The name under which reading the inbox stands on a customer's record. */
const INBOX = 'inbox';
const SHOWN_DIGITS = 4;

const masked = (number: string): string =>
  `${'*'.repeat(Math.max(0, number.length - SHOWN_DIGITS))}${number.slice(-SHOWN_DIGITS)}`;

export const listInbox = door({
  summary: {
    en: 'Texts that matched nothing, newest first; reading those of a known customer is recorded',
    zh: '未能匹配的来信(最新在前);阅读已知客户的来信会留痕',
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
