import * as v from 'valibot';
import { door } from '../../request/operation.ts';
import { type Answer, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';

export const getHealth = door({
  summary: { en: 'Up, and in which version', zh: '是否在线及版本' },
  query: NoQuery,
  body: NoBody,
  answer: v.object({ status: v.literal('up'), version: v.string() }),
  problems: [],
  run: (_ask, { version }): Promise<Answer> => Promise.resolve(ok({ status: 'up', version })),
});
