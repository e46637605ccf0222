import { nextDueAt } from '#domain/complaint/clock.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { ComplaintStatus } from '#domain/words.ts';
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
import { aggregateName, boardKeys, idOfAggregate, openedSort } from '../keys.ts';

/** Bumped when the packed form changes; older forms stay readable by a branch here. */
const SCHEMA = 1;
type Packed = Omit<Complaint, 'id' | 'version' | 'customerId' | 'status' | 'receivedAt' | 'key'>;

/** Nobody works on these any more: they leave their department's list. */
const ENDED: readonly ComplaintStatus[] = ['FOLLOWED_UP_SATISFIED', 'FOLLOWED_UP_UNREACHED', 'WITHDRAWN'];

/** Snapshot attributes without keys, version, head and fence, which the ledger adds. */
export function toItem(of: Complaint): Item {
  const { id, version: _version, customerId, status, receivedAt, key, ...packed } = of;
  const aggregate = aggregateName('complaint', id);
  const work = ENDED.includes(status)
    ? undefined
    : boardKeys({ department: of.department, resolved: status === 'RESOLVED', id, dueAt: nextDueAt(of.clocks) });
  return item({
    sc: number(SCHEMA),
    st: text(status),
    cu: customerId === undefined ? undefined : text(customerId),
    oa: customerId === undefined ? undefined : text(openedSort(receivedAt, aggregate)),
    ra: number(receivedAt),
    k: key === undefined ? undefined : binary(key),
    wq: work === undefined ? undefined : text(work.wq),
    ws: work === undefined ? undefined : text(work.ws),
    d: json(packed satisfies Packed),
  });
}

/** Throws on a schema it does not know: an unread item must never be taken for an empty one. */
export function fromItem(source: Item): Complaint {
  const schema = readNumber(source, 'sc');
  if (schema !== SCHEMA) throw new Error(`complaint schema: got ${schema}, expected ${SCHEMA}`);
  const customerId = optionalText(source, 'cu');
  const key = optionalBinary(source, 'k');
  return {
    id: idOfAggregate(readText(source, 'pk')),
    version: readNumber(source, 'v'),
    ...(customerId === undefined ? {} : { customerId }),
    status: readText(source, 'st') as ComplaintStatus,
    receivedAt: readNumber(source, 'ra'),
    ...(key === undefined ? {} : { key }),
    ...readJson<Packed>(source, 'd'),
  };
}
