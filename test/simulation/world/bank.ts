import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createReader } from '#store/reader.ts';
import { createIdentityStore } from '#store/received/identity-store.ts';
import { apiEvent } from '../../support/runtime/lambda-events.ts';
import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';

/** An event as the bank's systems tell it, and what they know of its fate. */
export type Told = {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly door: 'http' | 'queue';
  /** Answers of the door, newest last; by the queue there are none. */
  readonly answers: ('accepted' | 'duplicate' | `rejected ${string}`)[];
  /** Requests or messages in which it went out. */
  sends: number;
};

/** `atOnce`: without delay, and over HTTP, so that several of one moment meet. */
type More = { readonly id?: string; readonly at?: number; readonly atOnce?: boolean };

/** The bank's systems: they tell again what nobody confirmed, and now and then what was confirmed too. */
export type Bank = {
  readonly told: readonly Told[];
  readonly tell: (type: string, data: Told['data'], more?: More) => Told;
  /** The same id with other words, which must never count: once the first ones stand, and not at all if they never do. */
  readonly contradict: (told: Told, data: Told['data']) => Promise<void>;
  /** What is no event at all. */
  readonly babble: (body: string) => void;
  readonly requests: () => number;
};

export const SOURCE = 'urn:bank:core';
const BATCH = 'application/cloudevents-batch+json';
const PRODUCER = { client_id: 'core', scope: 'liaison/producer', sub: 'core' };
/** A producer without an answer asks again after this long, and later after longer, until it has one. */
const AGAIN_MS = 20_000;
const SOON = 12;
const LATER_MS = 600_000;
/** What a bank tells first it tells in one moment: several processes find an empty table. */
const AT_ONCE = 4;
/** How often a first word is waited for that is to be contradicted. */
const LOOKS = 12;

export function createBank(machine: Machine, chance: Chance): Bank {
  const told: Told[] = [];
  let requests = 0;
  const { time, queues, engine } = machine;
  const identities = createIdentityStore(createReader(engine.client, engine.tableName));

  async function ask(body: string): Promise<{ status: number; body: Record<string, unknown> } | undefined> {
    requests += 1;
    const event = apiEvent({ headers: { 'content-type': BATCH }, body, claims: PRODUCER });
    const ended = await machine.invoke('accept-events', event, 28);
    if (ended.kind !== 'answered') return undefined;
    const { statusCode = 0, body: text = '{}' } = ended.result as APIGatewayProxyStructuredResultV2;
    return { status: statusCode, body: JSON.parse(text) as Record<string, unknown> };
  }

  async function push(of: Told, tries = 1): Promise<void> {
    of.sends += 1;
    const answer = await ask(JSON.stringify([envelope(of)]));
    const word = answer === undefined ? undefined : wordOf(answer);
    if (word !== undefined) of.answers.push(word);
    else time.after((tries < SOON ? AGAIN_MS : LATER_MS) * chance.between(1, 3), () => void push(of, tries + 1));
  }

  function send(of: Told): void {
    if (of.door === 'http') return void push(of);
    of.sends += 1;
    queues.send('events', JSON.stringify(envelope(of)));
  }

  async function contradict(of: Told, data: Told['data'], looks = 1): Promise<void> {
    const stands = await identities.find(SOURCE, of.id);
    if (stands !== undefined) queues.send('events', JSON.stringify({ ...envelope(of), data }));
    else if (looks < LOOKS) time.after(LATER_MS, () => contradict(of, data, looks + 1));
  }

  return {
    told,
    requests: () => requests,
    tell: (type, data, more = {}) => {
      const isQuick = more.atOnce === true || told.length < AT_ONCE;
      const of: Told = {
        id: more.id ?? `e${told.length + 1}`,
        type: `liaison.${type}.v1`,
        data,
        at: more.at ?? time.now(),
        door: isQuick || chance.happens(60) ? 'http' : 'queue',
        answers: [],
        sends: 0,
      };
      told.push(of);
      // A network keeps no order: what is told first may come last.
      const late = chance.happens(15) ? chance.between(1, 90_000) : chance.between(1, 300);
      time.after(isQuick ? 1 : late, () => send(of));
      if (chance.happens(15))
        time.after(chance.between(1, 3_600_000), () =>
          send({ ...of, door: chance.pick(['http', 'queue']), answers: of.answers }),
        );
      return of;
    },
    contradict,
    babble: (body) => void queues.send('events', body),
  };
}

const envelope = ({ id, type, data, at }: Told): object => ({
  specversion: '1.0',
  id,
  source: SOURCE,
  type,
  time: new Date(at).toISOString(),
  data,
});

/** Undefined: the door could not say, the event must be told again. */
function wordOf({
  status,
  body,
}: {
  status: number;
  body: Record<string, unknown>;
}): Told['answers'][number] | undefined {
  if (status >= 500 || status === 429) return undefined;
  const [first] = (body['rejected'] ?? []) as readonly { code: string }[];
  if (first !== undefined) return `rejected ${first.code}`;
  return Number(body['duplicates']) > 0 ? 'duplicate' : 'accepted';
}
