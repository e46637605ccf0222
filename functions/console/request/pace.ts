import { HOUR, type Instant } from '#domain/time.ts';
import type { LeaseStore } from '#store/operations/lease-store.ts';
import type { Route } from '../routes.contract.ts';
import type { Caller } from './caller.ts';

/** What is counted of staff: reading what is known of people, and acting on it. */
export const PACED = ['reads', 'actions'] as const;
export type Paced = (typeof PACED)[number];

/** Seconds to wait where somebody is over the limit of their hour; undefined where they may go on. */
export type Pace = (caller: Caller, route: Route) => Promise<number | undefined>;

export type PaceNeeds = {
  readonly limits: Readonly<Record<Paced, number>>;
  readonly leases: Pick<LeaseStore, 'lease'>;
  readonly keyOf: (hour: number, name: string) => Parameters<LeaseStore['lease']>[0]['key'];
  /** Wall time: a limit on tokens, whatever the business clock says. */
  readonly wallNow: () => Instant;
  /** Tells operations, once a process and hour. */
  readonly slowed: (staff: string, what: Paced) => void;
};

/** Requests that a process leases at a time: the table is asked once for so many. */
const BLOCK = 20;
const KEPT_SECONDS = 8 * 86_400;
const ENDLESS = 1_000_000_000;

type Allowance = { readonly hour: number; left: number; isOver: boolean };

/**
 * Counts what one member of staff does in an hour, over all processes and by name. The counters stay for eight days as
 * the record of who was slowed down; systems are bounded by the throttling of their routes.
 */
export function createPace(needs: PaceNeeds): Pace {
  const known = new Map<string, Allowance>();
  return async (caller, route) => {
    const what = pacedBy(route);
    if (what === undefined || caller.roles.includes('producer')) return undefined;
    const now = needs.wallNow();
    const hour = Math.floor(now / HOUR);
    const name = paceName(what, caller.staff);
    const found = known.get(name);
    const allowance = found?.hour === hour ? found : { hour, left: 0, isOver: false };
    known.set(name, allowance);
    if (allowance.left <= 0 && !allowance.isOver) {
      allowance.left += await leased({ hour, name, limit: needs.limits[what] }, needs);
    }
    if (allowance.left > 0) {
      allowance.left -= 1;
      return undefined;
    }
    if (!allowance.isOver) await noteOver({ hour, name }, needs);
    if (!allowance.isOver) needs.slowed(caller.staff, what);
    allowance.isOver = true;
    return Math.ceil(((hour + 1) * HOUR - now) / 1_000);
  };
}

/** Routes of operations, reports and health tell nothing of people. */
export function pacedBy({ method, path, auth, handler }: Route): Paced | undefined {
  if (auth !== 'token' || handler === 'accept-events' || handler === 'ops-api') return undefined;
  if (UNCOUNTED.some((one) => path.startsWith(one))) return undefined;
  return method === 'GET' || path === '/v1/lookup' ? 'reads' : 'actions';
}

const UNCOUNTED: readonly string[] = ['/v1/ops/', '/v1/reports', '/v1/incidents', '/v1/health'];

/** A name may hold what no key may. */
export const paceName = (what: Paced, staff: string): string => `${what}.${encodeURIComponent(staff)}`;

type Counted = { readonly hour: number; readonly name: string };

const leased = (of: Counted & { readonly limit: number }, { leases, keyOf, wallNow }: PaceNeeds): Promise<number> =>
  leases.lease({
    key: keyOf(of.hour, of.name),
    bounds: [{ counter: 't', limit: of.limit }],
    want: BLOCK,
    least: 1,
    forgetAt: Math.floor(wallNow() / 1_000) + KEPT_SECONDS,
  });

const noteOver = (of: Counted, { leases, keyOf, wallNow }: PaceNeeds): Promise<number> =>
  leases.lease({
    key: keyOf(of.hour, of.name),
    bounds: [{ counter: 'over', limit: ENDLESS }],
    want: 1,
    least: 1,
    forgetAt: Math.floor(wallNow() / 1_000) + KEPT_SECONDS,
  });
