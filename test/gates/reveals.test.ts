import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { sensitive } from '#domain/sensitive.ts';
import { filesOf, type SourceFile } from '../../tools/checks/tree.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where a personal value may leave its type, and for what. */
const PLACES: readonly RegExp[] = [
  // Sealed, or looked up by its keyed hash.
  /^functions\/store\/(codecs|people)\//u,
  /^functions\/replies\/(write|decide\/complaints|hear\/gather)\.ts$/u,
  /^functions\/dispatch\/(live|turn\/claim|answers\/send-answer)\.ts$/u,
  // Compared with what was told before.
  /^functions\/domain\/customer\/(registry|emergency-contact)\.ts$/u,
  // Made into a text, and handed to its reader.
  /^functions\/domain\/text\//u,
  /^functions\/dispatch\/turn\/draft-text\.ts$/u,
  /^functions\/channels\/(sms|mail|push)\.ts$/u,
  // Shown to staff who may see it.
  /^functions\/console\/(views\/|live-calls\.ts|moves\/(live-calls|task-words)\.ts|operations\/(casework\/dial|registry\/lookup)\.ts)/u,
];

const elsewhere = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    /\.reveal\(\)/u.test(text) && !PLACES.some((place) => place.test(path)) ? [path] : [],
  );

test('a personal value is unwrapped only where it is sealed, compared, sent or shown', async () => {
  expect(elsewhere(await filesOf(root, /^(functions|lib)\/.*\.ts$/u))).toEqual([]);
});

test('a file that unwraps one elsewhere is found', () => {
  const planted = { path: 'functions/runtime/log.ts', text: 'log.info(customer.name.reveal())' };

  expect(elsewhere([planted, { path: 'functions/channels/sms.ts', text: planted.text }])).toEqual([planted.path]);
});

test('wherever it becomes a text it says nothing', () => {
  const name = sensitive('甄金雀');

  expect([
    String(name),
    name.toString(),
    JSON.stringify({ name }),
    inspect({ name }),
    inspect(name, { showHidden: true }),
  ]).toEqual(['***', '***', '{"name":"***"}', '{ name: *** }', '***']);
});
