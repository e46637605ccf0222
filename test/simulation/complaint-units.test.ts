import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, HOUR } from '#domain/time.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createReader } from '#store/reader.ts';
import { NOON } from '../support/cases.ts';
import { knows } from '../support/pipeline/events.ts';
import { ask, push, textIn } from '../support/pipeline/people.ts';
import { type Pipeline, settle, startPipeline } from '../support/pipeline/pipeline.ts';
import { passTo } from '../support/pipeline/time.ts';

const TABLE = new URL('../../docs/write-units.md', import.meta.url);
const HEADING = '\n## The life of a complaint\n';
const PHONE = '+8619910000771';

let of: Pipeline;
beforeAll(async () => {
  of = await startPipeline({ now: NOON });
  await push(of, knows(of, { id: 'u1', phone: PHONE }));
  await settle(of);
});
afterAll(() => of.stop());

type Row = { readonly what: string; readonly moves: number; readonly texts: number; readonly figures: number };
const rows: Row[] = [];

/** A step with everything that goes out of it: the move itself, the contacts it leads to, and what is noted of both. */
async function step(what: string, work: () => Promise<unknown>): Promise<void> {
  const from = of.aws.calls.length;
  await work();
  await settle(of);
  const by = (...names: readonly string[]): number => writtenBy(of.aws.calls.slice(from), names);
  const moves = by('complaint-api', 'receive-reply', 'advance-complaint');
  rows.push({ what, moves, texts: by('advance-case'), figures: by('project') });
}

const READS = /^(?:Get|BatchGet|Query|Scan|TransactGet)/u;
const writtenBy = (calls: Pipeline['aws']['calls'], names: readonly string[]): number =>
  calls
    .filter(({ service, operation }) => service === 'dynamodb' && !READS.test(operation))
    .filter(({ process }) => names.includes(process.split('.')[0] ?? ''))
    .reduce((total, { units }) => total + units, 0);

const complaints = () => createComplaintStore(createReader(of.engine.client, of.engine.tableName));
const boss = { role: 'admin' } as const;

async function move(id: string, name: string, body: object): Promise<void> {
  const { status, body: said } = await ask(of, { method: 'POST', path: `/v1/complaints/${id}/${name}`, body }, boss);
  if (status >= 300) throw new Error(`${name}: ${status} ${JSON.stringify(said)}`);
}

async function reply(text: string): Promise<void> {
  textIn(of, PHONE, text);
  await settle(of);
}

test('the life of a complaint, step by step: its own moves and the texts that go out of them', async () => {
  let id = '';
  await step('received, with triage', async () => {
    const body = { channel: 'web', customerId: 'u1', text: '我还不上信用卡,希望分期还款,请帮帮我' };
    const told = await ask(of, { method: 'POST', path: '/v1/complaints', body }, boss);
    id = String(told.body['id']);
  });
  await step('acknowledged', () => move(id, 'acknowledge', {}));
  await step('transferred', () => move(id, 'transfer', { department: 'loan-operations', reason: '转办' }));
  await passTo(of, of.now() + HOUR);
  await step('offer made', () =>
    move(id, 'offer', {
      terms: { kind: 'instalments', count: 6, amount: { amount: '6000.00', currency: 'CNY' } },
      expiresAt: new Date(of.now() + 3 * DAY).toISOString(),
    }),
  );
  await step('offer accepted by text', () => reply('1'));
  const contact = { channel: 'phone', at: new Date(of.now()).toISOString(), confirmed: true };
  await step('resolved', () => move(id, 'resolve', { answer: '已安排分期', rootCause: 'hardship', contact }));
  await step('asked how content, the next morning', () => passTo(of, of.now() + DAY));
  await step('rated and closed', () => reply('5'));

  expect((await complaints().load(id))?.state.status).toBe('FOLLOWED_UP_SATISFIED');
});

const sum = (name: 'moves' | 'texts' | 'figures'): number => rows.reduce((total, row) => total + row[name], 0);

test('the table of a complaint’s life in the documents is the one that was just measured', () => {
  const measured = document();
  const [before = ''] = readFileSync(TABLE, 'utf8').split(HEADING);
  if (process.env['LIAISON_UPDATE'] === '1') writeFileSync(TABLE, before + HEADING + measured);

  expect(readFileSync(TABLE, 'utf8').split(HEADING)[1]).toBe(measured);
});

function document(): string {
  return [
    '',
    'Made by `LIAISON_UPDATE=1 npx vitest run --project simulation test/simulation/complaint-units.test.ts`. Moves: the complaint, its holds and places in the indexes, and the opening and settling of the cases that contact the customer. Texts: claim, outcome and end of those cases. Figures: what the reports note of a batch.',
    '',
    '| step | moves | texts | figures |',
    '|---|---|---|---|',
    ...rows.map(({ what, moves, texts, figures }) => `| ${what} | ${moves} | ${texts} | ${figures} |`),
    '',
    `In all ${sum('moves')} for moves and ${sum('texts')} for the texts. The complaint itself, contacts apart: **51** received by text, **55** on the web (limit 60; asserted step by step in \`test/store/complaints/units.test.ts\`). One unit of the receipt and one of the offer an hour later are the allowance of the member of staff, taken for twenty actions at once.`,
    '',
  ].join('\n');
}
