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

/** Who is on record: nobody else counts, and finishing what was cut short does not. */
async function isThere({ customerId, contactId }: Subject, { people }: PrivacyNeeds): Promise<boolean> {
  const person = await people.load(customerId);
  return contactId === undefined
    ? person !== undefined
    : person?.contacts.some((one) => one.contactId === contactId && one.removed !== true) === true;
}

const tooMany = refuse(
  'subject.needs-approval',
  'got more persons in a day than one may erase alone, expected an order that somebody else approves (POST /v1/erasures)',
);

const erasing = (summary: Door['summary']): Door<PrivacyNeeds> =>
  door({
    summary,
    query: NoQuery,
    body: OrderBody,
    answer: ErasedShape,
    problems: ['request.not-found', 'subject.held', 'subject.needs-approval'],
    run: async ({ caller, path, body }, needs: PrivacyNeeds): Promise<Answer> => {
      const subject = subjectOf(path);
      if ((await isThere(subject, needs)) && !(await needs.countAlone(caller.staff, 1))) return tooMany;
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
