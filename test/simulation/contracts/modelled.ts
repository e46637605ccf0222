import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadSes } from '#channels/mail.ts';
import { keyCalls } from '#store/vault/key-calls.ts';
import { kmsKeyService } from '#store/vault/key-service.ts';
import type { ContractQueue, OpenQueue } from '../../support/contracts/queue-contract.ts';
import type { ContractServices } from '../../support/contracts/service-contract.ts';
import type { OpenStream } from '../../support/contracts/stream-contract.ts';
import type { Engine } from '../../support/engine.ts';
import { createProvider } from '../../support/pipeline/aws/sms-provider.ts';
import { withAnswers } from '../machine/calls.ts';
import type { Fault } from '../machine/faults.ts';
import { CONSUMERS, createQueues, leftUndone, recordOf } from '../machine/queues.ts';
import { chanceOf } from '../machine/random.ts';
import { type Behind, effectOf } from '../machine/services.ts';
import { createStream } from '../machine/stream.ts';
import { type Timeline, timelineFrom } from '../machine/timeline.ts';
import { refusalOf } from '../machine/wire/wire.ts';

const START = Date.parse('2026-06-03T02:00:00.4Z');
const QUEUE = 'normal';
const SECRET = { name: 'webhook', text: '{"current":"c2VjcmV0"}' };

const passOn = (time: Timeline) => (ms: number) => time.runTo(time.now() + ms);

/** A queue of the machine, with nothing going wrong. */
export const modelledQueue =
  (seed: string): OpenQueue =>
  async (consume): Promise<ContractQueue> => {
    const time = timelineFrom(START);
    const queues = createQueues({
      time,
      chance: chanceOf(seed),
      faults: { twice: 0, early: 0, swallowed: 0 },
      ...(consume === undefined ? { workers: { [QUEUE]: 0 } } : {}),
      consume: async (queue, messages) => {
        const answer = await consume?.(
          messages.map((one) => recordOf(queue, one)),
          time.now(),
        );
        return answer === undefined || answer === 'raises' ? 'nothing' : leftUndone(answer, messages);
      },
    });
    const behind = { ...nothingBehind(time), queues };
    return {
      client: new SQSClient(withAnswers('relay', (call) => effectOf(call, behind))),
      url: `https://aws.local/000000000000/${QUEUE}`,
      visibilityMs: CONSUMERS[QUEUE].seconds * 6_000,
      now: time.now,
      pass: passOn(time),
      dead: async () => queues.dead.map(({ message: { id, body } }) => ({ id, body })),
      redrive: async () => queues.redrive(),
    };
  };

/** The services of the machine; with a fault, as they answer to a call that it befalls. */
export function modelledServices(fault?: Fault): ContractServices & { readonly sqs: SQSClient } {
  const time = timelineFrom(START);
  const behind = nothingBehind(time);
  const settings = (struck = fault) => ({
    ...withAnswers('relay', async (call) => refusalOf(call, struck) ?? effectOf(call, behind, struck === 'partly')),
    maxAttempts: 1,
  });
  const sns = new SNSClient(settings());
  return {
    sns,
    sqs: new SQSClient(settings()),
    topicArn: 'arn:aws:sns:eu-west-2:000000000000:outcomes',
    ses: () => loadSes(settings()),
    secrets: new SecretsManagerClient(settings()),
    secret: SECRET,
    keys: kmsKeyService(
      () => 'key',
      keyCalls(() => new DynamoDBClient({ ...settings(), streamCollector: async (body: Uint8Array) => body }).config),
    ),
    textsTo: async (phone) => behind.provider.texts.filter((one) => one.to === phone),
    mailsTo: async (address) => behind.provider.texts.filter((one) => one.channel === 'mail' && one.to === address),
    refusedPublish: () => refusedBy(new SNSClient(settings('refused'))),
  };
}

const refusedBy = (sns: SNSClient): Promise<unknown> =>
  sns.send(new PublishCommand({ PhoneNumber: '+8613800138000', Message: 'no' })).catch((error: unknown) => error);

/** Services without a table: no contract of theirs asks one. */
export function nothingBehind(time: Timeline): Behind {
  const chance = chanceOf('services');
  return {
    table: { ask: () => Promise.reject(new Error('table: got a call, expected none')), close: () => {} },
    queues: createQueues({ time, chance, faults: { twice: 0, early: 0, swallowed: 0 }, consume: async () => [] }),
    provider: createProvider(time.now),
    chance,
    secrets: { [SECRET.name]: SECRET.text },
  };
}

/** The stream of an engine's table as the machine reads it, with nothing going wrong. */
export const modelledStream =
  (engine: Engine, seed: string): OpenStream =>
  async (first, second = () => ({ batchItemFailures: [] })) => {
    const time = timelineFrom(START);
    const stream = await createStream({
      time,
      chance: chanceOf(seed),
      faults: { twice: 0, slow: 0 },
      engine,
      invoke: async (reader, { Records }) => {
        const result = (reader === 'relay' ? first : second)(Records);
        return result === 'raises' ? { kind: 'failed', error: 'raised' } : { kind: 'answered', result };
      },
    });
    return {
      client: engine.client,
      tableName: engine.tableName,
      visibilityMs: 2_000,
      pass: async (ms) => {
        stream.stir();
        await time.runTo(time.now() + ms);
      },
      aside: () =>
        stream.aside
          .filter(({ reader }) => reader === 'relay')
          .flatMap(({ records }) => records.map((one) => one.dynamodb?.Keys?.['sk']?.S ?? '')),
    };
  };
