import fc from 'fast-check';
import type { ContactAbout } from '#domain/case/contacts/about.ts';
import { FURTHER_ROUTES } from '#domain/complaint/clocks/policy.ts';
import { DECISIONS } from '#domain/complaint/complaint.ts';
import { type Counter, OFFER_STATES, type Offer, type OfferTerms } from '#domain/complaint/offer.ts';
import { ROLES } from '#domain/words.ts';
import { anyOf } from './fields.ts';

export const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
export const money = fc.record({ minor: fc.maxSafeNat(), currency: fc.constantFrom('CNY', 'USD') });
const date = fc.constantFrom('2026-07-01', '2027-12-31');
const name = fc.stringMatching(/^[\w.-]{1,20}$/u);

/** Terms of every kind. */
export const anyTerms: fc.Arbitrary<OfferTerms> = fc.oneof(
  anyOf<Extract<OfferTerms, { kind: 'instalments' }>>(
    {
      kind: fc.constant('instalments'),
      count: fc.integer({ min: 1, max: 360 }),
      amount: money,
      firstOn: date,
      waive: money,
    },
    ['kind', 'count', 'amount'],
  ),
  fc.record({ kind: fc.constant('deferral'), until: date }),
  fc.record({ kind: fc.constant('rate'), rate: fc.constantFrom('4.35', '12') }),
  fc.record({ kind: fc.constant('term'), months: fc.integer({ min: 1, max: 360 }) }),
  fc.record({ kind: fc.constant('waiver'), fees: fc.array(fc.record({ name, amount: money }), { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('goodwill'), amount: money }),
);

const anyCounter = anyOf<Counter>(
  { amount: money, each: fc.constant(true), count: fc.nat({ max: 99 }), until: date, seq: fc.nat({ max: 999 }) },
  ['seq'],
);

/** Any offer of a complaint. */
export const anyOffer = anyOf<Offer>(
  {
    id: name,
    state: fc.constantFrom(...OFFER_STATES),
    terms: anyTerms,
    madeBy: name,
    madeByRole: fc.constantFrom(...ROLES),
    madeAt: moment,
    expiresAt: moment,
    approvedBy: name,
    caseId: name,
    accountId: name,
    counter: anyCounter,
    taskId: name,
    reason: anyOf<NonNullable<Offer['reason']>>({ code: name, sequence: fc.maxSafeNat() }, ['code']),
  },
  ['id', 'state', 'terms', 'madeBy', 'madeByRole', 'madeAt', 'expiresAt'],
);

/** What a contact of a complaint may be about. */
export const anyAbout: fc.Arbitrary<ContactAbout> = fc.oneof(
  fc.constantFrom<ContactAbout>({ what: 'acknowledged' }, { what: 'mediation-ended' }, { what: 'follow-up' }),
  fc.record({ what: fc.constant('offer'), offerId: name, terms: anyTerms, expiresAt: moment }),
  fc.record({
    what: fc.constant('decided'),
    decision: fc.constantFrom(...DECISIONS),
    routes: fc.subarray([...FURTHER_ROUTES]),
    answer: fc.nat({ max: 999 }),
  }),
  fc.record({ what: fc.constant('agreed'), offerId: name, terms: anyTerms }),
  fc.record({ what: fc.constant('extended'), dueAt: moment }),
  fc.record({ what: fc.constant('contact'), contactId: name }),
);
