import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { readClock } from '../../tools/local/clock.ts';
import { shownTime } from '../../tools/time/advance.ts';
import { command, deployed, helpOf, newCustomer } from '../support/deployed/stage.ts';

const { scene } = await deployed();
const folder = await mkdtemp(join(tmpdir(), 'liaison-deployed-'));
afterAll(() => rm(folder, { recursive: true }));

const Sent = v.array(
  v.looseObject({ body: v.string(), at: v.string(), messageId: v.string(), aggregateId: v.string() }),
);

const Notices = v.array(v.looseObject({ data: v.looseObject({ caseId: v.optional(v.string()) }) }));
const Moved = v.object({
  now: v.pipe(v.string(), v.isoTimestamp()),
  ran: v.array(v.object({ at: v.string(), what: v.string(), aggregateId: v.string() })),
});

test('a reader pushes an event, reads the text, answers, and sees the case settled with its record whole', async () => {
  const { id, phone, record } = newCustomer('reader');
  const file = await fileOf(
    'events.jsonl',
    [record, helpOf(id)].map((told) => JSON.stringify(eventOf(told))).join('\n'),
  );
  expect(await command('event', '--file', file)).toMatchObject({ exit: 0, json: { accepted: 2, duplicates: 0 } });
  expect(await command('settle')).toMatchObject({ exit: 0, json: { quiet: true } });

  const since = shownTime((await readClock()) - 60_000);
  const [text] = v.parse(Sent, (await command('outbox', '--to', phone, '--since', since)).json);
  expect(text).toMatchObject({ channel: 'sms', to: phone, purpose: 'welfare', attemptId: `${text?.aggregateId}.1` });
  const token = /[2346789][ACDEFHJKMPQUVWX]1/u.exec(text?.body ?? '')?.[0] ?? '';
  const receipt = await command('receipt', '--message', text?.messageId ?? '', '--status', 'delivered');
  expect(receipt).toMatchObject({ exit: 0, json: { accepted: true } });
  const answer = await command('sms', '--from', phone, '--body', token, '--id', 'reader-answer');
  expect(answer).toMatchObject({ exit: 0, json: { inboundMessageId: 'reader-answer' } });
  await command('settle');

  const seen = await command('case', text?.aggregateId ?? '');
  expect(seen.json).toMatchObject({
    status: 'RESOLVED',
    outcome: 'REACHED_SAFE',
    attempts: [{ messageId: text?.messageId, receipts: [{ state: 'DELIVERED' }] }],
  });
  expect((await command('case', '--customer', id)).json).toMatchObject({ items: [{ id: text?.aggregateId }] });
  const settled = await command('outcomes', '--type', 'liaison.case.settled.v1', '--since', since);
  expect(v.parse(Notices, settled.json).map(({ data }) => data.caseId)).toContain(text?.aggregateId);
  const audit = await command('audit', 'verify', text?.aggregateId ?? '');
  expect(audit).toMatchObject({ exit: 0, json: { ok: true } });
});

test('a bad event on the queue shows in quarantine; a good one is applied', async () => {
  const { record } = newCustomer('queue');
  const good = await fileOf('good.json', JSON.stringify(eventOf(record)));

  expect(await command('event', '--file', good, '--via', 'queue')).toMatchObject({ exit: 0, json: { sent: 1 } });
  await scene.settled();

  expect((await scene.registry.call(`/v1/customers/${String(record.data['customerId'])}`)).status).toBe(200);
});

test('a refused event is told with its reason, and the exit code says whether anything was taken', async () => {
  const { record } = newCustomer('partly');
  const bad = { ...eventOf(record), id: 'partly-bad', source: 'urn:elsewhere:core' };
  const one = await fileOf('bad.json', JSON.stringify(bad));
  const both = await fileOf('both.json', JSON.stringify([eventOf(record), bad]));

  expect(await command('event', '--file', one)).toMatchObject({
    exit: 2,
    json: { accepted: 0, rejected: [{ index: 0, code: 'event.source-not-allowed' }] },
  });
  expect(await command('event', '--file', both)).toMatchObject({
    exit: 4,
    json: { accepted: 1, rejected: [{ index: 1 }] },
  });
});

test('the clock fires what falls due on the way and never goes back', async () => {
  const { id, phone, record } = newCustomer('clocked');
  await scene.push(record, helpOf(id));
  const { id: caseId } = await scene.caseOf(id);
  const before = await readClock();

  const moved = await command('clock', 'advance', 'PT15M');

  const fired = v.parse(Moved, moved.json).ran.filter(({ aggregateId }) => aggregateId === caseId);
  expect(fired.map(({ what }) => what)).toEqual(['contact.accepted']);
  expect((await scene.textsTo(phone)).length).toBe(2);
  expect(await readClock()).toBeGreaterThanOrEqual(before + 15 * 60_000);
  expect((await command('clock', 'set', shownTime(before))).exit).toBe(1);
  expect(v.parse(Moved, (await command('clock')).json)).toMatchObject({ ran: [] });
});

test('effects run again change nothing: no second text, and notices bear the ids they had', async () => {
  const { id, phone, record } = newCustomer('again');
  const since = shownTime(await readClock());
  await scene.push(record, helpOf(id));
  const texts = await scene.textsTo(phone);
  const before = new Set((await scene.notices({ customerId: id })).map((notice) => notice.id));

  const again = await command('relay', 'replay', '--since', since);
  await scene.settled();

  const { read, sent } = v.parse(v.object({ read: v.number(), sent: v.number() }), again.json);
  expect(read).toBeGreaterThan(0);
  expect(sent).toBeGreaterThanOrEqual(read);
  expect(await scene.textsTo(phone)).toEqual(texts);
  expect(new Set((await scene.notices({ customerId: id })).map((notice) => notice.id))).toEqual(before);
});

test('a file is replayed through the door, the clock follows it, and a second replay changes nothing', async () => {
  const file = await fileOf('cards.csv', cardFile(await readClock()));

  const first = await command('replay', '--file', file);
  const second = await command('replay', '--file', file);

  expect(first).toMatchObject({ exit: 0, json: { read: 120, accepted: 120, duplicates: 0, tooLate: 0, rejected: 0 } });
  const { cases, texts } = v.parse(v.looseObject({ cases: v.number(), texts: v.number() }), first.json);
  expect([cases, texts].every((count) => count > 0)).toBe(true);
  const again = v.parse(v.looseObject({ duplicates: v.number(), tooLate: v.number() }), second.json);
  expect(again).toMatchObject({ read: 120, accepted: 0, rejected: 0, cases: 0, texts: 0 });
  expect(again.duplicates + again.tooLate).toBe(120);
  expect(second.err).toContain('The clock is past the file');
});

/** Two cards: ordinary payments every two hours, then one far above their own history, by day. */
function cardFile(now: number): string {
  const hour = 3_600_000;
  const start = Math.ceil(now / hour) * hour + hour;
  const rows = ['D00001', 'D00002'].flatMap((customer) =>
    Array.from({ length: 60 }, (_, index) => {
      const amount = index === 59 ? 9800 : 40 + (index % 7);
      const at = shownTime(start + index * 2 * hour);
      return [`card-${customer}-${index}`, customer, at, amount, 'T1', '0', '0'].join(',');
    }),
  );
  return ['event_id,customer_id,time,amount,payee_id,is_fraud,scenario', ...rows].join('\n');
}

let made = 0;
function eventOf(told: ReturnType<typeof helpOf>) {
  made += 1;
  return { specversion: '1.0', id: `cli-${made}`, type: `liaison.${told.type}.v1`, data: told.data };
}

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}
