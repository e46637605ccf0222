import { type Ask, type Door, door } from '../../request/operation.ts';
import { type Answer, notFound, ok, refuse } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { ErasedShape, OrderBody } from '../../shapes/subjects/subject.ts';
import { erase } from '../../subjects/erase.ts';
import type { PrivacyNeeds } from '../../subjects/ports.ts';
import type { Subject } from '../../subjects/record.ts';
import { holdView } from '../../views/hold-view.ts';
import { time } from '../../views/shown.ts';

export const subjectOf = ({ customerId = '', contactId }: Ask['path']): Subject => ({ customerId, contactId });

const erasing = (summary: Door['summary']): Door<PrivacyNeeds> =>
  door({
    summary,
    query: NoQuery,
    body: OrderBody,
    answer: ErasedShape,
    problems: ['request.not-found', 'subject.held'],
    run: async ({ caller, path, body }, needs: PrivacyNeeds): Promise<Answer> => {
      const subject = subjectOf(path);
      const result = await erase(subject, { by: caller.staff, reason: body.reason }, needs);
      switch (result.kind) {
        case 'unknown':
          return notFound;
        case 'held':
          return refuse('subject.held', `got ${result.holds.length} reason(s) to keep them on record, expected none`, {
            holds: result.holds.map(holdView),
          });
        case 'erased': {
          const { at, cases, numbers, optOuts } = result;
          return ok({ ...subject, state: 'ERASED', erasedAt: time(at), cases, numbers, optOuts });
        }
      }
    },
  });

export const eraseCustomer = erasing({
  en: 'Erases a customer and everybody they named; asked again it finishes what was cut short',
  zh: '抹除一位客户及其紧急联系人的个人信息;重复请求会补完中断的步骤',
});

export const eraseContact = erasing({
  en: 'Erases an emergency contact; the customer stays',
  zh: '抹除一位紧急联系人的个人信息,客户资料保留',
});
