import { nextDueAt } from '#domain/complaint/clock.ts';
import { type Complaint, hasEnded } from '#domain/complaint/complaint.ts';
import { dueOf } from '#domain/task/timers.ts';
import type { ComplaintStatus } from '#domain/words.ts';
import {
  binary,
  type Item,
  item,
  json,
  number,
  optionalBinary,
  optionalJson,
  optionalText,
  readBinary,
  readJson,
  readNumber,
  readText,
  text,
} from '../attributes.ts';
import { aggregateName, boardKeys, dueKeys, idOfAggregate, openedSort } from '../keys.ts';
import { packBody, unpackBody } from './complaints/body.ts';
import { type PackedTimers, packTimers, unpackTimers } from './timers.ts';

/** Bumped when the packed form changes; older forms stay readable by a branch here. */
const SCHEMA = 3;
const SECOND_SCHEMA = 2;
const FIRST_SCHEMA = 1;

/** Snapshot attributes without keys, version, head and fence, which the ledger adds. */
export function toItem(of: Complaint): Item {
  const { id, customerId, status, key } = of;
  const dueAt = dueOf(of);
  const aggregate = aggregateName('complaint', id);
  const due = dueAt === undefined ? undefined : dueKeys(of.lane, aggregate, dueAt);
  const timers = packTimers(of);
  const resolved = status === 'RESOLVED';
  const board = hasEnded(of)
    ? undefined
    : boardKeys({ department: of.department, resolved, id, dueAt: nextDueAt(of.clocks) });
  return item({
    sc: number(SCHEMA),
    st: text(status),
    cu: customerId === undefined ? undefined : text(customerId),
    oa: customerId === undefined ? undefined : text(openedSort(of.receivedAt, aggregate)),
    k: key === undefined ? undefined : binary(key),
    wq: board === undefined ? undefined : text(board.wq),
    ws: board === undefined ? undefined : text(board.ws),
    dq: due === undefined ? undefined : text(due.dq),
    ds: due === undefined ? undefined : text(due.ds),
    tm: timers === undefined ? undefined : json(timers),
    b: binary(packBody(of)),
  });
}

/** Throws on a schema it does not know: an unread item must never be taken for an empty one. */
export function fromItem(source: Item): Complaint {
  const schema = readNumber(source, 'sc');
  if (![SCHEMA, SECOND_SCHEMA, FIRST_SCHEMA].includes(schema))
    throw new Error(`complaint schema: got ${schema}, expected ${FIRST_SCHEMA} to ${SCHEMA}`);
  const id = idOfAggregate(readText(source, 'pk'));
  const customerId = optionalText(source, 'cu');
  const key = optionalBinary(source, 'k');
  const timers = optionalJson<PackedTimers>(source, 'tm');
  const known = {
    id,
    version: readNumber(source, 'v'),
    ...(customerId === undefined ? {} : { customerId }),
    status: readText(source, 'st') as ComplaintStatus,
    ...(key === undefined ? {} : { key }),
    ...unpackTimers(id, timers, optionalText(source, 'ds')),
  };
  if (schema === FIRST_SCHEMA) return firstForm(source, known);
  return { ...known, ...unpackBody(readBinary(source, 'b'), { id, later: schema === SCHEMA }) };
}

type Known = Pick<Complaint, 'id' | 'version' | 'status'>;
type FirstBody = Pick<Complaint, 'audience' | 'channel' | 'category' | 'severity' | 'department' | 'stage' | 'caseId'>;

/** Before clocks and triage: what it did not know yet is empty, and its days end where days are counted from. */
function firstForm(source: Item, known: Known): Complaint {
  const none = { categories: [], flags: [], left: [], formerHandlers: [], clocks: [], linked: [], offers: [] } as const;
  const unsaid = { kind: 'complaint', jurisdiction: 'CN', timezone: 'UTC', lane: 'normal' } as const;
  return {
    ...none,
    ...unsaid,
    reopened: 0,
    offerCount: 0,
    agreements: [],
    receivedAt: readNumber(source, 'ra'),
    ...readJson<FirstBody>(source, 'd'),
    ...known,
  };
}
