import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { BankEvent } from '../../functions/intake/events.contract.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Every JSON block of a document, parsed. */
const blocksOf = (path: string): unknown[] =>
  [...read(path).matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']): unknown => JSON.parse(text));

test.each(globSync('docs/examples/*.json', { cwd: root.pathname }))(
  '%s holds events that the contract takes',
  (path) => {
    const events: unknown = JSON.parse(read(path));

    const parsed = v.safeParse(v.array(BankEvent), events);

    expect(parsed.issues).toBeUndefined();
  },
);

test('the event of the message contracts is one that the contract takes', () => {
  const [event] = blocksOf('docs/message-contracts.md');

  expect(v.safeParse(BankEvent, event).issues).toBeUndefined();
});

test('every JSON block of every document is JSON', () => {
  const documents = globSync('{*.md,docs/**/*.md}', { cwd: root.pathname });

  expect(documents.flatMap(blocksOf).length).toBeGreaterThan(4);
});
