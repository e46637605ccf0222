import * as v from 'valibot';
import type { RefusalCode } from '#domain/case/transition.ts';
import type { ComplaintRefusalCode } from '#domain/complaint/transition.ts';
import { RULE_IDS } from '#domain/words.ts';
import { HoldShape } from '../shapes/subjects/erasure-hold.ts';

/** Every code the staff API answers with, and its status. Listed in the OpenAPI document from here. */
export const PROBLEMS = {
  'request.no-such-route': 404,
  'request.no-token': 401,
  'request.role-missing': 403,
  'request.not-found': 404,
  'request.invalid': 400,
  'request.cursor-invalid': 400,
  'request.key-invalid': 400,
  'request.key-reused': 422,
  'request.in-progress': 503,
  'request.too-many': 429,
  'event.older': 409,
  'event.contacts-full': 409,
  'event.customer-erased': 409,
  'case.version-moved': 409,
  'case.ended': 409,
  'case.text-under-way': 409,
  'case.not-held': 409,
  'case.already-held': 409,
  'case.no-such-attempt': 409,
  'case.attempt-not-in-doubt': 409,
  'case.attempt-settled': 409,
  'case.no-stages': 409,
  'case.stage-passed': 409,
  'task.not-yours': 409,
  'task.ended': 409,
  'task.not-yet': 409,
  'task.not-claimed': 409,
  'task.outcome-unknown': 409,
  'task.text-missing': 409,
  'contact.refused': 409,
  'receipt.older': 409,
  'complaint.version-moved': 409,
  'complaint.reference-used': 409,
  'complaint.illegal-move': 409,
  'complaint.approver-missing': 422,
  'complaint.reason-missing': 422,
  'complaint.clock-ended': 409,
  'complaint.needs-head': 403,
  'complaint.needs-supervisor': 403,
  'complaint.own-approval': 403,
  'complaint.not-extendable': 409,
  'complaint.no-contact-evidence': 409,
  'complaint.same-handler': 409,
  'complaint.calendar-missing': 409,
  'complaint.reopen-too-late': 409,
  'complaint.not-in-mediation': 409,
  'offer.unknown': 404,
  'offer.not-open': 409,
  'offer.expired': 409,
  'offer.not-awaiting-approval': 409,
  'offer.awaits-approval': 409,
  'offer.above-authority': 403,
  'offer.own-approval': 403,
  'offer.terms-invalid': 422,
  'offer.expiry-passed': 422,
  'offer.account-unknown': 422,
  'subject.held': 409,
  'subject.erased': 409,
  'subject.own-approval': 403,
  'subject.needs-approval': 403,
} as const satisfies Readonly<Record<`${string}.${string}`, number>> &
  Readonly<Record<RefusalCode | ComplaintRefusalCode, number>>;
export type ProblemCode = keyof typeof PROBLEMS;

const CODES = Object.keys(PROBLEMS).filter((code): code is ProblemCode => code in PROBLEMS);

/** A problem before it is a document. `detail` says what, got, expected, and quotes nobody's data. */
export const ProblemSaid = v.object({
  code: v.picklist(CODES),
  detail: v.string(),
  /** Faults of a body or query: where, and what was expected; never the value. */
  issues: v.exactOptional(v.array(v.object({ pointer: v.string(), detail: v.string() }))),
  /** Moves that are possible instead. */
  legal: v.exactOptional(v.array(v.string())),
  /** Rules that refused a contact. */
  rules: v.exactOptional(v.array(v.picklist(RULE_IDS))),
  holds: v.exactOptional(v.array(HoldShape)),
  retryAfter: v.exactOptional(v.number()),
});
type Lists<T> = { readonly [K in keyof T]: T[K] extends readonly (infer E)[] | undefined ? readonly E[] : T[K] };
export type Problem = Lists<v.InferOutput<typeof ProblemSaid>>;
export type Issue = NonNullable<Problem['issues']>[number];

export type Answer =
  | {
      readonly status: number;
      readonly body: unknown;
      /** The same as another media type, where that was asked for. */
      readonly text?: { readonly type: string; readonly text: string };
    }
  | { readonly problem: Problem };

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const refuse = (code: ProblemCode, detail: string, more: Partial<Problem> = {}): Answer => ({
  problem: { code, detail, ...more },
});

/** What is absent and what is not yours look alike. */
export const notFound: Answer = refuse('request.not-found', 'got an id of nothing you may see, expected one of yours');

export const isProblem = (answer: Answer): answer is { readonly problem: Problem } => 'problem' in answer;
export const statusOf = (answer: Answer): number => (isProblem(answer) ? PROBLEMS[answer.problem.code] : answer.status);
