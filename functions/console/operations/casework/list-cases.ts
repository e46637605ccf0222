import * as v from 'valibot';
import type { Case } from '#domain/case/case.ts';
import { CASE_STATUSES, DEPARTMENTS, isOpen, PURPOSES } from '#domain/words.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { maySee } from '../../request/caller.ts';
import { cursorOf, readCursor } from '../../request/cursor.ts';
import { invalidAt } from '../../request/invalid.ts';
import { type Ask, door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { Id, limitOf, NoBody, PAGING, pageOf } from '../../shapes/basics.ts';
import { CaseLineShape } from '../../shapes/case.ts';
import { caseLine } from '../../views/case-view.ts';
import { stepOf } from '../../views/plan-step.ts';

const Query = v.strictObject({
  queue: v.optional(v.picklist(DEPARTMENTS)),
  customerId: v.optional(Id),
  status: v.optional(v.picklist(CASE_STATUSES)),
  purpose: v.optional(v.picklist(PURPOSES)),
  ...PAGING,
});
type Query = v.InferOutput<typeof Query>;

/** Where a list's next places come from; a place may hold no case the caller asked for. */
type Source = (page: {
  readonly limit: number;
  readonly after?: string;
}) => Promise<{ readonly places: readonly Place[]; readonly more: boolean }>;
type Place = { readonly caseId?: string; readonly position: string };

/** A page is filled from at most so many reads; a caller with a rare filter gets a short page and a cursor. */
const READS = 4;

export const listCases = door({
  summary: {
    en: 'Cases of a queue (open ones, longest open first) or of a customer (all, newest first)',
    zh: '按部门队列(未结案件,最早在前)或按客户(全部,最新在前)列出案件',
  },
  query: Query,
  body: NoBody,
  answer: pageOf(CaseLineShape),
  problems: ['request.cursor-invalid', 'request.not-found'],
  run: async (ask, needs): Promise<Answer> => {
    const { queue, customerId, status, cursor } = ask.query;
    if ((queue === undefined) === (customerId === undefined))
      return invalidAt('', 'expected queue or customerId, one of them');
    if (queue !== undefined && !maySee(ask.caller, queue)) return notFound;
    if (queue !== undefined && status !== undefined && !isOpen(status)) {
      return invalidAt('/status', 'expected a customerId: a queue lists open cases');
    }
    const list = queue === undefined ? 'opened' : 'worklist';
    const begin = readCursor(cursor, needs.positions[list]);
    if ('problem' in begin) return begin;
    return page(ask, { source: sourceOf(ask.query, needs), ...begin }, needs);
  },
});

function sourceOf({ queue, customerId, status, purpose }: Query, needs: ConsoleNeeds): Source {
  if (queue !== undefined) {
    return async (at) => {
      const { cases, more } = await needs.queueCases.page({ queue, ...(status === undefined ? {} : { status }) }, at);
      return { places: cases, more };
    };
  }
  return async ({ limit, after }) => {
    const from = after === undefined ? {} : { before: after };
    const { cases, more } = await needs.customerCases.page(customerId ?? '', { limit, ...from });
    const fits = (one: (typeof cases)[number]): boolean =>
      one.kind === 'case' && (purpose === undefined || one.purpose === purpose);
    return { places: cases.map((one) => (fits(one) ? { caseId: one.id, position: one.position } : one)), more };
  };
}

/** Reads on until the page is full, the list ends, or enough was read; the cursor stands on the last place looked at. */
async function page(
  { caller, query }: Ask<Query>,
  at: { readonly source: Source; readonly after?: string },
  needs: ConsoleNeeds,
): Promise<Answer> {
  const limit = limitOf(query);
  const items: Case[] = [];
  let after = at.after;
  for (let reads = 1; ; reads += 1) {
    const { places, more } = await at.source({ limit, ...(after === undefined ? {} : { after }) });
    const found = await needs.cases.loadAll(places.flatMap(({ caseId }) => caseId ?? []));
    const known = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.state.id, one.state]])));
    for (const [index, place] of places.entries()) {
      after = place.position;
      const of = place.caseId === undefined ? undefined : known.get(place.caseId);
      if (of === undefined || !fits(of, query) || !maySee(caller, of.department)) continue;
      items.push(of);
      if (items.length === limit) return shown(items, more || index + 1 < places.length ? after : undefined, needs);
    }
    if (!more || reads === READS) return shown(items, more ? after : undefined, needs);
  }
}

const fits = (of: Case, { queue, status, purpose }: Query): boolean =>
  (status === undefined || of.status === status) &&
  (purpose === undefined || of.purpose === purpose) &&
  (queue === undefined || (of.department === queue && isOpen(of.status)));

function shown(items: readonly Case[], next: string | undefined, needs: ConsoleNeeds): Answer {
  const lines = items.map((of) => caseLine(of, stepOf(needs.book)));
  return ok({ items: lines, ...(next === undefined ? {} : { cursor: cursorOf(next) }) });
}
