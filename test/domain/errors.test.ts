import { expect, test } from 'vitest';
import { FAULTS, Fault, isFault } from '#domain/errors.ts';

test('writes every fault code as area.kebab-case', () => {
  for (const code of Object.keys(FAULTS)) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/u);
});

test('gives every fault a heading of its own', () => {
  const anchors = Object.keys(FAULTS).map((code) => code.replaceAll('.', ''));

  expect(new Set(anchors).size).toBe(anchors.length);
});

test('carries retry class, facts and cause, and says them without a text of its own', () => {
  const cause = new Error('inner');

  const fault = new Fault('store.conflict', { facts: { tries: 5 }, cause });

  expect(fault).toMatchObject({ name: 'Fault', code: 'store.conflict', retry: 'later', status: 503, cause });
  expect(fault.message).toBe('store.conflict: tries 5');
  expect(new Fault('request.not-json').message).toBe('request.not-json');
});

test('is found by area, by code, or as such; other errors are not', () => {
  const fault: unknown = new Fault('store.conflict', { facts: { tries: 5 } });

  expect(isFault(fault)).toBe(true);
  expect(isFault(fault, 'store.')).toBe(true);
  expect(isFault(fault, 'store.conflict')).toBe(true);
  expect(isFault(fault, 'crypto.')).toBe(false);
  expect(isFault(new Error('store.conflict'), 'store.')).toBe(false);
});
