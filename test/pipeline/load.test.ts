import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTexts } from '../../tools/running/handed.ts';
import { readNotices } from '../../tools/running/notices.ts';
import { command, deployed } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();
const folder = await mkdtemp(join(tmpdir(), 'liaison-load-'));
afterAll(() => rm(folder, { recursive: true }));

test('a first filling stands in the record, opens no case and sends nothing; again, it is the same', async () => {
  const [customers, accounts] = [join(folder, 'customers.csv'), join(folder, 'accounts.csv')];
  await writeFile(customers, 'customer_id,language,utc_offset,as_of\nL1,zh,+08:00,2026-06-01T00:00:00Z\n');
  const columns = 'account_id,customer_id,product,status,currency,overdue_amount,days_past_due,sequence,as_of';
  const rows = [
    'LA1,L1,loan,active,CNY,300.00,120,5,2026-06-01T00:00:00Z',
    'LA2,L1,card,dormant,,,,1,2026-06-01T00:00:00Z',
  ];
  await writeFile(accounts, [columns, ...rows, 'LA3,L1,loan,active,CNY,no-number,,1,2026-06-01T00:00:00Z'].join('\n'));
  const made = async () => [(await readNotices(stage)).length, (await readTexts(stage)).length];
  await scene.settled();
  const before = await made();

  const first = await command('load', '--customers', customers, '--accounts', accounts);
  const again = await command('load', '--customers', customers, '--accounts', accounts);

  expect(first).toMatchObject({ exit: 4, json: { customers: 1, accounts: 2, refused: 1 } });
  expect(first.err).toContain('accounts.csv, row 3: event.invalid');
  expect(again.json).toEqual(first.json);
  await scene.settled();
  expect(await made()).toEqual(before);
});
