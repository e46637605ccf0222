import * as v from 'valibot';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { isComplaintOpen } from '#domain/complaint/transition.ts';
import { parseInstant } from '#domain/time.ts';
import { COMPLAINT_STATUSES, DEPARTMENTS, type Department } from '#domain/words.ts';
import { Time } from '../../../intake/fields.contract.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { mayRead } from '../../moves/read-complaint.ts';
import { maySee } from '../../request/caller.ts';
import { cursorOf, readCursor } from '../../request/cursor.ts';
import { invalidAt } from '../../request/invalid.ts';
import { type Ask, door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { Id, limitOf, NoBody, PAGING, pageOf } from '../../shapes/basics.ts';
import { type ComplaintLineShape, ComplaintLineShape as Line } from '../../shapes/complaint.ts';
import { complaintLine } from '../../views/complaint-view.ts';

const Query = v.strictObject({
  department: v.optional(v.picklist(DEPARTMENTS)),
  customerId: v.optional(Id),
  state: v.optional(v.pipe(v.picklist(COMPLAINT_STATUSES), v.description('Without one, a board lists open ones'))),
  due: v.optional(v.pipe(Time, v.description('Only what is due at this instant or before'))),
  ...PAGING,
});
type Listing = Ask<v.InferOutput<typeof Query>>;

export const listComplaints = door({
  summary: {
    en: 'The board of a department (open complaints, soonest due first), or all complaints of a customer',
    zh: '部门看板(未结投诉,最早到期在前),或某客户的全部投诉',
  },
  query: Query,
  body: NoBody,
  answer: pageOf(Line),
  problems: ['request.cursor-invalid', 'request.not-found'],
  run: async (ask, needs: ComplaintNeeds): Promise<Answer> => {
    const { department, customerId, state } = ask.query;
    if ((department === undefined) === (customerId === undefined)) {
      return invalidAt('', 'expected department or customerId, one of them');
    }
    if (department === undefined) return ofCustomer(ask, customerId ?? '', needs);
    if (state !== undefined && !isComplaintOpen(state) && state !== 'RESOLVED') {
      return invalidAt('/state', 'expected a customerId: a board lists what is open or resolved');
    }
    return board(ask, department, needs);
  },
});

/** One question to the index and one for the complaints; a rare state makes a short page with a cursor. */
async function board({ caller, query }: Listing, department: Department, needs: ComplaintNeeds): Promise<Answer> {
  if (!maySee(caller, department)) return notFound;
  const begin = readCursor(query.cursor, needs.positions.worklist);
  if ('problem' in begin) return begin;
  const dueBy = query.due === undefined ? undefined : parseInstant(query.due);
  const { complaints, next } = await needs.complaints.board(
    { department, resolved: query.state === 'RESOLVED' },
    { limit: limitOf(query), ...begin, ...(dueBy === undefined ? {} : { dueBy }) },
  );
  const fitting = complaints.filter(({ status }) => query.state === undefined || status === query.state);
  return ok({ items: fitting.map(complaintLine), ...(next === undefined ? {} : { cursor: cursorOf(next) }) });
}

/** Cases and complaints of a customer that are looked through for one page. */
const LOOKED_THROUGH = 100;

/** Newest first page by page, each page soonest due first; those of departments that the caller may not see are left out. */
async function ofCustomer({ caller, query }: Listing, customerId: string, needs: ComplaintNeeds): Promise<Answer> {
  const begin = readCursor(query.cursor, needs.positions.opened);
  if ('problem' in begin) return begin;
  const before = begin.after === undefined ? {} : { before: begin.after };
  const { cases, more } = await needs.customerCases.page(customerId, { limit: LOOKED_THROUGH, ...before });
  const places = cases.filter(({ kind }) => kind === 'complaint');
  const taken = places.slice(0, limitOf(query));
  const found = await needs.complaints.loadAll(taken.map(({ id }) => id));
  const items = found
    .flatMap((one) =>
      one !== undefined && mayRead(caller, one.state, []) && asked(one.state, query) ? [one.state] : [],
    )
    .map(complaintLine)
    .filter((line) => isDue(line, query))
    .toSorted(soonest);
  const last = taken.length < places.length ? taken.at(-1) : more ? cases.at(-1) : undefined;
  return ok({ items, ...(last === undefined ? {} : { cursor: cursorOf(last.position) }) });
}

const asked = ({ status }: Complaint, { state }: Listing['query']): boolean => state === undefined || status === state;

function isDue({ nextDueAt }: ComplaintLineShape, { due }: Listing['query']): boolean {
  const [at, by] = [instant(nextDueAt), instant(due)];
  return by === undefined || (at !== undefined && at <= by);
}

const instant = (text: string | undefined): number | undefined => (text === undefined ? undefined : parseInstant(text));

/** What owes nothing any more comes last. */
function soonest(one: ComplaintLineShape, other: ComplaintLineShape): number {
  const [first, second] = [one, other].map(({ nextDueAt }) => instant(nextDueAt) ?? Number.MAX_SAFE_INTEGER);
  return first === second || first === undefined || second === undefined
    ? one.id.localeCompare(other.id)
    : first - second;
}
