import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { sensitive } from '#domain/sensitive.ts';

test('a personal value shows itself to who asks for it, and three stars wherever it becomes text', () => {
  const name = sensitive('王芳');

  expect(name.reveal()).toBe('王芳');
  expect(String(name)).toBe('***');
  expect(JSON.stringify({ name, list: [name] })).toBe('{"name":"***","list":["***"]}');
  expect(inspect(name)).toBe('***');
  expect(inspect({ name })).toBe('{ name: *** }');
  expect(Object.entries(name)).toEqual([]);
});
