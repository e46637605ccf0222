import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { CLOCK_KINDS, CLOCK_STATES } from '#domain/complaint/clock.ts';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_FLAGS,
  COMPLAINT_KINDS,
  COMPLAINT_SEVERITIES,
  DECISIONS,
} from '#domain/complaint/complaint.ts';
import { OFFER_STATES } from '#domain/complaint/offer.ts';
import { NOTICE_TYPES } from '#domain/effects.ts';
import * as words from '#domain/words.ts';
import { RULE_TEXTS } from '#policies/rule-texts.ts';
import { AccountShape } from '../../functions/console/shapes/account.ts';
import {
  AttemptShape,
  CaseLineShape,
  CaseShape,
  EntryShape,
  ReceiptShape,
  ReplyShape,
} from '../../functions/console/shapes/case.ts';
import { ClockShape } from '../../functions/console/shapes/clock.ts';
import { ComplaintLineShape, ComplaintShape, FollowUpShape } from '../../functions/console/shapes/complaint.ts';
import { ContactShape, CustomerShape } from '../../functions/console/shapes/customer.ts';
import { InboxShape } from '../../functions/console/shapes/inbox.ts';
import { LookupShape, OptOutShape, QuarantineShape } from '../../functions/console/shapes/lookup.ts';
import { AgreementShape, OfferShape, TermsShape } from '../../functions/console/shapes/offer.ts';
import { TermsBody } from '../../functions/console/shapes/offer-bodies.ts';
import { PausesShape, QuarantinedShape, QueuesShape } from '../../functions/console/shapes/operations.ts';
import { IncidentShape, ReportRowShape, ReportShape } from '../../functions/console/shapes/report.ts';
import { DialShape, TaskShape } from '../../functions/console/shapes/task.ts';
import { DecisionShape, LaterChangeShape, WhyShape } from '../../functions/console/shapes/why.ts';
import { DIMENSIONS, REPORT_NAMES } from '../../functions/feedback/reports.contract.ts';
import { EVENT_DATA, EventsAnswer } from '../../functions/intake/events.contract.ts';
import { ContactBody, CustomerBody } from '../../functions/intake/registry.contract.ts';

export type Json = { readonly [name: string]: unknown };

/** The closed lists of the product, each under its one name. Source: functions/domain/words.ts. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  Purpose: words.PURPOSES,
  Severity: words.SEVERITIES,
  CaseStatus: words.CASE_STATUSES,
  Outcome: words.OUTCOMES,
  AttemptState: words.ATTEMPT_STATES,
  CallState: words.CALL_STATES,
  Receipt: words.RECEIPTS,
  DoubtPolicy: words.DOUBT_POLICIES,
  Channel: words.CHANNELS,
  Audience: words.AUDIENCES,
  Intent: words.INTENTS,
  Verdict: words.VERDICTS,
  DenyScope: words.DENY_SCOPES,
  RuleId: words.RULE_IDS,
  TaskKind: words.TASK_KINDS,
  TaskState: words.TASK_STATES,
  Department: words.DEPARTMENTS,
  Role: words.ROLES,
  ComplaintStatus: words.COMPLAINT_STATUSES,
  ComplaintChannel: words.COMPLAINT_CHANNELS,
  ComplaintStage: words.COMPLAINT_STAGES,
  ComplaintCategory: COMPLAINT_CATEGORIES,
  ComplaintSeverity: COMPLAINT_SEVERITIES,
  ComplaintKind: COMPLAINT_KINDS,
  ComplaintFlag: COMPLAINT_FLAGS,
  ClockKind: CLOCK_KINDS,
  ClockState: CLOCK_STATES,
  DecisionWord: DECISIONS,
  OfferState: OFFER_STATES,
  Lane: words.LANES,
  Locale: words.LOCALES,
  Jurisdiction: words.JURISDICTIONS,
  NoticeType: NOTICE_TYPES,
  ReportName: REPORT_NAMES,
  Dimension: DIMENSIONS,
};

/** Shapes that stand under a name of their own, so that they are described once. */
const SHAPES: Readonly<Record<string, v.GenericSchema>> = {
  Account: AccountShape,
  Attempt: AttemptShape,
  Case: CaseShape,
  Agreement: AgreementShape,
  Clock: ClockShape,
  Complaint: ComplaintShape,
  ComplaintLine: ComplaintLineShape,
  FollowUp: FollowUpShape,
  CaseLine: CaseLineShape,
  Contact: ContactShape,
  ContactBody,
  Customer: CustomerShape,
  CustomerBody,
  Decision: DecisionShape,
  Dial: DialShape,
  Entry: EntryShape,
  EventsAnswer,
  InboxMessage: InboxShape,
  LaterChange: LaterChangeShape,
  Lookup: LookupShape,
  OptOut: OptOutShape,
  Offer: OfferShape,
  Pauses: PausesShape,
  Incident: IncidentShape,
  Quarantine: QuarantineShape,
  Quarantined: QuarantinedShape,
  Queues: QueuesShape,
  ReceiptFact: ReceiptShape,
  Report: ReportShape,
  ReportRow: ReportRowShape,
  Reply: ReplyShape,
  Task: TaskShape,
  Terms: TermsShape,
  TermsBody,
  Why: WhyShape,
};

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const nameOfShape = new Map(Object.entries(SHAPES).map(([name, schema]) => [schema, name]));

