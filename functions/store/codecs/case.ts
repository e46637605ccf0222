import type { Case, Held, Reason } from '#domain/case/case.ts';
import type { ContactAbout } from '#domain/case/contacts/about.ts';
import { dueOf } from '#domain/task/timers.ts';
import {
  type CaseStatus,
  type Department,
  isOpen,
  type Lane,
  type Outcome,
  type Purpose,
  type Severity,
} from '#domain/words.ts';
import {
  binary,
  type Item,
  item,
  json,
  number,
  optionalBinary,
  optionalText,
  readJson,
  readNumber,
  readText,
  text,
} from '../attributes.ts';
import { aggregateName, dueKeys, idOfAggregate, openedSort, parseDueSort, worklistKeys } from '../keys.ts';
import { packAttempts, unpackAttempts } from './attempts.ts';
import { type PackedTimers, packTimers, unpackTimers } from './timers.ts';

/** Bumped when the packed form changes; older forms stay readable by a branch here. */
const SCHEMA = 1;

/** Account 0: the case's own. */
type PackedReason = readonly [
  code: string,
  source: string,
  eventId: string,
  at: number,
  account: string | 0 | null,
  sequence: number | null,
  minor: number | null,
  currency: string | null,
  tail: string | null,
];

type PackedHeld = readonly [
  since: number,
  ruleIds: Held['ruleIds'],
  recheckAt: number,
  cause: string,
  rechecks: number,
];

type Packed = {
  k: string;
  sv: Severity;
  ln: Lane;
  dp: Department;
  oc?: Outcome;
  pl: readonly [string, number];
  s: number;
  r: number;
  rs: PackedReason;
  n: number;
  un?: number;
  di?: readonly number[];
  ta?: readonly number[];
  h?: PackedHeld;
  tk?: string;
  cl?: 1;
  ph?: 1;
  pf?: number;
  ha?: number;
  ti?: string;
  tm?: PackedTimers;
  ra?: number;
  mc: number;
  ja?: readonly [minor: number, currency: string];
  wr?: 1;
  cm?: string;
  ab?: ContactAbout;
};

/**
 * Lists of open cases. A usual case is RUNNING from its opening to its end, so that its place in the index is written
 * twice in all and not with every status.
 */
export const CASE_LISTS = ['RUNNING', 'HELD', 'HUMAN'] as const;
type CaseList = (typeof CASE_LISTS)[number];

/** The list an open case stands in; an ended one stands in none. */
export function listOf(status: CaseStatus): CaseList | undefined {
  if (!isOpen(status)) return undefined;
  return status === 'HELD' || status === 'HUMAN' ? status : 'RUNNING';
}

/** Snapshot attributes without keys, version, head and fence, which the ledger adds. */
export function toItem(of: Case): Item {
  const aggregate = aggregateName('case', of.id);
  const dueAt = dueOf(of);
  const due = dueAt === undefined ? undefined : dueKeys(of.lane, aggregate, dueAt);
  const list = listOf(of.status);
  const work =
    list === undefined ? undefined : worklistKeys({ queue: of.department, state: list, id: of.id, dueAt: of.openedAt });
  return item({
    sc: number(SCHEMA),
    st: text(of.status),
    cu: text(of.customerId),
    oa: text(openedSort(of.openedAt, aggregate)),
    pu: text(of.purpose),
    ai: of.accountId === undefined ? undefined : text(of.accountId),
    dq: due === undefined ? undefined : text(due.dq),
    ds: due === undefined ? undefined : text(due.ds),
    wq: work === undefined ? undefined : text(work.wq),
    ws: work === undefined ? undefined : text(work.ws),
    at: of.attempts.length === 0 ? undefined : binary(packAttempts(of.attempts)),
    k: of.key === undefined ? undefined : binary(of.key),
    d: json(pack(of)),
  });
}

function pack(of: Case): Packed {
  const timers = packTimers(of);
  return {
    k: of.kind,
    sv: of.severity,
    ln: of.lane,
    dp: of.department,
    ...(of.outcome === undefined ? {} : { oc: of.outcome }),
    pl: [of.plan.id, of.plan.version],
    s: of.step,
    r: of.round,
    rs: packReason(of),
    n: of.attemptCount,
    ...(of.uncounted === undefined ? {} : { un: of.uncounted }),
    ...(of.dials === undefined ? {} : { di: of.dials }),
    ...(of.talks === undefined ? {} : { ta: of.talks }),
    ...(of.held === undefined ? {} : { h: packHeld(of.held) }),
    ...(of.token === undefined ? {} : { tk: of.token }),
    ...(of.clarified === true ? { cl: 1 } : {}),
    ...(of.protectiveHold === true ? { ph: 1 } : {}),
    ...(of.proofAt === undefined ? {} : { pf: of.proofAt }),
    ...(of.heardAt === undefined ? {} : { ha: of.heardAt }),
    ...(of.taskId === undefined ? {} : { ti: of.taskId }),
    ...(timers === undefined ? {} : { tm: timers }),
    ...(of.resolvedAt === undefined ? {} : { ra: of.resolvedAt }),
    mc: of.mergedCount,
    ...(of.joinedAmount === undefined ? {} : { ja: [of.joinedAmount.minor, of.joinedAmount.currency] as const }),
    ...(of.wrongful === true ? { wr: 1 } : {}),
    ...(of.complaintId === undefined ? {} : { cm: of.complaintId }),
    ...(of.about === undefined ? {} : { ab: of.about }),
  };
}

