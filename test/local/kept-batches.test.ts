import { expect, test } from 'vitest';
import { chain, GENESIS, toItem } from '../../functions/store/codecs/entry.ts';
import { entriesOfBatch } from '../../tools/running/relay-again.ts';

const entry = chain(
  {
    type: 'case.opened',
    actor: { kind: 'system', name: 'intake' },
    at: 1_780_000_000_000,
    facts: { kind: 'help' },
    effects: [{ do: 'work', lane: 'urgent' }],
  },
  { aggregate: 'CASE#kept', seq: 1, previous: GENESIS },
);

/** Binary values as a stream's event writes them. */
const image = Object.fromEntries(
  Object.entries(toItem(entry)).map(([name, value]) => [
    name,
    value.B === undefined ? value : { B: Buffer.from(value.B).toString('base64') },
  ]),
);

test('a batch that Lambda gave up on is read back entry by entry', () => {
  const Records = [{ eventName: 'INSERT', dynamodb: { Keys: { sk: image['sk'] }, NewImage: image } }];
  const body = JSON.stringify({ version: '1.0', payload: JSON.stringify({ Records }) });

  expect(entriesOfBatch(body)).toEqual([entry]);
  expect(entriesOfBatch(JSON.stringify({ payload: { Records } }))).toEqual([entry]);
});

test('what is no timeline entry in a kept batch has no effects', () => {
  const Records = [{ eventName: 'INSERT', dynamodb: { Keys: { sk: { S: 'SNAPSHOT' } }, NewImage: image } }];

  expect(entriesOfBatch(JSON.stringify({ payload: JSON.stringify({ Records }) }))).toEqual([]);
});
