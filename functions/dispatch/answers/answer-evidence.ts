import type { Attempt, Case } from '#domain/case/case.ts';
import type { People } from '#domain/case/plan-turn.ts';
import { ended } from '#domain/case/transition.ts';
import { hasNewerHolder } from '#domain/contact/gate/address.ts';
import type { AnswerEvidence } from '#domain/contact/gate/answer.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Address } from '#domain/customer/customer.ts';

/** The number in clear, from whoever of this case holds it. */
export function addressAt(id: string, { customer, contacts }: People): Address | undefined {
  const all = [...(customer?.phones ?? []), ...contacts.flatMap((contact) => contact.phone ?? [])];
  return all.find((one) => one.point === id);
}

type About = {
  readonly of: Case;
  readonly attempt: Attempt;
  readonly point: ContactPoint;
  readonly address: Address | undefined;
  readonly people: People;
};

/** What is known of the case and the number when an answer is about to go. */
export const evidenceOf = ({ of, attempt, point, address, people }: About): Omit<AnswerEvidence, 'smsOn'> => ({
  template: attempt.step,
  inboundAt: attempt.at,
  point,
  isOver: ended(of),
  newerHolder: hasNewerHolder(point, { customerId: of.customerId, verifiedAt: address?.verifiedAt }),
  deceased: people.customer?.flags.includes('deceased') === true,
});
