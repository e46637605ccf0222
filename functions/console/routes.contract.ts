import { COMPLAINT_MOVES, type Role } from '#domain/words.ts';

export type Route = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** As the gateway writes it: parameters in braces. */
  readonly path: `/v1/${string}`;
  /** `token`: the gateway asks for a valid token of the pool; `signature`: the function asks for one; `none`: open to all. */
  readonly auth: 'token' | 'signature' | 'none';
  /** Empty where nobody has a token. Checked again in code, with the departments. */
  readonly roles: readonly Role[];
  /** The function that answers. */
  readonly handler: 'accept-events' | 'accept-webhook' | 'staff-api' | 'complaint-api' | 'privacy-api' | 'ops-api';
};

const CASEWORK = ['agent', 'supervisor', 'head', 'admin'] as const;
const REGISTRY = ['producer', 'admin'] as const;
const LEARNING = ['analyst', 'admin'] as const;
const OPERATIONS = ['ops', 'admin'] as const;

/** What is done with an offer. */
const OFFER_MOVES = ['approve', 'accept', 'decline', 'counter'] as const;

const staff = (method: Route['method'], path: Route['path'], roles: readonly Role[]): Route => ({
  method,
  path,
  auth: 'token',
  roles,
  handler: 'staff-api',
});

/** Routes of complaints and of what is learned: a function of their own, so that neither carries the other's words. */
const complaint = (method: Route['method'], path: Route['path'], roles: readonly Role[]): Route => ({
  ...staff(method, path, roles),
  handler: 'complaint-api',
});

const PRIVACY = ['privacy', 'admin'] as const;

/** Routes of the privacy desk: a function of their own, for what they may do is done by nothing else. */
const privacy = (method: Route['method'], path: Route['path']): Route => ({
  ...staff(method, path, PRIVACY),
  handler: 'privacy-api',
});

/**
 * Every route there is and the roles that may use it, as docs/openapi.json lists them; `lib` makes exactly these, and the
 * API answers exactly these.
 */
export const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/events',
    auth: 'token',
    roles: ['producer', 'admin'],
    handler: 'accept-events',
  },
  {
    method: 'POST',
    path: '/v1/webhooks/{channel}',
    auth: 'signature',
    roles: [],
    handler: 'accept-webhook',
  },
  { method: 'GET', path: '/v1/health', auth: 'none', roles: [], handler: 'staff-api' },

  staff('GET', '/v1/cases', CASEWORK),
  staff('GET', '/v1/cases/{id}', CASEWORK),
  staff('GET', '/v1/cases/{id}/why', CASEWORK),
  staff('POST', '/v1/cases/{id}/close', CASEWORK),
  staff('POST', '/v1/cases/{id}/hold', CASEWORK),
  staff('POST', '/v1/cases/{id}/resume', CASEWORK),
  staff('POST', '/v1/cases/{id}/stage', CASEWORK),
  staff('POST', '/v1/cases/{id}/resolve-unknown', CASEWORK),

  staff('GET', '/v1/tasks', CASEWORK),
  staff('GET', '/v1/tasks/{id}', CASEWORK),
  staff('POST', '/v1/tasks/{id}/claim', CASEWORK),
  staff('POST', '/v1/tasks/{id}/dial', CASEWORK),
  staff('POST', '/v1/tasks/{id}/outcome', CASEWORK),
  staff('POST', '/v1/tasks/{id}/release', CASEWORK),

  complaint('POST', '/v1/complaints', CASEWORK),
  complaint('GET', '/v1/complaints', CASEWORK),
  complaint('GET', '/v1/complaints/{id}', CASEWORK),
  ...COMPLAINT_MOVES.map((move) => complaint('POST', `/v1/complaints/{id}/${move}`, CASEWORK)),
  ...OFFER_MOVES.map((move) => complaint('POST', `/v1/complaints/{id}/offers/{offerId}/${move}`, CASEWORK)),

  complaint('GET', '/v1/incidents', LEARNING),
  complaint('GET', '/v1/incidents/{id}', LEARNING),
  complaint('GET', '/v1/reports', [...CASEWORK, 'analyst']),
  complaint('GET', '/v1/reports/{report}', [...CASEWORK, 'analyst']),

  staff('PUT', '/v1/customers/{id}', REGISTRY),
  staff('GET', '/v1/customers/{id}', [...REGISTRY, 'privacy']),
  staff('PUT', '/v1/customers/{id}/contacts/{contactId}', REGISTRY),
  staff('GET', '/v1/customers/{id}/contacts/{contactId}', [...REGISTRY, 'privacy']),
  staff('DELETE', '/v1/customers/{id}/contacts/{contactId}', REGISTRY),
  staff('GET', '/v1/accounts/{id}', REGISTRY),
  staff('POST', '/v1/lookup', ['agent', 'supervisor', 'head', 'privacy', 'admin']),
  staff('GET', '/v1/inbox', CASEWORK),

  privacy('POST', '/v1/subjects/{customerId}/export'),
  privacy('POST', '/v1/subjects/{customerId}/erase'),
  privacy('POST', '/v1/subjects/{customerId}/hold'),
  privacy('POST', '/v1/subjects/{customerId}/release'),
  privacy('POST', '/v1/subjects/{customerId}/contacts/{contactId}/export'),
  privacy('POST', '/v1/subjects/{customerId}/contacts/{contactId}/erase'),
  privacy('GET', '/v1/erasures'),
  privacy('POST', '/v1/erasures'),
  privacy('POST', '/v1/erasures/replay'),
  privacy('POST', '/v1/erasures/{id}/approve'),
  staff('GET', '/v1/audit/{aggregateId}/verify', ['privacy', 'supervisor', 'admin']),
  staff('GET', '/v1/ops/queues', OPERATIONS),
  { ...staff('POST', '/v1/ops/redrive', OPERATIONS), handler: 'ops-api' },
  staff('POST', '/v1/ops/pause', OPERATIONS),
  staff('POST', '/v1/ops/resume', OPERATIONS),
  staff('GET', '/v1/ops/quarantine', OPERATIONS),
  staff('POST', '/v1/ops/quarantine/{id}/replay', OPERATIONS),
  staff('POST', '/v1/ops/quarantine/{id}/discard', OPERATIONS),
];
