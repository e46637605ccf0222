import * as v from 'valibot';
import type { Quarantined } from '#store/received/quarantine-store.ts';
import { cursorOf, readCursor } from '../../request/cursor.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { limitOf, NoBody, NoQuery, PAGING, pageOf } from '../../shapes/basics.ts';
import { QuarantinedShape } from '../../shapes/operations.ts';
import { time } from '../../views/shown.ts';

export const listQuarantine = door({
  summary: { en: 'Messages that could not be applied, newest first', zh: '无法处理而被隔离的消息,最新在前' },
  query: v.strictObject(PAGING),
  body: NoBody,
  answer: pageOf(QuarantinedShape),
  problems: ['request.cursor-invalid'],
  run: async ({ query }, needs): Promise<Answer> => {
    const begin = readCursor(query.cursor, needs.positions.quarantine);
    if ('problem' in begin) return begin;
    const before = begin.after === undefined ? {} : { before: begin.after };
    const { items, next } = await needs.quarantine.page({ now: needs.now(), limit: limitOf(query), ...before });
    return ok({ items: items.map(quarantinedView), ...(next === undefined ? {} : { cursor: cursorOf(next) }) });
  },
});

const Kept = v.object({ id: v.string(), state: v.picklist(['replaying', 'discarded']) });

export const replayQuarantined = door({
  summary: {
    en: 'Asks for a message to be applied again, as whoever sent it first; what succeeds leaves quarantine',
    zh: '以原发送方身份重新处理一条被隔离的消息;成功后移出隔离区',
  },
  query: NoQuery,
  body: NoBody,
  answer: Kept,
  statuses: [202],
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs): Promise<Answer> => {
    const kept = await needs.quarantine.get(path['id'] ?? '');
    if (kept === undefined) return notFound;
    await needs.replay({ replay: kept.id });
    needs.log.info('quarantined message replayed', { messageId: kept.id, staffId: caller.staff });
    return { status: 202, body: { id: kept.id, state: 'replaying' } };
  },
});

export const discardQuarantined = door({
  summary: { en: 'Takes a message out of quarantine for good', zh: '永久移除一条被隔离的消息' },
  query: NoQuery,
  body: NoBody,
  answer: Kept,
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs): Promise<Answer> => {
    const id = path['id'] ?? '';
    if (!(await needs.quarantine.remove(id))) return notFound;
    needs.log.info('quarantined message discarded', { messageId: id, staffId: caller.staff });
    return ok({ id, state: 'discarded' });
  },
});

function quarantinedView({ id, at, code, issues, door: by, senderId, body }: Quarantined): QuarantinedShape {
  const told = issues.map(({ pointer, message }) => ({ pointer, detail: message }));
  return { id, at: time(at), code, issues: told, door: by, senderId, event: calledItself(body) };
}

/** Names of an event are printable and short; anything else that stands there is not shown. */
const Mark = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/u))), undefined);
const Names = v.object({ source: Mark, id: Mark, type: Mark });
/** The bus wraps an event into its own envelope. */
const Wrapped = v.object({ detail: Names });

function calledItself(body: string): v.InferOutput<typeof Names> {
  const value = jsonOf(body);
  const wrapped = v.safeParse(Wrapped, value);
  if (wrapped.success) return wrapped.output.detail;
  const plain = v.safeParse(Names, value);
  return plain.success ? plain.output : { source: undefined, id: undefined, type: undefined };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
