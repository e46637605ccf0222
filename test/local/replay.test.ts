import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { BankEvent } from '../../functions/intake/events.contract.ts';
import { readPhone } from '../../functions/runtime/numbering/phone.ts';
import { barOn } from '../../tools/replay/bar.ts';
import { customerEvent, customersOf, testPhone } from '../../tools/replay/customers.ts';
import { deliveriesOf } from '../../tools/replay/deliveries.ts';
import { cloudEventOf, eventsOf } from '../../tools/replay/events.ts';
import { readRows } from '../../tools/replay/records.ts';

const folder = await mkdtemp(join(tmpdir(), 'liaison-replay-'));
afterAll(() => rm(folder, { recursive: true }));

const sim = `event_id,customer_id,account_id,type,time,delivered_at,amount,currency,category,payee_id,lat,lon,channel,detail,is_fraud,kind,should_contact
e1,B00001,620001,transaction.posted,2024-07-01T00:07:28+08:00,2024-07-01T02:00:00+08:00,16.8,CNY,grocery,g1,37.8,112.5,qr,,0,,0
e2,B00001,620001,loan.overdue_flagged,2024-07-04T08:27:22+08:00,2024-07-04T08:27:27+08:00,2634.68,CNY,,,,,,due=2024-07-01,0,overdue_true,1
e3,B00001,620001,loan.repaid,2024-07-02T16:32:17+08:00,2024-07-05T16:32:20+08:00,4683.42,CNY,,,,,,due=2024-07-03,0,,0
e4,B00001,620001,profile.changed,2024-07-03T09:57:26+08:00,2024-07-03T09:57:27+08:00,,,,,,,,email,0,,0
e5,B00002,620002,help.requested,2024-07-03T11:14:13+08:00,2024-07-03T11:14:15+08:00,,,,,,,app,scam_suspected,0,help,1
e6,B00002,620002,contact.delivery_failed,2024-07-03T19:17:53+08:00,2024-07-03T19:17:59+08:00,,,,,,,,blocked,0,unreachable,1
`;
const fdh = `event_id,customer_id,time,amount,payee_id,is_fraud,scenario
fdh-3,A04128,2018-04-01T00:09:29Z,64.49,T08737,0,0
fdh-4,A04128,2018-04-01T00:09:29Z,9,T08737,1,2
`;

async function rowsOf(text: string): ReturnType<typeof readRows> {
  const file = join(folder, 'rows.csv');
  await writeFile(file, text);
  return readRows(file);
}

test('every event of both shapes is one the door knows, and carries no label', async () => {
  const events = [...eventsOf(await rowsOf(sim)), ...eventsOf(await rowsOf(fdh))].map(cloudEventOf);

  expect(events).toHaveLength(8);
  for (const event of events) {
    expect(v.safeParse(BankEvent, event).issues).toBeUndefined();
    expect(JSON.stringify(event)).not.toMatch(/is_fraud|should_contact|scenario|overdue_true/);
  }
});

test('a sequence is the rank by time among what its account sends, whatever is delivered first', async () => {
  const events = eventsOf(await rowsOf(sim));

  expect(events.map(({ id, data }) => [id, data['sequence']])).toEqual([
    ['e1', 1],
    ['e2', 3],
    ['e3', 2],
    ['e4', undefined],
    ['e5', undefined],
    ['e6', undefined],
  ]);
});

test('events of one instant are ranked by their id', async () => {
  const ranks = eventsOf(await rowsOf(fdh)).map(({ id, data }) => [id, data['sequence']]);

  expect(ranks).toEqual([
    ['fdh-3', 1],
    ['fdh-4', 2],
  ]);
});

test('words of the file become words of the contract', async () => {
  const [posted, flagged, cleared, changed, help, failed] = eventsOf(await rowsOf(sim));

  expect(posted?.data).toMatchObject({ amount: { amount: '16.80', currency: 'CNY' }, location: '37.8,112.5' });
  expect(flagged?.data).toMatchObject({ overdueAmount: { amount: '2634.68' }, daysPastDue: 3 });
  expect(cleared).toMatchObject({ type: 'liaison.account.overdue-cleared.v1', data: { daysPastDue: 0 } });
  expect(changed?.data).toMatchObject({ field: 'mail' });
  expect(help?.data).toMatchObject({ kind: 'scam_suspected' });
  expect(failed?.data).toMatchObject({ address: testPhone('B00002'), reason: 'blocked' });
});

