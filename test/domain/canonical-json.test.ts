import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical-json.ts';
import { isFault } from '#domain/errors.ts';

/** Source: RFC 8785 §3.2.2 and §3.2.3, the examples of the standard. */
test('prints the example of RFC 8785 §3.2.2 byte for byte', () => {
  const example = {
    // oxlint-disable-next-line no-loss-of-precision -- the example stands so in the standard, to be rounded
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };

  expect(canonicalJson(example)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('sorts members by UTF-16 code units as RFC 8785 §3.2.3 shows', () => {
  const example = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };

  expect(Object.values(JSON.parse(canonicalJson(example)) as Record<string, string>)).toEqual([
    // JavaScript moves integer-like names to the front when it parses; in the text it stands second.
    'One',
    'Carriage Return',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
  expect(canonicalJson(example)).toMatch(/^\{"\\r":"Carriage Return","1":"One",/u);
});

/** Source: RFC 8785 appendix B. */
test.each([
  [0, '0'],
  [-0, '0'],
  [5e-324, '5e-324'],
  [-1.7976931348623157e308, '-1.7976931348623157e+308'],
  [9007199254740992, '9007199254740992'],
  [295147905179352830000, '295147905179352830000'],
  [9.999999999999997e22, '9.999999999999997e+22'],
  [1e23, '1e+23'],
  [1.0000000000000001e23, '1.0000000000000001e+23'],
  [333333333.3333332, '333333333.3333332'],
])('prints the number %s of appendix B as %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const looped: unknown[] = [];
looped.push(looped);

test.each([
  ['not a number', { a: Number.NaN }, '/a', 'NaN'],
  ['an infinity', [1, Number.POSITIVE_INFINITY], '/1', 'Infinity'],
  ['a missing value', { a: { b: undefined } }, '/a/b', 'undefined'],
  ['a hole in a list', Object.assign([], { length: 1 }), '/0', 'undefined'],
  ['a lone surrogate in a text', { a: '\ud800' }, '/a', 'lone surrogate'],
  ['a lone surrogate in a name', { 'x\udc00/~': 1 }, '/x\ufffd~1~0', 'lone surrogate'],
  ['a big integer', { a: 1n }, '/a', 'bigint'],
  ['a function', { a: () => 1 }, '/a', 'function'],
  ['a date', { at: new Date(0) }, '/at', 'object that is no plain data'],
  ['bytes', { b: new Uint8Array(1) }, '/b', 'object that is no plain data'],
  ['a cycle', cyclic, '/self', 'cycle'],
  ['a cycle through a list', [[looped]], '/0/0/0', 'cycle'],
])('refuses %s, names its place and what stands there', (_, value, pointer, got) => {
  const error = raised(() => canonicalJson(value));

  expect(isFault(error, 'text.not-canonical') && error.facts).toEqual({ pointer, got });
});

test('reads back as the same value, and equal values give equal text whatever their order', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = canonicalJson(value);

      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

test('an object without a prototype is plain data, and nothing is null', () => {
  expect(canonicalJson(Object.assign(Object.create(null), { b: null, a: true }))).toBe('{"a":true,"b":null}');
});

test('takes the same object twice side by side: only a cycle is refused', () => {
  const shared = { a: 1 };

  expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [name, reversed(member)]);
  return Object.fromEntries(members.toReversed());
}

function raised(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
