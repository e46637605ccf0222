import type { Attempt, Case, Held, Reason } from '#domain/case/case.ts';
import {
  type CaseStatus,
  type Department,
  isOpen,
  type Lane,
  type Outcome,
  type Purpose,
  type Severity,
} from '#domain/words.ts';
import { type Item, item, json, number, readJson, readNumber, readText, text } from '../attributes.ts';
import { aggregateName, dueKeys, openedSort, worklistKeys } from '../keys.ts';

/** Bumped when the packed form changes; older forms stay readable by a branch here. */
const SCHEMA = 1;

type PackedAttempt = readonly [
  n: number,
  step: string,
  channel: string,
  audience: string,
  state: string,
  at: number,
  more?: Partial<Record<'c' | 'p' | 'r' | 'rc' | 'u' | 'd' | 'a', string | number>>,
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
  rs: Reason;
  at: readonly PackedAttempt[];
  n: number;
  h?: Held;
  tk?: string;
  cl?: 1;
  ph?: 1;
  pf?: number;
  ti?: string;
  ra?: number;
  mc: number;
  wr?: 1;
  cm?: string;
};

function packAttempt(attempt: Attempt): PackedAttempt {
  const more = {
    ...(attempt.contactId === undefined ? {} : { c: attempt.contactId }),
    ...(attempt.point === undefined ? {} : { p: attempt.point }),
    ...(attempt.rule === undefined ? {} : { r: attempt.rule }),
    ...(attempt.receipt === undefined ? {} : { rc: attempt.receipt }),
    ...(attempt.until === undefined ? {} : { u: attempt.until }),
    ...(attempt.decisionSeq === undefined ? {} : { d: attempt.decisionSeq }),
    ...(attempt.answer === true ? { a: 1 } : {}),
  };
  const base = [attempt.n, attempt.step, attempt.channel, attempt.audience, attempt.state, attempt.at] as const;
  return Object.keys(more).length === 0 ? base : [...base, more];
}

function unpackAttempt([n, step, channel, audience, state, at, more = {}]: PackedAttempt): Attempt {
  return {
    n,
    step,
    channel,
    audience,
    state,
    at,
    ...(more.c === undefined ? {} : { contactId: more.c }),
    ...(more.p === undefined ? {} : { point: more.p }),
    ...(more.r === undefined ? {} : { rule: more.r }),
    ...(more.rc === undefined ? {} : { receipt: more.rc }),
    ...(more.u === undefined ? {} : { until: more.u }),
    ...(more.d === undefined ? {} : { decisionSeq: more.d }),
    ...(more.a === undefined ? {} : { answer: true }),
  } as Attempt;
}

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
  const due = of.dueAt === undefined ? undefined : dueKeys(of.lane, aggregate, of.dueAt);
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
    op: number(of.openedAt),
    du: of.dueAt === undefined ? undefined : number(of.dueAt),
    dq: due === undefined ? undefined : text(due.dq),
    ds: due === undefined ? undefined : text(due.ds),
    wq: work === undefined ? undefined : text(work.wq),
    ws: work === undefined ? undefined : text(work.ws),
    d: json(pack(of)),
  });
}

function pack(of: Case): Packed {
  return {
    k: of.kind,
    sv: of.severity,
    ln: of.lane,
    dp: of.department,
    ...(of.outcome === undefined ? {} : { oc: of.outcome }),
    pl: [of.plan.id, of.plan.version],
    s: of.step,
    r: of.round,
    rs: of.reason,
    at: of.attempts.map(packAttempt),
    n: of.attemptCount,
    ...(of.held === undefined ? {} : { h: of.held }),
    ...(of.token === undefined ? {} : { tk: of.token }),
    ...(of.clarified === true ? { cl: 1 } : {}),
    ...(of.protectiveHold === true ? { ph: 1 } : {}),
    ...(of.proofAt === undefined ? {} : { pf: of.proofAt }),
    ...(of.taskId === undefined ? {} : { ti: of.taskId }),
    ...(of.resolvedAt === undefined ? {} : { ra: of.resolvedAt }),
    mc: of.mergedCount,
    ...(of.wrongful === true ? { wr: 1 } : {}),
    ...(of.complaintId === undefined ? {} : { cm: of.complaintId }),
  };
}

/** Throws on a schema it does not know: an unread item must never be taken for an empty one. */
export function fromItem(source: Item): Case {
  const schema = readNumber(source, 'sc');
  if (schema !== SCHEMA) throw new Error(`case schema: got ${schema}, expected ${SCHEMA}`);
  const packed = readJson<Packed>(source, 'd');
  return {
    id: readText(source, 'pk').slice('CASE#'.length),
    version: readNumber(source, 'v'),
    customerId: readText(source, 'cu'),
    ...(source['ai']?.S === undefined ? {} : { accountId: source['ai'].S }),
    status: readText(source, 'st') as CaseStatus,
    purpose: readText(source, 'pu') as Purpose,
    openedAt: readNumber(source, 'op'),
    ...(source['du']?.N === undefined ? {} : { dueAt: Number(source['du'].N) }),
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
    reason: packed.rs,
    attempts: packed.at.map(unpackAttempt),
    attemptCount: packed.n,
    ...(packed.h === undefined ? {} : { held: packed.h }),
    ...(packed.tk === undefined ? {} : { token: packed.tk }),
    ...(packed.cl === undefined ? {} : { clarified: true }),
    ...(packed.ph === undefined ? {} : { protectiveHold: true }),
    ...(packed.pf === undefined ? {} : { proofAt: packed.pf }),
    ...(packed.ti === undefined ? {} : { taskId: packed.ti }),
    ...(packed.ra === undefined ? {} : { resolvedAt: packed.ra }),
    mergedCount: packed.mc,
    ...(packed.wr === undefined ? {} : { wrongful: true }),
    ...(packed.cm === undefined ? {} : { complaintId: packed.cm }),
  };
}