test('a card file has one account a customer, one currency, and is delivered at its time', async () => {
  const [event] = eventsOf(await rowsOf(fdh));

  expect(event).toMatchObject({ accountId: 'A04128', deliveredAt: Date.parse('2018-04-01T00:09:29Z') });
  expect(event?.data).toMatchObject({ customerId: 'A04128', amount: { amount: '64.49', currency: 'CNY' } });
});

test('deliveries come in their order, with the second ones, and a conflict has ten times the amount', async () => {
  const again = await rowsOf(
    'event_id,delivered_at,payload\ne1,2024-07-02T00:00:00+08:00,conflict\ne6,2024-07-06T00:00:00+08:00,identical\n',
  );
  const deliveries = deliveriesOf(eventsOf(await rowsOf(sim)), again, 3);

  expect(deliveries.map(({ event }) => event['id'])).toEqual(['e1', 'e1', 'e4', 'e5']);
  expect(deliveries[1]?.event['data']).toMatchObject({ amount: { amount: '168.00' } });
});

test('a customer without a number gets the same one every time, and no two of a file share one', () => {
  const ids = ['A', 'B'].flatMap((letter) =>
    Array.from({ length: 500 }, (_, index) => `${letter}${String(index * 37).padStart(5, '0')}`),
  );

  expect(new Set(ids.map(testPhone)).size).toBe(ids.length);
  expect(ids.map(testPhone)).toEqual(ids.map(testPhone));
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 64 }), (id) => {
      expect(testPhone(id)).toMatch(/^\+861990\d{7}$/);
      expect(readPhone(testPhone(id))?.country).toBe('CN');
    }),
  );
});

test('a customer file says language and zone; without one the events name the customers', async () => {
  const rows = await rowsOf('customer_id,language,utc_offset\nB1,en,+08:00\nB2,zh,-05:00\n');

  expect(customersOf(rows, [])).toEqual([
    { customerId: 'B1', locale: 'en', timezone: 'Asia/Shanghai' },
    { customerId: 'B2', locale: 'zh-CN', timezone: 'Etc/GMT+5' },
  ]);
  expect(customersOf(undefined, ['A1', 'A1', 'A2']).map(({ customerId }) => customerId)).toEqual(['A1', 'A2']);
  for (const person of customersOf(rows, [])) {
    expect(v.is(BankEvent, customerEvent(person, '2024-06-30T00:00:00Z'))).toBe(true);
  }
});

test('JSON lines and gzip are read like CSV', async () => {
  const [first] = await rowsOf(fdh);
  const file = join(folder, 'rows.jsonl.gz');
  await writeFile(file, gzipSync(`${JSON.stringify({ ...first, amount: 64.49 })}\n`));

  expect(await readRows(file)).toEqual([first]);
});

test('refuses what it cannot feed, naming what is wrong', async () => {
  expect(() => eventsOf([{ id: '1' }])).toThrow('lacks the columns event_id, customer_id');
  await expect(readRows(join(folder, 'none.csv'))).rejects.toThrow('There is no file');
  await expect(rowsOf('a,b\n1\n')).rejects.toThrow('neither CSV with a header line nor JSON lines');
  expect(() => eventsOf([{ ...emptyRow, type: 'loan.sold' }])).toThrow('the type loan.sold');
  expect(() => eventsOf([{ ...emptyRow, time: 'yesterday' }])).toThrow('no time in time: yesterday');
});

test('a bar is plain lines where there is no terminal, and names what is left', () => {
  const lines: string[] = [];
  const bar = barOn(40, { isTTY: false, write: (text: string) => lines.push(text) > 0 });

  for (let done = 1; done <= 40; done += 1) bar.show(done, 'now');

  expect(lines).toHaveLength(20);
  expect(lines.at(-1)).toMatch(/^█{30} 40\/40 {2}now/);
});

const emptyRow = {
  event_id: 'e',
  customer_id: 'B1',
  account_id: '1',
  type: 'transaction.posted',
  time: '2024-07-01T00:00:00Z',
  delivered_at: '2024-07-01T00:00:00Z',
  amount: '1',
};
