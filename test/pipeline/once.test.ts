import { expect, test } from 'vitest';
import { pushAll } from '../../tools/doors/push.ts';
import { sendToQueue } from '../../tools/doors/queue-door.ts';
import { DEFAULT_SOURCE } from '../../tools/doors/read-events.ts';
import { readClock } from '../../tools/local/clock.ts';
import { shownTime } from '../../tools/time/advance.ts';
import { deployed, helpOf, newCustomer } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();

test('the same event five times at once by both doors is one case and one text, and a full-width answer settles it', async () => {
  const { id, phone, record } = newCustomer('once');
  await scene.push(record);
  const event = await envelope(helpOf(id), 'once-1');

  const times = Array.from({ length: 5 }, () => pushAll(stage, [event]));
  const queued = Array.from({ length: 5 }, () => sendToQueue(stage, [event]));
  const answers = await Promise.all(times);
  await Promise.all(queued);
  await scene.settled();

  const accepted = answers.reduce((sum, answer) => sum + answer.accepted, 0);
  const duplicates = answers.reduce((sum, answer) => sum + answer.duplicates, 0);
  expect(accepted).toBeLessThanOrEqual(1);
  expect(accepted + duplicates).toBe(5);
  const opened = (await scene.notices({ customerId: id })).filter(({ type }) => type === 'liaison.case.opened.v1');
  expect(new Set(opened.map((notice) => notice.id)).size).toBe(1);
  const texts = await scene.textsTo(phone);
  expect(texts).toHaveLength(1);

  await scene.answer(phone, fullWidth(tokenIn(texts[0]?.body ?? '')));

  expect(await scene.caseOf(id)).toMatchObject({ status: 'RESOLVED', outcome: 'REACHED_SAFE' });
  expect(await scene.textsTo(phone)).toHaveLength(1);
});

test('another event under the id of the first is refused and changes nothing', async () => {
  const { id, record } = newCustomer('reused');
  await scene.push(record);
  const event = await envelope(helpOf(id), 'reused-1');
  await pushAll(stage, [event]);
  await scene.settled();

  const answer = await pushAll(stage, [{ ...event, data: { customerId: id, kind: 'in-danger' } }]);

  expect(answer).toMatchObject({ accepted: 0, duplicates: 0, rejected: [{ code: 'event.id-reused' }] });
  expect((await scene.caseOf(id)).timeline.filter(({ type }) => type === 'case.opened')).toHaveLength(1);
});

async function envelope(told: ReturnType<typeof helpOf>, id: string) {
  const time = shownTime(await readClock());
  return { specversion: '1.0', id, source: DEFAULT_SOURCE, type: `liaison.${told.type}.v1`, time, data: told.data };
}

const tokenIn = (body: string): string => /[2346789][ACDEFHJKMPQUVWX]1/u.exec(body)?.[0] ?? '';

/** `4K1` as a Chinese keyboard types it. */
const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
