import * as v from 'valibot';
import { cursorOf, readCursor } from '../../request/cursor.ts';
import { type Door, door } from '../../request/operation.ts';
import { type Answer, ok } from '../../request/problems.ts';
import { limitOf, NoBody, NoQuery, PAGING, pageOf } from '../../shapes/basics.ts';
import { ErasureShape, ReplayedShape } from '../../shapes/subjects/subject.ts';
import { erase } from '../../subjects/erase.ts';
import type { PrivacyNeeds } from '../../subjects/ports.ts';
import { time } from '../../views/shown.ts';

export const listErasures: Door<PrivacyNeeds> = door({
  summary: {
    en: 'Who was erased, when, by whom and why: the list that is kept beside the record',
    zh: '抹除清单:何人、何时、由谁、因何被抹除(独立于主表保存)',
  },
  query: v.strictObject(PAGING),
  body: NoBody,
  answer: pageOf(ErasureShape),
  problems: ['request.cursor-invalid'],
  run: async ({ query }, needs: PrivacyNeeds): Promise<Answer> => {
    const begin = readCursor(query.cursor, needs.positions.erasures);
    if ('problem' in begin) return begin;
    const { erasures, next } = await needs.list.page({ limit: limitOf(query), ...begin });
    return ok({
      items: erasures.map(({ at, ...of }) => ({ ...of, at: time(at) })),
      ...(next === undefined ? {} : { cursor: cursorOf(next) }),
    });
  },
});

/** Lines of one request: each is some ten requests to the table. */
const TOGETHER = 50;

export const replayErasures: Door<PrivacyNeeds> = door({
  summary: {
    en: 'Erases again whom a restored backup brought back, by the list; repeat with the cursor until there is none',
    zh: '恢复备份后按清单重新抹除;按游标重复调用直至完成',
  },
  query: NoQuery,
  body: v.strictObject({ cursor: v.optional(v.pipe(v.string(), v.maxLength(512))) }),
  answer: ReplayedShape,
  problems: ['request.cursor-invalid'],
  run: async ({ body }, needs: PrivacyNeeds): Promise<Answer> => {
    const begin = readCursor(body.cursor, needs.positions.erasures);
    if ('problem' in begin) return begin;
    const { erasures, next } = await needs.list.page({ limit: TOGETHER, ...begin });
    let [erasedAgain, held] = [0, 0];
    for (const { by, reason, at, ...subject } of erasures) {
      const result = await erase(subject, { by, reason, again: true }, needs);
      if (result.kind === 'held') held += 1;
      if (result.kind === 'erased' && result.at !== at) erasedAgain += 1;
    }
    const more = next === undefined ? {} : { cursor: cursorOf(next) };
    return ok({ replayed: erasures.length, erasedAgain, held, ...more });
  },
});
