import * as v from 'valibot';
import { csvOf } from '#domain/feedback/csv.ts';
import type { Fact } from '#domain/feedback/fact.ts';
import { rowsOf } from '#domain/feedback/report.ts';
import { isSpan, type Span, spanOf } from '#domain/feedback/span.ts';
import {
  DIMENSIONS,
  definitionOf,
  REPORT_NAMES,
  REPORTS,
  type ReportName,
} from '../../../feedback/reports.contract.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { type Caller, hasRole } from '../../request/caller.ts';
import { invalidAt } from '../../request/invalid.ts';
import { type Ask, door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { ReportShape, ReportsShape } from '../../shapes/report.ts';
import { time } from '../../views/shown.ts';

export const listReports = door({
  summary: { en: 'The reports there are, with the definition of every figure', zh: '可用报表及各指标定义' },
  query: NoQuery,
  body: NoBody,
  answer: ReportsShape,
  problems: [],
  run: (_ask, _needs: ComplaintNeeds): Promise<Answer> =>
    Promise.resolve(
      ok({
        items: REPORT_NAMES.map((report) => ({
          report,
          definition: definitionOf(REPORTS[report]),
          figures: REPORTS[report].figures.map(({ figure, en, zh }) => ({ figure, en, zh })),
          by: [...REPORTS[report].by],
        })),
      }),
    ),
});

const TimeOrDate = v.optional(
  v.pipe(v.string(), v.maxLength(40), v.description('A day of the deployment’s zone, or RFC 3339')),
);
const Query = v.strictObject({
  from: TimeOrDate,
  to: TimeOrDate,
  by: v.optional(v.picklist(DIMENSIONS)),
  format: v.optional(v.pipe(v.picklist(['json', 'csv']), v.description('Else as Accept says'))),
});
type Asking = Ask<v.InferOutput<typeof Query>>;

export const getReport = door({
  summary: {
    en: 'One report over a time of at most 92 days, as JSON or CSV; staff of departments see their own',
    zh: '查看一份报表(最长 92 天),JSON 或 CSV;部门人员仅见本部门数据',
  },
  query: Query,
  body: NoBody,
  answer: ReportShape,
  problems: ['request.not-found'],
  run: async (ask: Asking, needs: ComplaintNeeds): Promise<Answer> => {
    const report = REPORT_NAMES.find((name) => name === ask.path['report']);
    if (report === undefined) return notFound;
    const { by } = ask.query;
    if (by !== undefined && !REPORTS[report].by.includes(by)) {
      return invalidAt('/by', `expected one of ${REPORTS[report].by.join(' ')}`);
    }
    const zone = needs.defaults.timezone;
    const span = spanOf(ask.query, { now: needs.now(), zone });
    if (!isSpan(span)) return invalidAt(`/${span.at}`, SPAN_FAULTS[span.refused]);
    const facts = visible(await needs.figures.facts(span), ask.caller);
    return told(
      ask,
      { report, span },
      rowsOf(REPORTS[report].figures, facts, { zone, ...(by === undefined ? {} : { by }) }),
    );
  },
});

const SPAN_FAULTS = {
  'not-a-date': 'expected days such as 2026-06-03, or RFC 3339 times',
  backwards: 'expected a beginning before the end',
  'too-long': 'expected at most 92 days',
} as const;

/** Analysts, admins and a head above all departments see everything; others what their departments did. */
function visible(facts: readonly Fact[], caller: Caller): readonly Fact[] {
  if (caller.isAbove === true || hasRole(caller, ['analyst', 'admin'])) return facts;
  const own: readonly string[] = caller.departments;
  return facts.filter(({ words }) => own.includes(words.department ?? ''));
}

type Rows = ReturnType<typeof rowsOf>;

function told({ query, accept }: Asking, of: { report: ReportName; span: Span }, rows: Rows): Answer {
  const { report, span } = of;
  const body = { report, definition: definitionOf(REPORTS[report]), from: time(span.from), to: time(span.to), rows };
  const asCsv = query.format === 'csv' || (query.format === undefined && accept.includes('text/csv'));
  return asCsv ? { status: 200, body, text: { type: 'text/csv; charset=utf-8', text: csvOf(rows) } } : ok(body);
}
