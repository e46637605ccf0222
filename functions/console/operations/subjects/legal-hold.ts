import { type Door, door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { LegalHoldShape, OrderBody } from '../../shapes/subjects/subject.ts';
import { noteOnCustomer } from '../../subjects/note.ts';
import type { PrivacyNeeds } from '../../subjects/ports.ts';

const holding = (held: boolean, summary: Door['summary']): Door<PrivacyNeeds> =>
  door({
    summary,
    query: NoQuery,
    body: OrderBody,
    answer: LegalHoldShape,
    problems: ['request.not-found'],
    run: async ({ caller, path, body }, needs: PrivacyNeeds): Promise<Answer> => {
      const customerId = path['customerId'] ?? '';
      const op = held ? needs.legalHoldPut(customerId, needs.now()) : needs.legalHoldLifted(customerId);
      const noted = await noteOnCustomer(
        {
          customerId,
          type: held ? 'subject.held' : 'subject.released',
          staff: caller.staff,
          facts: {},
          reason: body.reason,
          also: [op],
        },
        needs,
      );
      return noted ? ok({ customerId, held }) : notFound;
    },
  });

export const holdSubject = holding(true, {
  en: 'Keeps a customer’s data by order of a court or of counsel: nobody erases them until it is lifted',
  zh: '依法院或法务要求保全客户数据;解除前任何人不得抹除',
});

export const releaseSubject = holding(false, {
  en: 'Lifts the order to keep a customer’s data',
  zh: '解除客户数据的保全要求',
});
