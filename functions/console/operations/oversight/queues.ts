import type { ConsoleNeeds } from '../../ports.ts';
import { door } from '../../request/operation.ts';
import { type Answer, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { PausesShape, PurposeBody, QueuesShape } from '../../shapes/operations.ts';
import { time } from '../../views/shown.ts';

export const listQueues = door({
  summary: {
    en: 'What waits in every queue of the deployment, and what nobody has acted on',
    zh: '部署中各队列的待处理消息数和死信数',
  },
  query: NoQuery,
  body: NoBody,
  answer: QueuesShape,
  problems: [],
  run: async (_ask, needs): Promise<Answer> => {
    const items = await Promise.all(
      needs.queues.map(async ({ name, url, deadLetters }) => {
        const [waits, dead] = await Promise.all([needs.depth(url), needs.depth(deadLetters)]);
        return {
          name,
          waiting: waits.visible,
          inFlight: waits.inFlight,
          delayed: waits.delayed,
          deadLetters: dead.visible + dead.inFlight,
        };
      }),
    );
    return ok({ items, budget: await needs.budget() });
  },
});

export const pausePurpose = door({
  summary: {
    en: 'Contacts nobody for a purpose until it is resumed; within two seconds everywhere',
    zh: '暂停某一目的的全部触达,直至恢复;两秒内全面生效',
  },
  query: NoQuery,
  body: PurposeBody,
  answer: PausesShape,
  problems: [],
  run: async ({ caller, body: { purpose } }, needs): Promise<Answer> => {
    await needs.pauses.pause({ purpose, at: needs.now(), by: caller.staff });
    needs.log.info('purpose paused', { purpose, staffId: caller.staff });
    return standing(needs);
  },
});

export const resumePurpose = door({
  summary: {
    en: 'Lets a paused purpose go on; what was held for it is asked again when its recheck is due',
    zh: '恢复被暂停的目的;被暂停的案件到复核时间后重新判断',
  },
  query: NoQuery,
  body: PurposeBody,
  answer: PausesShape,
  problems: [],
  run: async ({ caller, body: { purpose } }, needs): Promise<Answer> => {
    await needs.pauses.resume(purpose);
    needs.log.info('purpose resumed', { purpose, staffId: caller.staff });
    return standing(needs);
  },
});

const standing = async ({ pauses }: Pick<ConsoleNeeds, 'pauses'>): Promise<Answer> =>
  ok({ paused: (await pauses.all()).map(({ at, ...pause }) => ({ ...pause, at: time(at) })) });
