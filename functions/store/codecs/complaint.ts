import type { Complaint } from '#domain/complaint/complaint.ts';
import type { ComplaintStatus } from '#domain/words.ts';
import { type Item, item, json, number, optionalText, readJson, readNumber, readText, text } from '../attributes.ts';
import { aggregateName, idOfAggregate, openedSort, worklistKeys } from '../keys.ts';

/** Bumped when the packed form changes; older forms stay readable by a branch here. */
const SCHEMA = 1;
type Packed = Omit<Complaint, 'id' | 'version' | 'customerId' | 'status' | 'receivedAt'>;

/** Nobody works on these any more: they leave their department's list. */
const ENDED: readonly ComplaintStatus[] = ['FOLLOWED_UP_SATISFIED', 'FOLLOWED_UP_UNREACHED', 'WITHDRAWN'];

/** Snapshot attributes without keys, version, head and fence, which the ledger adds. */
export function toItem(of: Complaint): Item {
  const { id, version: _version, customerId, status, receivedAt, ...packed } = of;
  const aggregate = aggregateName('complaint', id);
  const work = ENDED.includes(status)
    ? undefined
    : worklistKeys({ queue: of.department, state: status, id, dueAt: receivedAt });
  return item({
    sc: number(SCHEMA),
    st: text(status),
    cu: customerId === undefined ? undefined : text(customerId),
    oa: customerId === undefined ? undefined : text(openedSort(receivedAt, aggregate)),
    ra: number(receivedAt),
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
  return {
    id: idOfAggregate(readText(source, 'pk')),
    version: readNumber(source, 'v'),
    ...(customerId === undefined ? {} : { customerId }),
    status: readText(source, 'st') as ComplaintStatus,
    receivedAt: readNumber(source, 'ra'),
    ...readJson<Packed>(source, 'd'),
  };
}
