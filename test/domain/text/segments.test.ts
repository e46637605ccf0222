import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf } from '#domain/text/segments.ts';

test('160 characters of the GSM alphabet are one part, 161 are two of 153', () => {
  expect(segmentsOf('a'.repeat(160))).toEqual({ encoding: 'GSM-7', units: 160, parts: 1 });
  expect(segmentsOf('a'.repeat(161)).parts).toBe(2);
  expect(segmentsOf('a'.repeat(306)).parts).toBe(2);
  expect(segmentsOf('a'.repeat(307)).parts).toBe(3);
});

test('one character outside the alphabet makes the whole text UCS-2: 70, then 67 a part', () => {
  expect(segmentsOf(`${'a'.repeat(69)}李`)).toEqual({ encoding: 'UCS-2', units: 70, parts: 1 });
  expect(segmentsOf(`${'a'.repeat(70)}李`).parts).toBe(2);
  expect(segmentsOf('李'.repeat(134)).parts).toBe(2);
  expect(segmentsOf('李'.repeat(135)).parts).toBe(3);
});

test.each(['^', '{', '}', '\\', '[', '~', ']', '|', '€'])(
  '%s of the extension table costs two septets',
  (character) => {
    expect(segmentsOf(character)).toEqual({ encoding: 'GSM-7', units: 2, parts: 1 });
  },
);

test.each(['ç', '`', '‘', '–', '，', '😀'])('%s is not in the GSM alphabet', (character) => {
  expect(segmentsOf(character).encoding).toBe('UCS-2');
});

test.each(['@', '£', 'é', 'Ç', 'Δ', 'ß', '¡', 'ñ', 'à', '\n'])('%s is in the GSM alphabet', (character) => {
  expect(segmentsOf(character)).toEqual({ encoding: 'GSM-7', units: 1, parts: 1 });
});

test('no escape pair and no surrogate pair is split between two parts', () => {
  expect(segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(152)}`).parts).toBe(3);
  expect(segmentsOf(`${'李'.repeat(66)}😀${'李'.repeat(66)}`).parts).toBe(3);
});

test('a longer text never takes fewer parts', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 20 }), (text, more) => {
      expect(segmentsOf(text + more).parts).toBeGreaterThanOrEqual(segmentsOf(text).parts);
    }),
  );
});
