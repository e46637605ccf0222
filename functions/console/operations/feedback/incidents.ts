import * as v from 'valibot';
import type { Incident } from '#domain/feedback/recurring.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { cursorOf, readCursor } from '../../request/cursor.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoBody, NoQuery, PAGING, pageOf } from '../../shapes/basics.ts';
import { IncidentShape } from '../../shapes/report.ts';
import { time } from '../../views/shown.ts';

/** Each incident of a page is a question of its own. */
const USUAL = 20;

export const listIncidents = door({
  summary: { en: 'Recurring issues, newest first', zh: '集中性问题,最新在前' },
  query: v.strictObject(PAGING),
  body: NoBody,
  answer: pageOf(IncidentShape),
  problems: ['request.cursor-invalid'],
  run: async ({ query }, needs: ComplaintNeeds): Promise<Answer> => {
    const begin = readCursor(query.cursor, needs.positions.incidents);
    if ('problem' in begin) return begin;
    const limit = query.limit === undefined ? USUAL : Number(query.limit);
    const { incidents, next } = await needs.incidents.page({ limit, ...begin });
    return ok({ items: incidents.map(incidentView), ...(next === undefined ? {} : { cursor: cursorOf(next) }) });
  },
});

export const getIncident = door({
  summary: { en: 'One recurring issue with its complaints', zh: '查看一个集中性问题及相关投诉' },
  query: NoQuery,
  body: NoBody,
  answer: IncidentShape,
  problems: ['request.not-found'],
  run: async ({ path }, needs: ComplaintNeeds): Promise<Answer> => {
    const incident = await needs.incidents.get(path['id'] ?? '');
    return incident === undefined ? notFound : ok(incidentView(incident));
  },
});

const incidentView = ({ firstAt, lastAt, ...of }: Incident) => ({
  ...of,
  firstAt: time(firstAt),
  lastAt: time(lastAt),
});
