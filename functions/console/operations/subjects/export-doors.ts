import type * as v from 'valibot';
import type { PersonRecord } from '#store/people/customer-store.ts';
import { type Door, door } from '../../request/operation.ts';
import { type Answer, notFound, ok, refuse } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { ExportBody, ExportedContactShape, ExportedCustomerShape, OrderBody } from '../../shapes/subjects/subject.ts';
import { exportCustomer } from '../../subjects/export.ts';
import { exportContact } from '../../subjects/export-contact.ts';
import { noteOnCustomer } from '../../subjects/note.ts';
import type { PrivacyNeeds } from '../../subjects/ports.ts';
import type { Subject } from '../../subjects/record.ts';
import { subjectOf } from './erase-doors.ts';

type Shape = typeof ExportedCustomerShape | typeof ExportedContactShape;
type Body = { readonly reason: string; readonly accounts?: readonly string[] | undefined };
type Named = {
  readonly summary: Door['summary'];
  readonly answer: Shape;
  readonly body: v.GenericSchema<unknown, Body>;
};

/** Who took what out is on the customer's record before it is told. */
const exporting = ({ summary, answer, body: fits }: Named): Door<PrivacyNeeds> =>
  door({
    summary,
    query: NoQuery,
    body: fits,
    answer,
    problems: ['request.not-found', 'subject.erased'],
    run: async ({ caller, path, body }, needs: PrivacyNeeds): Promise<Answer> => {
      const subject = subjectOf(path);
      const person = await needs.people.load(subject.customerId);
      if (person === undefined) return absent(subject, needs);
      const document = await documentOf(subject, { person, accounts: body.accounts ?? [] }, needs);
      if (document === undefined) return absent(subject, needs);
      const { contactId } = subject;
      const facts = contactId === undefined ? {} : { contactId };
      await noteOnCustomer(
        { customerId: subject.customerId, type: 'subject.exported', staff: caller.staff, facts, reason: body.reason },
        needs,
      );
      return ok(document);
    },
  });

type Of = { readonly person: PersonRecord; readonly accounts: readonly string[] };

async function documentOf({ contactId }: Subject, { person, accounts }: Of, needs: PrivacyNeeds): Promise<unknown> {
  if (contactId === undefined) return exportCustomer(person, accounts, needs);
  const contact = person.contacts.find((one) => one.contactId === contactId);
  const isThere = contact !== undefined && person.contactKeys?.has(contactId) === true;
  return isThere ? exportContact(person, contact, needs) : undefined;
}

async function absent({ customerId, contactId }: Subject, { erased }: PrivacyNeeds): Promise<Answer> {
  const since =
    contactId === undefined ? await erased.customer(customerId) : await erased.contact(customerId, contactId);
  if (since === undefined) return notFound;
  return refuse('subject.erased', 'got somebody who was erased, expected somebody on record');
}

export const exportCustomerDoor = exporting({
  summary: {
    en: 'Everything held about a customer, in one document; who took it and why is recorded',
    zh: '导出系统中关于一位客户的全部信息;导出人与原因会留痕',
  },
  answer: ExportedCustomerShape,
  body: ExportBody,
});

export const exportContactDoor = exporting({
  summary: {
    en: 'Everything held about an emergency contact, in one document; who took it and why is recorded',
    zh: '导出系统中关于一位紧急联系人的全部信息;导出人与原因会留痕',
  },
  answer: ExportedContactShape,
  body: OrderBody,
});
