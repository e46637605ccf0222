import { DEPARTMENTS, type Department, ROLES, type Role } from '#domain/words.ts';
import type { Claims } from '#runtime/from-api.ts';

/** Who asks, as far as the words of the product go: groups of other systems are dropped. */
export type Caller = {
  /** Staff id as the token says it: what the record shows. */
  readonly staff: string;
  /** Subject and client of the token: whose idempotency keys these are. */
  readonly principal: string;
  readonly roles: readonly Role[];
  readonly departments: readonly Department[];
  /** A head above all departments: the token names none, not even one that is nobody's here. */
  readonly isAbove?: true;
};

export function callerOf(claims: Claims): Caller {
  const isAbove = claims.roles.includes('head') && claims.departments.length === 0;
  return {
    ...(isAbove ? { isAbove } : {}),
    staff: claims.name,
    principal: `${claims.client} ${claims.sub}`,
    roles: ROLES.filter((role) => claims.roles.includes(role)),
    departments: DEPARTMENTS.filter((department) => claims.departments.includes(department)),
  };
}

export const hasRole = (caller: Caller, roles: readonly Role[]): boolean =>
  caller.roles.some((role) => roles.includes(role));

/**
 * May this caller see work of that department? Agents and supervisors only their own; a head as well, unless the token
 * names no department: then the head stands above all of them; admin everything.
 */
export function maySee(caller: Caller, department: Department): boolean {
  return caller.roles.includes('admin') || caller.isAbove === true || caller.departments.includes(department);
}

/** Higher ones first: whoever has several acts as the highest. */
const RANKS: readonly Role[] = ['admin', 'head', 'supervisor', 'agent'];

export const rankOf = ({ roles }: Pick<Caller, 'roles'>): Role => RANKS.find((role) => roles.includes(role)) ?? 'agent';
