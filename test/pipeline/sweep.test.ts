import * as v from 'valibot';
import { expect, test } from 'vitest';
import { reachClock, readClock } from '../../tools/local/clock.ts';
import { sendSigned } from '../../tools/local/signed.ts';
import { deployed, helpOf, newCustomer } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();
const MINUTE = 60_000;

test('the sweep alone wakes what has fallen due: nobody but the schedule asks it to', async () => {
  const { id, phone, record } = newCustomer('swept');
  await scene.push(record, helpOf(id));
  expect(await scene.textsTo(phone)).toHaveLength(1);
  const { nextAt = '' } = await scene.caseOf(id);

  // The file alone: no tool looks for what is due.
  await reachClock(Date.parse(nextAt) + MINUTE);
  await invoke('LedgerStartSweepFunction');

  await expect.poll(() => scene.textsTo(phone).then((texts) => texts.length), { timeout: 30_000 }).toBe(2);
  expect(await readClock()).toBeGreaterThan(Date.parse(nextAt));
});

const Functions = v.object({ Functions: v.array(v.object({ FunctionName: v.string() })) });

/** Invokes a function as its schedule does, with a tick. */
async function invoke(part: string): Promise<void> {
  const path = '/2015-03-31/functions/';
  const listed = await sendSigned(stage, { service: 'lambda', method: 'GET', path, query: { MaxItems: '50' } });
  const { Functions: all } = v.parse(Functions, JSON.parse(listed.text));
  const name = all.find(({ FunctionName }) => FunctionName.includes(part))?.FunctionName ?? part;
  const body = JSON.stringify({ time: new Date(Date.now()).toISOString() });
  const { status, text } = await sendSigned(stage, {
    service: 'lambda',
    method: 'POST',
    path: `${path}${name}/invocations`,
    body,
  });
  expect([status, text]).toEqual([200, expect.not.stringContaining('errorMessage')]);
}
