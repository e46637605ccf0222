import * as v from 'valibot';
import { DIMENSIONS, REPORT_NAMES } from '../../feedback/reports.contract.ts';
import { Time } from './basics.ts';

const Sentences = v.object({ en: v.string(), zh: v.string() });

export const ReportRowShape = v.object({
  figure: v.string(),
  value: v.number(),
  events: v.number(),
  cases: v.pipe(v.number(), v.description('Distinct cases or complaints')),
  people: v.pipe(v.number(), v.description('Distinct known customers')),
  by: v.optional(v.string()),
});

export const ReportShape = v.object({
  report: v.picklist(REPORT_NAMES),
  definition: Sentences,
  from: Time,
  to: Time,
  rows: v.array(ReportRowShape),
});

export const ReportsShape = v.object({
  items: v.array(
    v.object({
      report: v.picklist(REPORT_NAMES),
      definition: Sentences,
      figures: v.array(v.object({ figure: v.string(), en: v.string(), zh: v.string() })),
      by: v.array(v.picklist(DIMENSIONS)),
    }),
  ),
});

export const IncidentShape = v.object({
  id: v.string(),
  kind: v.string(),
  words: v.pipe(v.array(v.string()), v.description('Words by which its complaints were found similar')),
  count: v.pipe(v.number(), v.description('Distinct customers')),
  firstAt: Time,
  lastAt: Time,
  members: v.pipe(v.array(v.string()), v.description('Its complaints')),
});
