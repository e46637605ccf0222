import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Case, Task } from '#domain/case/case.ts';
import type { Transition } from '#domain/case/transition.ts';
import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import type { Department, Role } from '#domain/words.ts';
import { createIds } from '#runtime/ids.ts';
import type { Settings } from '#runtime/settings.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import type { Op, Stored } from '#store/ledger.ts';
import { contactPut, customerChange } from '#store/people/customer-store.ts';
import { createReader } from '#store/reader.ts';
import type { ComplaintNeeds } from '../../functions/console/complaint-ports.ts';
import { joinConsole } from '../../functions/console/live.ts';
import { apiOf } from '../../functions/console/live-api.ts';
import { joinComplaints } from '../../functions/console/live-complaints.ts';
import { COMPLAINT_DOORS, STAFF_DOORS } from '../../functions/console/operations/live-doors.ts';
import type { ConsoleNeeds } from '../../functions/console/ports.ts';
import type { RequestNeeds } from '../../functions/console/request/operation.ts';
import { NOON } from './cases.ts';
import type { Engine } from './engine.ts';
import { ledgerOn } from './ledgers.ts';
import { customerOf } from './records.ts';
import { recordingSurroundings } from './runtime/fakes-runtime.ts';
import { apiEvent, lambdaContext } from './runtime/lambda-events.ts';
import { AMPLE } from './spend.ts';
import { vaultOn } from './vaults.ts';

export const SETTINGS: Settings = {
  bank: { nameZh: '甲乙银行', nameEn: 'Jiayi Bank', phone: '95599' },
  defaults: { jurisdiction: 'CN', timezone: 'Asia/Shanghai', locale: 'zh-CN', pausedPurposes: [], ...AMPLE },
};

/** Who asks, as the gateway's authorizer hands the token over. */
export type As = { readonly role: Role; readonly departments?: readonly Department[]; readonly staff?: string };
export const agent: As = { role: 'agent', departments: ['fraud-desk'], staff: 'li.na' };
export const admin: As = { role: 'admin', staff: 'root' };
export const ops: As = { role: 'ops', staff: 'op.1' };
export const privacy: As = { role: 'privacy', staff: 'desk.1' };
export const producer: As = { role: 'producer', staff: 'core-banking' };

const claimsOf = ({ role, departments = [], staff = 'staff-1' }: As): Record<string, unknown> => ({
  sub: `sub-${staff}`,
  client_id: 'console',
  username: staff,
  ...(role === 'producer'
    ? { scope: 'liaison/producer' }
    : { 'cognito:groups': `[${[role, ...departments.map((one) => `dept-${one}`)].join(' ')}]` }),
});

export type Ask = {
  /** `null`: no token at all. */
  readonly as?: As | null;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
};
export type Told = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
};

type Change = {
  readonly needs?: ConsoleNeeds & RequestNeeds;
  readonly complaintNeeds?: ComplaintNeeds;
  readonly entriesBucket?: string;
};

/** The handlers of all routes of staff on a table engine, with a clock that stands and a queue that keeps what it is sent. */
export function consoleOn(engine: Engine, change: Change = {}) {
  const time = { now: NOON };
  const sent: unknown[] = [];
  const vault = vaultOn(engine);
  const around = recordingSurroundings();
  const parts = {
    db: engine.client,
    tableName: engine.tableName,
    vault,
    clock: { businessNow: () => time.now, wallNow: () => time.now, fromWire: Number },
    ids: createIds(),
  };
  const joined = joinConsole({
    ...parts,
    events: {
      url: 'https://events',
      queue: {
        sendAll: (_url, messages) => {
          sent.push(...messages.map(({ body }) => body));
          return Promise.resolve([]);
        },
        depth: (url) => Promise.resolve({ visible: url === 'https://dead' ? 0 : sent.length, inFlight: 0, delayed: 0 }),
      },
    },
    queues: [{ name: 'Intake.Events', url: 'https://events', deadLetters: 'https://dead' }],
    log: around.log,
    settings: SETTINGS,
    version: '0.0.0-test',
    entriesBucket: change.entriesBucket,
  });
  const needs = change.needs ?? joined;
  const complaintNeeds = change.complaintNeeds ?? joinComplaints({ ...parts, settings: SETTINGS });
  const staffApi = apiOf(STAFF_DOORS, () => needs, around);
  const complaintApi = apiOf(COMPLAINT_DOORS, () => complaintNeeds, around);
  const ask = async (route: string, ids: Record<string, string> = {}, how: Ask = {}): Promise<Told> => {
    const handler = Object.hasOwn(COMPLAINT_DOORS, route.split('/')[2] ?? '') ? complaintApi : staffApi;
    return toldBy(await handler(requestOf(route, ids, how), lambdaContext()));
  };
  const csv = async (
    route: string,
    ids: Record<string, string>,
    how: Ask,
  ): Promise<{ type: unknown; text: unknown }> => {
    const { headers, body } = await complaintApi(requestOf(route, ids, how), lambdaContext());
    return { type: headers?.['content-type'], text: body };
  };
  return { ask, csv, needs, complaintNeeds, vault, time, sent, around };
}

/** `POST /v1/tasks/{id}/claim` with `{ id }`, as the gateway delivers it. */
export function requestOf(route: string, ids: Record<string, string>, { as = admin, query, body, key, headers }: Ask) {
  const [method = '', template = ''] = route.split(' ');
  return apiEvent({
    method,
    routeKey: route,
    path: template.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => encodeURIComponent(ids[name] ?? '')),
    pathParams: ids,
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...headers,
    },
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(as === null ? {} : { claims: claimsOf(as) }),
  });
}

export const toldBy = ({ statusCode = 0, headers = {}, body = '{}' }: APIGatewayProxyStructuredResultV2): Told => ({
  status: statusCode,
  headers,
  body: JSON.parse(body) as Told['body'],
});

/** Puts people and cases on record, as the other stages would. */
export function recordsOn(engine: Engine, vault: ReturnType<typeof vaultOn>) {
  const ledger = ledgerOn(engine);
  const cases = createCaseStore(createReader(engine.client, engine.tableName));
  const done = async (change: Parameters<typeof ledger.commit>[0]): Promise<void> => {
    const result = await ledger.commit(change);
    if (result.kind !== 'committed') throw new Error(`not written: ${JSON.stringify(result.failed)}`);
  };
  const entry = (type: string) =>
    ({ type, actor: { kind: 'system', name: 'test' }, at: NOON, facts: {}, effects: [] }) as const;
  return {
    customer: async (change: Partial<Customer> = {}, contacts: readonly EmergencyContact[] = []): Promise<void> => {
      const after = customerOf({ version: 0, revision: 0, gateVersion: 1, ...change });
      const advance = await customerChange({ before: undefined, after, entry: entry('customer.registered') }, vault);
      const also: Op[] = await Promise.all(contacts.map((contact) => contactPut(undefined, contact, vault)));
      await done({ advances: [advance], also });
    },
    /** A case as it is, and its tasks. */
    opened: (next: Case, tasks: readonly Task[] = []): Promise<void> => {
      const { advance, also } = caseChange(undefined, {
        next: { ...next, version: 1 },
        entry: entry('case.opened'),
        tasks,
      });
      return done({ advances: [advance], also });
    },
    moved: async (id: string, move: (of: Case) => Transition, sealed?: Uint8Array): Promise<void> => {
      const from: Stored<Case> | undefined = await cases.load(id);
      if (from === undefined) throw new Error(`no case ${id}`);
      const { advance, also } = caseChange(from, move(from.state), sealed);
      await done({ advances: [advance], also });
    },
    commit: done,
  };
}
