import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { BankEvent } from '../../functions/intake/events.contract.ts';
import { accountStates, customerRecords } from '../../tools/doors/first-filling.ts';
import { testPhone } from '../../tools/replay/customers.ts';
import { eventsOf } from '../../tools/replay/events.ts';
import { readRows } from '../../tools/replay/records.ts';
import { scoreAll } from '../../tools/replay/scoring.ts';

const folder = await mkdtemp(join(tmpdir(), 'liaison-load-'));
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(text: string): ReturnType<typeof readRows> {
  const file = join(folder, 'rows.csv');
  await writeFile(file, text);
  return readRows(file);
}

const NOW = '2026-06-03T02:00:00Z';
const local = { outputs: { stage: 'local', region: 'us-east-1' }, agent: new Agent() };
const prod = { outputs: { stage: 'prod', region: 'us-east-1' }, agent: new Agent() };
const CUSTOMERS = `customer_id,account_id,segment,language,home_lat,home_lon,utc_offset
B00000,624,rural,zh,41.8,123.43,+08:00
`;
const ACCOUNTS = `account_id,customer_id,product,status,currency,balance,overdue_amount,days_past_due,sequence,as_of
624,B00000,loan,active,CNY,-1000.00,300.00,95,7,2026-06-01T00:00:00+08:00
625,B00000,card,dormant,,,,,,
`;

test('customers and accounts of a file become events that the door knows, all for the record only', async () => {
  const events = [
    ...customerRecords(local, await rowsOf(CUSTOMERS), NOW),
    ...accountStates(await rowsOf(ACCOUNTS), NOW),
  ];

  expect(events).toHaveLength(3);
  for (const event of events) {
    expect(v.safeParse(BankEvent, event).issues).toBeUndefined();
    expect(event['contactoff']).toBe(true);
  }
  expect(events[1]).toMatchObject({
    data: { sequence: 7, daysPastDue: 95, overdueAmount: { amount: '300.00', currency: 'CNY' } },
  });
  expect(events[2]?.['data']).toEqual({
    accountId: '625',
    customerId: 'B00000',
    sequence: 0,
    product: 'card',
    status: 'dormant',
    asOf: NOW,
  });
});

test('only the local stage makes up a number for a customer without one', async () => {
  const rows = await rowsOf(CUSTOMERS);
  const phonesOn = (stage: typeof local) => customerRecords(stage, rows, NOW)[0]?.['data'];

  expect(phonesOn(local)).toMatchObject({ phones: [{ number: testPhone('B00000') }] });
  expect(phonesOn(prod)).toMatchObject({ phones: [] });
});

test('what the file says of a customer is taken as it stands', async () => {
  const rows = await rowsOf(
    'customer_id,name,locale,timezone,jurisdiction,phone,mail\nC1,Li Na,en,Europe/London,UK,+447700900123,li@example.com\n',
  );
  expect(customerRecords(prod, rows, NOW)[0]?.['data']).toMatchObject({
    name: 'Li Na',
    locale: 'en',
    timezone: 'Europe/London',
    jurisdiction: 'UK',
    phones: [{ number: '+447700900123' }],
    mails: [{ address: 'li@example.com' }],
  });
});

test('scoring says of every event what intake would: an amount far above all before opens, its like joins, a flag opens', async () => {
  const day = (n: number) => new Date(Date.UTC(2024, 6, 1 + n, 4)).toISOString();
  const line = (id: string, type: string, at: string, amount: string) =>
    [
      id,
      'B1',
      '62',
      type,
      at,
      at,
      amount,
      'CNY',
      'grocery',
      `g${Number(amount) % 3}`,
      '',
      '',
      'qr',
      'due=2024-07-01',
    ].join();
  const usual = Array.from({ length: 40 }, (_, n) => line(`e${n}`, 'transaction.posted', day(n), String(20 + (n % 7))));
  const odd = ['x1', 'x2'].map((id) => line(id, 'transaction.posted', day(40), '90000'));
  const rows = await rowsOf(
    [
      'event_id,customer_id,account_id,type,time,delivered_at,amount,currency,category,payee_id,lat,lon,channel,detail',
      ...usual,
      ...odd,
      line('f', 'loan.overdue_flagged', day(41), '300'),
      line('p', 'profile.changed', day(42), ''),
    ].join('\n'),
  );
  const scored = new Map(scoreAll(eventsOf(rows)).map((one) => [one.eventId, one]));

  expect(scored.size).toBe(44);
  expect(scored.get('e39')).toMatchObject({ reasons: [], opened: false });
  expect(scored.get('x1')).toMatchObject({ reasons: ['unusual-amount'], opened: true });
  expect(scored.get('x2')?.opened).toBe(false);
  expect(scored.get('f')).toMatchObject({ reasons: ['overdue'], opened: true });
  expect(scored.get('p')).toEqual({ eventId: 'p', score: 0, reasons: [], opened: false });
});
