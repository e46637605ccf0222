import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openedNumber, sealedNumber } from '#domain/contact/point.ts';
import { DAY } from '#domain/time.ts';
import { binary, number, text } from '#store/attributes.ts';
import { countersItem, fromItem, toItem } from '#store/codecs/point.ts';
import { snapshotKey } from '#store/keys.ts';
import { NOON } from '../support/cases.ts';
import { anyPoint, POINT, pointOfNumber, question } from '../support/points.ts';
import { itemSize } from '../support/table/item-size.ts';

const key = snapshotKey('point', POINT);
const stored = (point: ReturnType<typeof pointOfNumber>) => ({
  ...toItem(point),
  pk: text(key.pk),
  sk: text(key.sk),
  v: number(point.version),
});

test('a contact point read back is the one that was written', () => {
  fc.assert(
    fc.property(anyPoint, (point) => {
      expect(fromItem(stored(point))).toEqual(point);
    }),
  );
});

const caseIdOf = (index: number): string => 'abcdefghijklmnopqrs'.concat('abcdefghijklmnop'.charAt(index));

test('a contact point with everything on it still costs one write unit', () => {
  const eight = Array.from({ length: 8 }, (_, index) => index);
  const full = pointOfNumber({
    version: 9_999,
    revision: 99_999,
    holders: eight.slice(0, 4).map((index) => ({
      kind: 'contact',
      customerId: `customer-${index}-0000000`,
      contactId: `contact-${index}`,
      verifiedAt: NOON,
    })),
    optOut: { at: NOON, purposes: 'all', seq: 12 },
    quarantine: { at: NOON, reason: 'wrong-person' },
    suspect: { at: NOON, reason: 'unreachable' },
    questions: eight.map((index) => question({ caseId: caseIdOf(index), contactId: 'contact-1' })),
    sends: eight.map((index) => NOON + index),
    dials: eight.map((index) => NOON - (8 - index) * DAY),
    tokens: { since: NOON, current: new Uint8Array(14).fill(255), previous: new Uint8Array(14).fill(255) },
    recent: eight.map((index) => ({ caseId: caseIdOf(index + 8), attempt: 16 })),
    answers: { unanswered: 5, neutralAt: NOON, lastAt: NOON },
    locale: 'zh-CN',
    key: new Uint8Array(65),
    pending: { template: 'answer.neutral', at: NOON, seq: 9_999 },
  });
  const written = { ...stored(full), hd: binary(new Uint8Array(32)), fe: binary(new Uint8Array(8)) };

  expect(itemSize(written)).toBeLessThanOrEqual(1_024);
  expect(fromItem(written).recent).toEqual(full.recent.slice(-fromItem(written).recent.length));
  expect(fromItem(written).questions).toEqual(full.questions);
  expect(fromItem(written).dials).toEqual(full.dials);
});

test('the newest sends stay when not all of them fit', () => {
  const long = pointOfNumber({
    recent: Array.from({ length: 8 }, (_, index) => ({ caseId: `c${index}${'x'.repeat(90)}`, attempt: 1 })),
  });
  const kept = fromItem(stored(long)).recent;

  expect(kept.length).toBeLessThan(8);
  expect(kept.at(-1)?.caseId).toMatch(/^c7/u);
});

test('counters that were written before questions told their first text stay readable', () => {
  const before =
    'AgIDAGMxAwBjMgIAAmsxAgI0SwABAAAAAICC1tnoMwCAuJkpAjdNAQEAAQEAgILW2egzAIC4mSkBAAIADgAAAAAAAAAAAAAAAAAADgAAAAAAAAAAAAAAAAAAAAAAAAAAAA==';

  expect(fromItem({ ...stored(pointOfNumber()), c: binary(Buffer.from(before, 'base64')) })).toMatchObject({
    questions: [
      question({ caseId: 'c1' }),
      question({ token: '7M', caseId: 'c2', contactId: 'k1', audience: 'contact' }),
    ],
    recent: [{ caseId: 'c1', attempt: 2 }],
  });
});

test('refuses a form of the counters it does not know', () => {
  expect(() => fromItem({ ...stored(pointOfNumber()), c: binary(Uint8Array.of(9)) })).toThrow('schema: got 9');
});

test('the number and the words that came from it are kept together and told apart', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\+[1-9]\d{6,14}$/u),
      fc.option(fc.string(), { nil: undefined }),
      (number_, words) => {
        const given = { number: number_, ...(words === undefined ? {} : { text: words }) };

        expect(openedNumber(sealedNumber(given))).toEqual(given);
      },
    ),
  );
});

test('counters of the first form are read without the ids of messages that stood beside their texts', () => {
  const of = pointOfNumber({ recent: [{ caseId: 'c0', attempt: 1 }], questions: [], sends: [NOON] });
  const packed = countersItem(of)['c']?.B ?? new Uint8Array();
  // Schema, one case id of 3 bytes, one empty contact list, no question, one text: its case, its attempt.
  const after = packed.indexOf(1, 7) + 3;
  const first = Uint8Array.of(1, ...packed.slice(1, after), 2, 2, 0x6d, 0x31, ...packed.slice(after));

  expect(fromItem({ ...stored(of), c: binary(first) })).toEqual(fromItem(stored(of)));
});
