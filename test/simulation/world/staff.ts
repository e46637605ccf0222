import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DEPARTMENTS } from '#domain/words.ts';
import { ROUTES } from '../../../functions/console/routes.contract.ts';
import { apiEvent } from '../../support/runtime/lambda-events.ts';
import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';

type Listed = { readonly id: string; readonly [name: string]: unknown };

/** Departments that are looked at in every round, and how many others are. */
const BUSY = ['contact-centre', 'fraud-desk'] as const;
const QUEUES_A_ROUND = 4;

/** Place among the moves: a decision, the resolution that follows it, and what is heard of that. */
const DECIDE = 4;
const HEARD: readonly object[] = [{ rating: 5 }, { rating: 2 }, { outcome: 'FOLLOWED_UP_UNREACHED' }];

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** Agents at their screens: they take what lies there, do something with it, and look again. */
export type Staff = {
  readonly ask: (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer | undefined>;
  /** One round over tasks and complaints; each agent waits for an answer before asking on. */
  readonly round: () => Promise<void>;
  /** One look at the calls to whoever never answers. */
  readonly ring: () => Promise<void>;
  readonly requests: () => number;
  /** Answers that no agent should ever see. */
  readonly failures: readonly string[];
};

/** So many outcomes come with words, some of customers that nobody knows yet. */
const NOTES_PERCENT = 30;
const UNANSWERED = ['NO_ANSWER', 'BUSY', 'VOICEMAIL'];
const CALLS = ['NO_ANSWER', 'BUSY', 'VOICEMAIL', 'RIGHT_PARTY', 'WRONG_PARTY', 'REACHED_SAFE', 'CONFIRMED_GENUINE'];
const OFFERS: readonly object[] = [
  { kind: 'instalments', count: 6, amount: { amount: '300.00', currency: 'CNY' } },
  { kind: 'goodwill', amount: { amount: '50.00', currency: 'CNY' } },
  { kind: 'goodwill', amount: { amount: '20000.00', currency: 'CNY' } },
];

/** One seed in so many has a busy desk: more people complain, and staff look at everything, often. */
const EVERY = 3;
export const isBusy = (seed: string): boolean => Number(seed.split('.').at(-1)) % EVERY === 1;

export function createStaff(
  machine: Machine,
  chance: Chance,
  { busy = false, isSilent = () => false }: { busy?: boolean; isSilent?: (customerId: string) => boolean } = {},
): Staff {
  let requests = 0;
  const failures: string[] = [];

  const ask: Staff['ask'] = async (method, path, body) => {
    requests += 1;
    const [plain = '', query = ''] = path.split('?');
    const { handler, ...found } = matched(method, plain);
    const event = apiEvent({
      method,
      path: plain,
      ...found,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: {
        'content-type': 'application/json',
        // Half of the screens name what they send, so that sending it again does nothing.
        ...(method === 'POST' && chance.happens(50) ? { 'idempotency-key': `key-${requests}` } : {}),
      },
      claims: {
        sub: 'sub-li',
        client_id: 'console',
        username: chance.pick(['li.na', 'wu.di', 'chen']),
        'cognito:groups': '[admin]',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const ended = await machine.invoke(handler, event, 28);
    if (ended.kind !== 'answered') return undefined;
    const { statusCode = 0, body: text = '{}' } = ended.result as APIGatewayProxyStructuredResultV2;
    // What is asked wrongly is a fault of this harness: a screen that never gets an answer would test nothing.
    if (statusCode === 400) failures.push(`${method} ${path}: ${text}`);
    return { status: statusCode, body: JSON.parse(text) as Answer['body'] };
  };
  const post = (path: string, body: object = {}): Promise<Answer | undefined> => ask('POST', path, body);
  const listed = async (path: string): Promise<readonly Listed[]> =>
    ((await ask('GET', path))?.body['items'] ?? []) as never;

  async function work(task: Listed): Promise<void> {
    const path = `/v1/tasks/${task.id}`;
    await post(`${path}/claim`);
    if (chance.happens(10)) return void (await post(`${path}/release`, { reason: '换人' }));
    if (task['kind'] === 'call') await post(`${path}/dial`);
    const outcome =
      task['kind'] === 'call'
        ? chance.pick(isSilent(String(task['customerId'])) && task['audience'] === 'customer' ? UNANSWERED : CALLS)
        : chance.pick(['REACHED_SAFE', 'UNREACHABLE', 'CONFIRMED_GENUINE']);
    await post(`${path}/outcome`, { outcome, ...(chance.happens(NOTES_PERCENT) ? { note: '已按流程处理' } : {}) });
  }

  async function handle({ id }: { readonly id: string }): Promise<void> {
    const path = `/v1/complaints/${id}`;
    const now = new Date(machine.time.now()).toISOString();
    const moves: readonly (() => Promise<unknown>)[] = [
      () => post(`${path}/acknowledge`),
      () => post(`${path}/assign`, { handler: chance.pick(['li.na', 'wu.di']) }),
      () => post(`${path}/note`, { text: '已核对' }),
      () =>
        post(`${path}/offer`, {
          terms: chance.pick(OFFERS),
          expiresAt: new Date(machine.time.now() + 36 * 3_600_000).toISOString(),
        }),
      () => post(`${path}/decide`, { decision: 'upheld', answer: '退还', reason: '多收', closureCode: 'fee' }),
      () =>
        post(`${path}/resolve`, {
          answer: '已退还',
          rootCause: 'fee',
          contact: { channel: 'call', at: now, confirmed: false },
        }),
      () => post(`${path}/follow-up`, chance.pick(HEARD)),
      () => post(`${path}/escalate`, { stage: 'MEDIATION', reason: '要求' }),
      () => post(`${path}/transfer`, { department: chance.pick(DEPARTMENTS), reason: '归口' }),
      () => ask('GET', path),
    ];
    // Some are rung up about how content they are as soon as it is over.
    const ending = moves.slice(DECIDE, DECIDE + (chance.happens(50) ? 3 : 2));
    const chosen = chance.happens(25) ? ending : [chance.pick(moves), chance.pick(moves)];
    for (const move of chosen) await move();
  }

  return {
    ask,
    failures,
    requests: () => requests,
    ring: async () => {
      const tasks = await listed('/v1/tasks?queue=contact-centre&limit=50');
      const calls = tasks.filter(
        ({ state, kind, customerId }) => state === 'QUEUED' && kind === 'call' && isSilent(String(customerId)),
      );
      for (const task of calls) await work(task);
    },
    round: async () => {
      const queues = chance.shuffled(DEPARTMENTS).slice(0, busy ? DEPARTMENTS.length : QUEUES_A_ROUND);
      const tasks: Listed[] = [];
      for (const queue of [...BUSY, ...queues]) tasks.push(...(await listed(`/v1/tasks?queue=${queue}&limit=20`)));
      for (const task of chance.shuffled(tasks.filter(({ state }) => state === 'QUEUED')).slice(0, 6)) await work(task);
      const complaints: Listed[] = [];
      for (const queue of queues) complaints.push(...(await listed(`/v1/complaints?department=${queue}&limit=20`)));
      for (const complaint of chance.shuffled(complaints).slice(0, busy ? 10 : 4)) await handle(complaint);
      if (chance.happens(20)) await ask('GET', `/v1/reports/${chance.pick(['outreach', 'complaints', 'intake'])}`);
    },
  };
}

type Matched = {
  handler: 'staff-api' | 'complaint-api' | 'privacy-api';
  routeKey: string;
  pathParams?: Record<string, string>;
};

function matched(method: string, path: string): Matched {
  for (const route of ROUTES.filter((one) => one.method === method)) {
    const found = new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)')}$`, 'u').exec(path);
    const { handler } = route;
    if (found !== null && (handler === 'staff-api' || handler === 'complaint-api' || handler === 'privacy-api')) {
      return { handler, routeKey: `${method} ${route.path}`, pathParams: { ...found.groups } };
    }
  }
  throw new Error(`route: got none for ${method} ${path}`);
}
