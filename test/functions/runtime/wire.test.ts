import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { findOddText, MAX_DEPTH, parseJson, parseWith } from '#runtime/wire.ts';

const Customer = v.strictObject({
  id: v.string(),
  phones: v.array(v.strictObject({ number: v.pipe(v.string(), v.regex(/^\+\d{7,15}$/u)) })),
  locale: v.optional(v.picklist(['zh-CN', 'en'])),
});

test('names the place of every fault by JSON pointer and what was expected, never what stood there', () => {
  const parsed = parseWith(Customer, {
    phones: [{ number: '13800138000' }, { number: 7 }],
    locale: 'Wang',
    Name: 'Wang',
  });

  expect(parsed).toEqual({
    ok: false,
    issues: [
      { pointer: '/id', detail: 'missing' },
      { pointer: '/phones/0/number', detail: 'expected /^\\+\\d{7,15}$/u' },
      { pointer: '/phones/1/number', detail: 'got number, expected string' },
      { pointer: '/locale', detail: 'got string, expected ("zh-CN" | "en")' },
      { pointer: '/Name', detail: 'unknown field' },
    ],
  });
});

test('shows no field name that may be a person or a number', () => {
  const parsed = parseWith(Customer, { id: 'a', phones: [], '+8613800138000': 1 });

  expect(parsed).toEqual({ ok: false, issues: [{ pointer: '/?', detail: 'unknown field' }] });
});

test('gives the value when all is well, and tells null from a list from a missing body', () => {
  expect(parseWith(Customer, { id: 'a', phones: [] })).toEqual({ ok: true, value: { id: 'a', phones: [] } });
  expect(parseWith(Customer, null)).toMatchObject({ issues: [{ pointer: '', detail: 'got null, expected Object' }] });
  expect(parseWith(Customer, { id: [], phones: [] })).toMatchObject({
    issues: [{ detail: 'got list, expected string' }],
  });
  expect(parseWith(Customer, undefined)).toMatchObject({ issues: [{ pointer: '', detail: 'missing' }] });
});

test('tells at most twenty faults', () => {
  const parsed = parseWith(
    v.array(v.string()),
    Array.from({ length: 50 }, () => 1),
  );

  expect(parsed.ok ? 0 : parsed.issues.length).toBe(20);
});

test('finds a NUL and a lone surrogate wherever they hide', () => {
  expect(findOddText({ a: [1, { b: 'x\u0000' }] })).toEqual({ kind: 'odd-text', pointer: '/a/1/b' });
  expect(findOddText('\udfff')).toEqual({ kind: 'odd-text', pointer: '' });
  expect(findOddText({ a: { 'x\ud800': 1 } })).toEqual({ kind: 'odd-text', pointer: '/a' });
  expect(findOddText(JSON.parse('{"a":[1e999]}'))).toEqual({ kind: 'odd-text', pointer: '/a/0' });
  expect(findOddText({ a: [null, true, 1, '王😀'] })).toBeUndefined();
});

test('bears nesting of any depth without falling over', () => {
  const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

  expect(findOddText(nested(MAX_DEPTH))).toBeUndefined();
  expect(findOddText(nested(MAX_DEPTH + 2))?.kind).toBe('too-deep');
  expect(findOddText(nested(100_000))?.kind).toBe('too-deep');
});

test('parses every JSON text, and says nothing but "none" about any other', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      const parsed: unknown = JSON.parse(text);

      expect(parseJson(text)).toEqual({ value: parsed });
    }),
  );
  expect(parseJson('{"a":')).toBeUndefined();
});
