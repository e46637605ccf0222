import { FAULTS } from '#domain/errors.ts';
import { FAULTS_TOLD } from '../../functions/console/request/faults-told.ts';
import { PROBLEMS, type ProblemCode } from '../../functions/console/request/problems.ts';
import type { Route } from '../../functions/console/routes.contract.ts';
import { STATUS_ALONE } from '../../functions/intake/outcome.ts';
import { PROBLEMS as OF_WEBHOOKS } from '../../functions/replies/webhooks.contract.ts';
import { type Json, ref } from './schemas.ts';

/** Codes of the events route that are no refusals of events. */
const EVENT_DOOR = { 'request.media-type': 415, 'request.too-many-events': 413 } as const;

/** Codes of the webhooks' route. */
const WEBHOOK_DOOR = {
  ...OF_WEBHOOKS,
  'message.id-reused': FAULTS['message.id-reused'].status,
  'channel.secret-unavailable': FAULTS['channel.secret-unavailable'].status,
} as const;

type Statuses = Readonly<Record<string, number>>;
const EVERYWHERE: Statuses = {
  ...WEBHOOK_DOOR,
  ...Object.fromEntries(FAULTS_TOLD.map((code) => [code, FAULTS[code].status])),
  'store.throttled': 503,
  'request.failed': 500,
  ...PROBLEMS,
};
/** The events route has statuses of its own for refusals that the registry routes share. */
const OF_EVENTS: Statuses = { ...EVERYWHERE, ...EVENT_DOOR, ...STATUS_ALONE };

export const statusesOf = (route: Route): Statuses => (route.handler === 'accept-events' ? OF_EVENTS : EVERYWHERE);

/** Every code any route may answer with: its status, or both where the events route has another. */
export const CODES: Readonly<Record<string, number | readonly number[]>> = Object.fromEntries(
  Object.entries({ ...OF_EVENTS, ...EVERYWHERE }).map(([code, status]) => {
    const ofEvents = OF_EVENTS[code] ?? status;
    return [code, ofEvents === status ? status : [ofEvents, status]];
  }),
);

const TOKEN: readonly ProblemCode[] = ['request.no-token', 'request.role-missing', 'request.too-many'];
const ONCE: readonly ProblemCode[] = ['request.key-invalid', 'request.key-reused', 'request.in-progress'];

/** Staff and systems may name a request with a key of their own; events and webhooks have identities. */
export const isOnce = ({ method, handler }: Route): boolean =>
  method === 'POST' && handler !== 'accept-events' && handler !== 'accept-webhook';

/** Codes of one route: its own, those of its door, and the faults that may lie under any of them. */
export function codesOf(route: Route, own: readonly string[]): readonly string[] {
  const door = route.auth === 'token' ? TOKEN : [];
  const once = isOnce(route) ? ONCE : [];
  const webhooks = route.handler === 'accept-webhook' ? Object.keys(WEBHOOK_DOOR) : [];
  const events = route.handler === 'accept-events' ? [...Object.keys(EVENT_DOOR), ...Object.keys(STATUS_ALONE)] : [];
  return [
    ...new Set([...own, ...door, ...once, ...events, ...webhooks, 'request.invalid', ...FAULTS_TOLD, 'request.failed']),
  ];
}

/** Problem responses that routes share: each set of codes of one status is described once. */
export function problemBook() {
  const named = new Map<string, string>();
  const responses: Record<string, Json> = {};
  const nameOf = (status: number, codes: readonly string[]): string => {
    const key = [status, ...codes].join();
    const known = named.get(key);
    if (known !== undefined) return known;
    const before = Object.keys(responses).filter((name) => name.startsWith(`Problem${status}`)).length;
    const name = before === 0 ? `Problem${status}` : `Problem${status}-${before + 1}`;
    named.set(key, name);
    responses[name] = problemResponse(codes);
    return name;
  };
  return {
    responses,
    /** Problem responses of a route by status, each with the codes it may carry. */
    of: (codes: readonly string[], statuses: Statuses): Json => {
      const byStatus = [...Map.groupBy(codes, (code) => statuses[code] ?? 400)].toSorted(
        ([one], [other]) => one - other,
      );
      return Object.fromEntries(
        byStatus.map(([status, some]) => [
          String(status),
          { $ref: `#/components/responses/${nameOf(status, some.toSorted())}` },
        ]),
      );
    },
  };
}
export type ProblemBook = ReturnType<typeof problemBook>;

const problemResponse = (codes: readonly string[]): Json => ({
  description: codes.join(', '),
  content: {
    'application/problem+json': { schema: { allOf: [ref('Problem'), { properties: { code: { enum: codes } } }] } },
  },
});

export const PROBLEM: Json = {
  type: 'object',
  description:
    'RFC 9457. `code` is stable; `detail` says what was got and what was expected, and quotes nobody’s data.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', description: 'urn:liaison:problem:<code>' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string', description: 'JSON pointer (RFC 6901)' }, detail: { type: 'string' } },
      },
    },
    legal: { type: 'array', items: { type: 'string' }, description: 'Moves that are possible instead' },
    rules: { type: 'array', items: ref('RuleId'), description: 'Rules that refused a contact' },
  },
};