const packHeld = (held: Held): PackedHeld => [held.since, held.ruleIds, held.recheckAt, held.cause, held.rechecks];
const unpackHeld = ([since, ruleIds, recheckAt, cause, rechecks]: PackedHeld): Held => ({
  since,
  ruleIds,
  recheckAt,
  cause,
  rechecks,
});

function packReason({ reason, accountId }: Case): PackedReason {
  const account = reason.accountId !== undefined && reason.accountId === accountId ? 0 : (reason.accountId ?? null);
  const { amount, sequence = null, tail = null } = reason;
  const money = [amount?.minor ?? null, amount?.currency ?? null] as const;
  return [reason.code, reason.source, reason.eventId, reason.at, account, sequence, ...money, tail];
}

function unpackReason(packed: PackedReason, own: string | undefined): Reason {
  const [code, source, eventId, at, account, sequence, minor, currency, tail] = packed;
  const accountId = account === 0 ? own : account;
  return {
    code,
    source,
    eventId,
    at,
    ...(accountId === null || accountId === undefined ? {} : { accountId }),
    ...(sequence === null ? {} : { sequence }),
    ...(minor === null || currency === null ? {} : { amount: { minor, currency } }),
    ...(tail === null ? {} : { tail }),
  };
}

/** Throws on a schema it does not know: an unread item must never be taken for an empty one. */
export function fromItem(source: Item): Case {
  const schema = readNumber(source, 'sc');
  if (schema !== SCHEMA) throw new Error(`case schema: got ${schema}, expected ${SCHEMA}`);
  const packed = readJson<Packed>(source, 'd');
  const accountId = optionalText(source, 'ai');
  const id = idOfAggregate(readText(source, 'pk'));
  const attempts = optionalBinary(source, 'at');
  const key = optionalBinary(source, 'k');
  return {
    id,
    version: readNumber(source, 'v'),
    customerId: readText(source, 'cu'),
    ...(accountId === undefined ? {} : { accountId }),
    status: readText(source, 'st') as CaseStatus,
    purpose: readText(source, 'pu') as Purpose,
    openedAt: parseDueSort(readText(source, 'oa')).dueAt,
    ...unpackTimers(id, packed.tm, optionalText(source, 'ds')),
    attempts: attempts === undefined ? [] : unpackAttempts(attempts),
    reason: unpackReason(packed.rs, accountId),
    ...(key === undefined ? {} : { key }),
    ...unpack(packed),
  };
}

function unpack(packed: Packed) {
  return {
    kind: packed.k,
    severity: packed.sv,
    lane: packed.ln,
    department: packed.dp,
    ...(packed.oc === undefined ? {} : { outcome: packed.oc }),
    plan: { id: packed.pl[0], version: packed.pl[1] },
    step: packed.s,
    round: packed.r,
    attemptCount: packed.n,
    ...(packed.un === undefined ? {} : { uncounted: packed.un }),
    ...(packed.di === undefined ? {} : { dials: packed.di }),
    ...(packed.ta === undefined ? {} : { talks: packed.ta }),
    ...(packed.h === undefined ? {} : { held: unpackHeld(packed.h) }),
    ...(packed.tk === undefined ? {} : { token: packed.tk }),
    ...(packed.cl === undefined ? {} : { clarified: true }),
    ...(packed.ph === undefined ? {} : { protectiveHold: true }),
    ...(packed.pf === undefined ? {} : { proofAt: packed.pf }),
    ...(packed.ha === undefined ? {} : { heardAt: packed.ha }),
    ...(packed.ti === undefined ? {} : { taskId: packed.ti }),
    ...(packed.ra === undefined ? {} : { resolvedAt: packed.ra }),
    mergedCount: packed.mc,
    ...(packed.ja === undefined ? {} : { joinedAmount: { minor: packed.ja[0], currency: packed.ja[1] } }),
    ...(packed.wr === undefined ? {} : { wrongful: true }),
    ...(packed.cm === undefined ? {} : { complaintId: packed.cm }),
    ...(packed.ab === undefined ? {} : { about: packed.ab }),
  };
}