/** A list of words is told by its name wherever it is used whole. */
function wordsNamed(schema: object): string | undefined {
  const options: unknown = 'options' in schema ? schema.options : undefined;
  if (!Array.isArray(options)) return undefined;
  return Object.keys(WORDS).find((name) => {
    const list = WORDS[name] ?? [];
    return list.length === options.length && list.every((word, index) => word === options[index]);
  });
}

/**
 * JSON Schema of a schema the code runs on. What a JSON Schema cannot say (that a time exists, that a number is of its
 * numbering plan) stands in the description and is still checked.
 */
export function schemaOf(schema: v.GenericSchema): Json {
  const made: Json = { ...toJsonSchema(schema, optionsFor(schema)) };
  return Object.fromEntries(Object.entries(made).filter(([name]) => name !== '$schema'));
}

const optionsFor = (root: v.GenericSchema): ConversionConfig => ({
  target: 'draft-2020-12',
  typeMode: 'ignore',
  errorMode: 'ignore',
  overrideSchema: ({ valibotSchema }) => {
    const known = [...nameOfShape].find(([shape]) => shape === valibotSchema && shape !== root)?.[1];
    const list = known === undefined && valibotSchema.type === 'picklist' ? wordsNamed(valibotSchema) : undefined;
    const name = known ?? list;
    return name === undefined ? undefined : { ...ref(name) };
  },
});

/** A shape by its name where it has one, else in full. */
export function shapeOf(schema: v.GenericSchema): Json {
  const name = nameOfShape.get(schema);
  return name === undefined ? schemaOf(schema) : ref(name);
}

/** Everything that stands under `components.schemas`. */
export function namedSchemas(): Json {
  const lists = Object.entries(WORDS).map(([name, list]): Named => [name, listOf(name, list)]);
  const shapes = Object.entries(SHAPES).map(([name, schema]): Named => [name, schemaOf(schema)]);
  const events = Object.entries(EVENT_DATA).map(([type, schema]): Named => [dataName(type), schemaOf(schema)]);
  return Object.fromEntries([...lists, ...shapes, ...events].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
type Named = readonly [name: string, schema: Json];

/** The gate's rules with their sentences; other lists explain themselves. */
const listOf = (name: string, list: readonly string[]): Json => ({
  type: 'string',
  enum: list,
  ...(name === 'RuleId'
    ? { description: 'Rules of the gate; each says why in zh-CN and en.', 'x-texts': RULE_TEXTS }
    : {}),
});

/** `liaison.account.state-changed.v1` → `AccountStateChangedV1`. */
export const dataName = (type: string): string =>
  type
    .split(/[.-]/u)
    .slice(1)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
