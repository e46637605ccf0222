import { expect, test } from 'vitest';
import { putOnBus } from '../../tools/doors/bus-door.ts';
import { pushAll } from '../../tools/doors/push.ts';
import { callAws } from '../../tools/local/aws-call.ts';
import { requireOutput } from '../../tools/local/outputs.ts';
import { countQuarantined } from '../../tools/running/quarantine.ts';
import { deployed } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();

const beat = (id: string, source = 'urn:bank:core') => ({
  specversion: '1.0',
  id,
  source,
  type: 'liaison.feed.heartbeat.v1',
  data: { asOf: '2026-06-01T00:00:00Z' },
});

test('an event of the bus is applied through the same use case, once whichever door it comes by', async () => {
  const held = await countQuarantined(stage);
  expect(await putOnBus(stage, [beat('bus-1'), beat('bus-1')])).toBe(2);
  await scene.settled();

  expect(await pushAll(stage, [beat('bus-1')])).toMatchObject({ accepted: 0, duplicates: 1 });
  expect(await countQuarantined(stage)).toBe(held);
});

test('an event put as another source than its own is set aside', async () => {
  const held = await countQuarantined(stage);
  const event = beat('bus-2', 'urn:bank:cards');
  const entry = {
    EventBusName: requireOutput(stage.outputs, 'EventsBusName'),
    Source: 'urn:bank:core',
    DetailType: event.type,
    Detail: JSON.stringify(event),
  };
  await callAws(stage, { service: 'events', operation: 'PutEvents', input: { Entries: [entry] } });
  await scene.settled();

  expect((await countQuarantined(stage)) - held).toBe(1);
  expect(await pushAll(stage, [event])).toMatchObject({ accepted: 1 });
});
