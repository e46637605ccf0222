import { expect, test } from 'vitest';
import { bundlePrograms } from '../machine/programs.ts';
import { BUGS } from '../planted/bugs.ts';
import { spreadOf } from './figures.ts';
import { countKeys } from './keys-asked.ts';
import { runLoad } from './report.ts';

const MINUTES = 60_000;
const ORDER = { seed: 'load', contacts: 80, workers: 16, partsPerSecond: 20, conflicts: 3 };

test(
  'eighty contacts that fall due in one minute keep the provider, the hours, the caps and the table at their measure',
  async () => {
    const { messages, provider, spread, singles, ...report } = await runLoad(ORDER, await bundlePrograms());

    expect(report.violations).toEqual([]);
    expect(report.capsBroken).toBe(0);
    expect(messages.due + messages.other).toBeLessThanOrEqual(1.2);
    expect(provider.busiestSecond).toBeLessThanOrEqual(ORDER.partsPerSecond);
    expect(provider.refused).toBe(0);
    expect(report.texts).toBeGreaterThan(ORDER.contacts * 0.8);
    expect(report.conflictsMet).toBeGreaterThan(5);
    expect(spread.filter(({ worst }) => worst > 2)).toEqual([]);
    // One partition bears 1,000 writes or 3,000 reads a second.
    expect(Math.max(...singles.map(({ busiestSecond }) => busiestSecond))).toBeLessThan(300);
  },
  5 * MINUTES,
);

const NOBODY = { ask: () => undefined, spare: () => undefined };

test('a key that is asked twice its share is named', () => {
  const counts = new Map([
    ['CUS#u1', 10],
    ['CUS#u2', 10],
    ['CUS#u3', 40],
    ['SYS#pause', 999],
  ]);
  const spread = spreadOf({ ...NOBODY, counts, busiest: counts }, () => 1);

  expect(spread).toEqual([{ kind: 'CUS', keys: 3, requests: 60, worst: 2, worstKey: 'CUS#u3' }]);
});

test('shards share the load of their lane or day, and not that of another', () => {
  const counts = new Map([
    ['SPEND#020607#00', 60],
    ['SPEND#020607#01', 60],
    ['SPEND#020608#00', 2],
    ['due bulk#0', 9],
    ['due urgent#0', 1],
  ]);

  const spread = spreadOf({ ...NOBODY, counts, busiest: counts }, () => 1);

  expect(spread.map(({ kind, keys, worst }) => [kind, keys, worst])).toEqual([
    ['SPEND#020607', 2, 1],
    ['SPEND#020608', 1, 1],
    ['due bulk', 1, 1],
    ['due urgent', 1, 1],
  ]);
});

test('a request that the run itself refused does not count for its key', () => {
  const keys = countKeys(() => 0);
  const call = { by: 'advance-case', service: 'dynamodb', operation: 'GetItem', command: '' } as const;
  const body = JSON.stringify({ Key: { pk: { S: 'PT#1' }, sk: { S: 'SNAPSHOT' } } });

  for (let times = 0; times < 3; times += 1) keys.ask({ ...call, body });
  keys.spare({ ...call, body });

  expect([...keys.counts]).toEqual([['PT#1', 2]]);
});

test(
  'a cap that lets one text more through is counted from the entries',
  async () => {
    const bugs = BUGS.filter(({ name }) => name === 'cap off by one');
    const report = await runLoad({ ...ORDER, contacts: 30 }, await bundlePrograms(bugs));

    expect(bugs).toHaveLength(1);
    expect(report.capsBroken).toBeGreaterThan(0);
  },
  5 * MINUTES,
);
