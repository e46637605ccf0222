import fc from 'fast-check';
import type { ContactPoint, OpenQuestion } from '#domain/contact/point.ts';
import { pointId } from '#domain/ids.ts';
import { HOUR } from '#domain/time.ts';
import { PURPOSES } from '#domain/words.ts';
import { unknownPoint } from '#store/point-store.ts';
import { NOON } from './cases.ts';

export const POINT = pointId('p'.repeat(22));

export const pointOfNumber = (change: Partial<ContactPoint> = {}): ContactPoint => ({
  ...unknownPoint(POINT).state,
  ...change,
});

export const question = (change: Partial<OpenQuestion> = {}): OpenQuestion => ({
  token: '4K',
  caseId: 'c1',
  attempt: 1,
  purpose: 'fraud_security',
  audience: 'customer',
  askedAt: NOON,
  until: NOON + 24 * HOUR,
  ...change,
});

const caseIds = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'.split('')),
  minLength: 20,
  maxLength: 20,
});
const ids = fc.oneof(caseIds, fc.stringMatching(/^[\w.:-]{1,32}$/u));
const moment = fc.integer({ min: 1, max: 4_102_444_800_000 });
const rare = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const questions: fc.Arbitrary<OpenQuestion> = fc
  .record({
    token: fc.constantFrom('4K', '7M', '2A', '9X'),
    caseId: ids,
    attempt: fc.nat(16),
    purpose: fc.constantFrom(...PURPOSES),
    audience: fc.constantFrom('customer' as const, 'contact' as const),
    contactId: rare(ids),
    askedAt: moment,
    lives: fc.integer({ min: 1, max: 30 * 24 * HOUR }),
    again: rare(fc.integer({ min: 1, max: 3 * 24 * HOUR })),
  })
  .map(
    ({ lives, again, ...one }) =>
      ({
        ...one,
        until: one.askedAt + lives,
        ...(again === undefined ? {} : { since: one.askedAt - again }),
      }) as OpenQuestion,
  );

/** Any point that the product may write; what is absent is left out, as the codec leaves it out. */
export const anyPoint: fc.Arbitrary<ContactPoint> = fc
  .record({
    version: fc.nat(1_000),
    revision: fc.nat(1_000),
    holders: fc.array(
      fc.record({
        kind: fc.constantFrom('customer' as const, 'contact' as const),
        customerId: ids,
        contactId: rare(ids),
        verifiedAt: rare(moment),
      }),
      { maxLength: 4 },
    ),
    optOut: rare(fc.record({ at: moment, purposes: fc.constant('all' as const), seq: fc.nat(99) })),
    quarantine: rare(fc.record({ at: moment, reason: fc.constantFrom('wrong-person', 'bounced') })),
    suspect: rare(fc.record({ at: moment, reason: fc.constantFrom('invalid', 'unreachable') })),
    questions: fc.array(questions, { maxLength: 3 }),
    sends: fc.array(moment, { maxLength: 8 }),
    dials: rare(fc.array(moment, { minLength: 1, maxLength: 8 })),
    tokens: fc.record({ since: moment, current: bytes(14), previous: bytes(14) }),
    recent: fc.array(
      fc.record({
        caseId: ids,
        attempt: fc.nat(16),
      }),
      { maxLength: 3 },
    ),
    answers: fc.record({ unanswered: fc.nat(9), neutralAt: rare(moment), lastAt: rare(moment) }),
    locale: rare(fc.constantFrom('zh-CN' as const, 'en' as const)),
    key: rare(bytes(65)),
    pending: rare(fc.record({ template: fc.constant('answer.neutral'), at: moment, seq: fc.nat(99) })),
  })
  .map((point) => JSON.parse(JSON.stringify({ id: POINT, ...point }, keepBytes), restoreBytes) as ContactPoint);

/** A round through JSON drops what is undefined, at every depth. */
const keepBytes = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { $bytes: [...value] } : value;
const restoreBytes = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '$bytes' in value ? Uint8Array.from(value.$bytes as number[]) : value;
