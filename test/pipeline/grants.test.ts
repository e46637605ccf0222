import { expect, test } from 'vitest';
import { apiFetch } from '../../tools/local/api.ts';
import { mintToken } from '../../tools/local/tokens.ts';
import { withoutGrant } from '../support/deployed/roles.ts';
import { deployed, helpOf, logLines, newCustomer } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();

test('dispatch without the permission to text sends none, says so, and texts again once it is granted', async () => {
  const { id, phone, record } = newCustomer('no-text');
  await scene.push(record);

  await withoutGrant(stage, { role: 'DispatchAdvanceCaseRole', action: 'sns:Publish' }, async () => {
    await scene.push(helpOf(id));

    expect(await scene.textsTo(phone)).toEqual([]);
    const { attempts, timeline } = await scene.caseOf(id);
    expect(attempts.map(({ state }) => state)).toEqual(['NOT_SENT']);
    expect(timeline.map(({ type }) => type)).toContain('contact.not-sent');
    const lines = await logLines(stage, 'AdvanceCase');
    expect(lines.some((line) => line.includes('SendPermissionDenied'))).toBe(true);
    // What AWS says of a refusal may name the number; our lines do not.
    expect(lines.filter((line) => line.includes(phone.slice(1)))).toEqual([]);
  });

  await scene.until(Date.parse(await scene.now()) + 30 * 60_000);
  expect((await scene.textsTo(phone)).length).toBeGreaterThan(0);
});

test('intake without the permission to write answers that nothing was taken, and nothing was', async () => {
  const { id, record } = newCustomer('no-write');
  const token = (await mintToken(stage, { role: 'producer' })).token;
  const event = {
    specversion: '1.0',
    id: 'no-write-1',
    source: 'urn:bank:core',
    type: `liaison.${record.type}.v1`,
    data: record.data,
  };

  const { status } = await withoutGrant(stage, { role: 'IntakeAcceptEventsRole', action: 'dynamodb:PutItem' }, () =>
    apiFetch(stage, '/v1/events', { token, body: event, contentType: 'application/cloudevents+json' }),
  );

  expect(status).toBeGreaterThanOrEqual(500);
  expect((await logLines(stage, 'AcceptEvents')).some((line) => line.includes('AccessDenied'))).toBe(true);
  await expect(scene.registry.ask(`/v1/customers/${id}`)).rejects.toThrow('404');
});

test('a pause that is over leaves the table by the grant for pauses; without it the pause stands, and that is said', async () => {
  const { token } = await mintToken(stage, { role: 'ops' });
  const ask = (action: 'pause' | 'resume') =>
    apiFetch(stage, `/v1/ops/${action}`, { token, body: { purpose: 'survey' } });
  expect((await ask('pause')).status).toBe(200);

  const denied = await withoutGrant(stage, { role: 'ConsoleStaffApiRole', action: 'dynamodb:DeleteItem' }, () =>
    ask('resume'),
  );
  expect(denied.status).toBeGreaterThanOrEqual(500);
  expect(JSON.stringify(await ask('pause'))).toContain('survey');

  const resumed = await ask('resume');
  expect(resumed.status).toBe(200);
  expect(JSON.stringify(resumed)).not.toContain('survey');
});
