import * as v from 'valibot';
import type { ContactPoint, Holder } from '#domain/contact/point.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { Fault } from '#domain/errors.ts';
import type { PointId } from '#domain/ids.ts';
import { Phone } from '../../../intake/fields.contract.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { door } from '../../request/operation.ts';
import { type Answer, ok } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { LookupShape } from '../../shapes/lookup.ts';
import { standing } from '../../views/point-view.ts';
import { timeIf } from '../../views/shown.ts';

const TRIES = 3;

export const lookUp = door({
  summary: {
    en: 'Whose number is this; who looked is on the number’s own record, also when nobody has it',
    zh: '查询号码归属;无论是否查到,查询人都会记录在该号码名下',
  },
  query: NoQuery,
  body: v.strictObject({ phone: Phone }),
  answer: LookupShape,
  problems: [],
  run: async ({ caller, body }, needs): Promise<Answer> => {
    // As the registry reads a number; one that rings nowhere is looked for as it stands.
    const readPhone = await needs.phones();
    const id = await needs.pointOf(readPhone(body.phone)?.e164 ?? body.phone);
    const point = await noteLookup(id, caller.staff, needs);
    const holders = await Promise.all((point?.holders ?? []).map((holder) => holderView(holder, needs)));
    return ok({ holders, ...standing(point) });
  },
});

/** The note is written first; the point is answered as it was read with it. */
async function noteLookup(
  id: PointId,
  staff: string,
  needs: Pick<ConsoleNeeds, 'points' | 'notePoint' | 'now'>,
): Promise<ContactPoint | undefined> {
  const entry: EntryDraft = {
    type: 'point.looked-up',
    actor: { kind: 'staff', id: staff },
    at: needs.now(),
    facts: {},
    effects: [],
  };
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const point = await needs.points.load(id);
    if ((await needs.notePoint({ id, before: point }, entry)) === 'committed') return point?.state;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

async function holderView(
  { kind, customerId, contactId, verifiedAt }: Holder,
  needs: Pick<ConsoleNeeds, 'people'>,
): Promise<LookupShape['holders'][number]> {
  const person = await needs.people.load(customerId);
  const contact = person?.contacts.find((one) => one.contactId === contactId);
  const name = kind === 'customer' ? person?.customer.state.name : contact?.name;
  return {
    kind,
    customerId,
    contactId,
    name: name?.reveal(),
    relation: contact?.relation,
    verifiedAt: timeIf(verifiedAt),
  };
}
