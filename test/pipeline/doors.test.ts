import { PublishCommand } from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { ROUTES, type Route } from '../../functions/console/routes.contract.ts';
import { pushAll } from '../../tools/doors/push.ts';
import { sendToQueue } from '../../tools/doors/queue-door.ts';
import { type ApiAnswer, type ApiCall, apiFetch } from '../../tools/local/api.ts';
import { requireOutput } from '../../tools/local/outputs.ts';
import { mintToken } from '../../tools/local/tokens.ts';
import { topicClient } from '../../tools/running/clients.ts';
import { countQuarantined } from '../../tools/running/quarantine.ts';
import { badBodies, badEvents, badMessages } from '../support/deployed/bad-input.ts';
import { deployed, factsOf, untilNothingFallsDue } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();
const admin = (await mintToken(stage, { role: 'admin' })).token;
const guarded = ROUTES.filter(({ auth }) => auth === 'token');
const isWriting = ({ method }: Route): boolean => method === 'POST' || method === 'PUT';

test('no route takes a bad body, and nothing changes', async () => {
  const before = await quietFacts();

  const asked = guarded.filter(isWriting).flatMap((route) => badBodies.map((body) => ({ route, ...body })));
  const answers = await eightAtATime(asked, ({ route, raw }) => ask(route, { token: admin, body: raw }));

  const taken = asked.flatMap(({ route, what }, index) =>
    isRefusal(answers[index]) ? [] : [[route.method, route.path, what, answers[index]?.status].join(' ')],
  );
  expect(taken).toEqual([]);
  expect(await quietFacts()).toBe(before);
});

test('no route takes an unknown query, an odd id or another method', async () => {
  const before = await quietFacts();
  const ids = ['%00', '%ED%A0%80', 'x'.repeat(300), '..%2f..', 'a%23b'];

  const asked = guarded.flatMap((route) => [
    ...(route.method === 'GET' ? [`${pathOf(route, 'nothing')}?nobodyKnowsThis=1`] : []),
    ...(route.path.includes('{') ? ids.map((id) => pathOf(route, id)) : []),
  ]);
  const answers = await eightAtATime(asked, (path) => apiFetch(stage, path, { token: admin }));

  expect(
    asked.flatMap((path, index) => (isRefusal(answers[index]) ? [] : [[path, answers[index]?.status].join(' ')])),
  ).toEqual([]);
  expect(await quietFacts()).toBe(before);
});

test('no route opens without a token, with a forged one, or to a role it does not name', async () => {
  const forged = `${admin.slice(0, -12)}AAAAAAAAAAAA`;
  const [analyst, privacy] = await Promise.all([
    mintToken(stage, { role: 'analyst' }),
    mintToken(stage, { role: 'privacy' }),
  ]);

  const answers = await eightAtATime(guarded, async (route) => [
    (await ask(route, {})).status,
    (await ask(route, { token: forged })).status,
    (await ask(route, { token: (route.roles.includes('analyst') ? privacy : analyst).token })).status,
  ]);

  expect(answers).toEqual(guarded.map(() => [401, 401, 403]));
});

test('every bad event is refused over HTTP, alone and in a batch, and changes nothing', async () => {
  const before = await quietFacts();

  for (const { what, event } of badEvents) {
    const { accepted, duplicates, rejected } = await pushAll(stage, [event]);
    expect({ what, accepted, duplicates, rejected: rejected.length }).toEqual({
      what,
      accepted: 0,
      duplicates: 0,
      rejected: 1,
    });
  }
  const { rejected } = await pushAll(
    stage,
    badEvents.map(({ event }) => event),
  );

  expect(rejected.map(({ index }) => index)).toEqual(badEvents.map((_, index) => index));
  expect(await quietFacts()).toBe(before);
});

test('what is bad on the queue or a topic is set aside, whole and countable, and changes nothing', async () => {
  const before = await quietFacts();
  const held = await countQuarantined(stage);
  const onQueue = ['no json', '[]', '{"replay":"nothing-of-that-name"}', ...badEvents.map(({ event }) => event)];

  await sendToQueue(stage, onQueue);
  for (const topic of ['InboundSmsTopicArn', 'DeliveryReceiptsTopicArn']) {
    for (const Message of badMessages) {
      await topicClient(stage).send(new PublishCommand({ TopicArn: requireOutput(stage.outputs, topic), Message }));
    }
  }
  await scene.settled();

  // To try again what is not there is nothing to keep.
  expect((await countQuarantined(stage)) - held).toBe(onQueue.length - 1 + 2 * badMessages.length);
  expect(await quietFacts()).toBe(before);
});

async function quietFacts(): Promise<string> {
  await untilNothingFallsDue({ stage, scene });
  return factsOf(stage);
}

const pathOf = (route: Route, id: string): string => route.path.replaceAll(/\{\w+\}/gu, id);

function ask(route: Route, call: ApiCall): Promise<ApiAnswer> {
  const events = route.path === '/v1/events' ? { contentType: 'application/cloudevents+json' } : {};
  return apiFetch(stage, pathOf(route, 'nothing'), { method: route.method, ...events, ...call });
}

/** A clear no of the contract: 4xx, a document with a code where a function answered, no trace of the inside. */
function isRefusal(answer: ApiAnswer | undefined): boolean {
  if (answer === undefined || answer.status < 400 || answer.status > 499) return false;
  const tellsInside = /\n\s+at |node_modules|index\.mjs/u.test(answer.text);
  const isGateway = answer.status === 401 || answer.status === 413 || answer.status === 404;
  return !tellsInside && (isGateway || /"code":"[a-z-]+\.[a-z-]+"/u.test(answer.text));
}

async function eightAtATime<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += 8) {
    results.push(...(await Promise.all(items.slice(from, from + 8).map(work))));
  }
  return results;
}
