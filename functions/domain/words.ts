/**
 * The closed vocabularies of the product. Contract, code, documents and screens use these words and no others;
 * the OpenAPI document lists them from here.
 */

export const PURPOSES = [
  'fraud_security',
  'welfare',
  'account_service',
  'debt_reminder',
  'pre_litigation',
  'negotiation_followup',
  'complaint_followup',
  'survey',
] as const;
/** Why a person is contacted; selects plan, law and templates. */
export type Purpose = (typeof PURPOSES)[number];

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CASE_STATUSES = [
  'RECEIVED',
  'CONTACTING',
  'WAITING',
  'CLARIFYING',
  'HELD',
  'HUMAN',
  'RESOLVED',
  'CLOSED',
  'SUPPRESSED',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const OUTCOMES = [
  'CONFIRMED_GENUINE',
  'DENIED_NOT_ME',
  'REACHED_SAFE',
  'CONTACT_DATA_UPDATED',
  'ARRANGEMENT_REQUESTED',
  'DISPUTED',
  'WRONG_PERSON',
  'REFUSED',
  'UNREACHABLE',
  'CLEARED',
  'DECEASED_OR_INCAPABLE_REPORTED',
  'DUPLICATE',
  'STOPPED_BY_OPS',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const ATTEMPT_STATES = [
  'PLANNED',
  'GATED',
  'DEFERRED',
  'SKIPPED',
  'CANCELLED',
  'CLAIMED',
  'ACCEPTED',
  'NOT_SENT',
  'IN_DOUBT',
] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

export const RECEIPTS = ['NONE', 'SENT', 'DELIVERED', 'UNDELIVERED', 'EXPIRED', 'NO_RECEIPT'] as const;
export type Receipt = (typeof RECEIPTS)[number];

export const DOUBT_POLICIES = ['hold', 'switch-channel', 'resend-once'] as const;
/** What happens to a step whose send is in doubt. */
export type DoubtPolicy = (typeof DOUBT_POLICIES)[number];

export const CHANNELS = ['sms', 'mail', 'push', 'call'] as const;
export type Channel = (typeof CHANNELS)[number];

export const AUDIENCES = ['customer', 'contact'] as const;
/** `contact` is an emergency contact: a third party, who learns nothing (L0). */
export type Audience = (typeof AUDIENCES)[number];

export const INTENTS = [
  'confirm',
  'deny',
  'stop',
  'start',
  'help',
  'wrong_person',
  'rating',
  'accept',
  'decline',
  'counter',
  'why',
  'complaint',
  'info',
  'unclear',
] as const;
export type Intent = (typeof INTENTS)[number];

/** 4 in-app after login, 3 identified on the phone, 2 SMS from the asked number, 1 mail reply, 0 third party or unknown. */
export type Trust = 0 | 1 | 2 | 3 | 4;

export const VERDICTS = ['ALLOW', 'DEFER', 'HOLD', 'DENY'] as const;

export const DENY_SCOPES = ['address', 'channel', 'step', 'case'] as const;
/** What a refusal excludes: this address, this channel, this step, or the whole case. */
export type DenyScope = (typeof DENY_SCOPES)[number];

/** Closed list of the gate's rules. Each has a sentence in zh and en in `policies/rule-texts.ts`. */
export const RULE_IDS = [
  'hours.closed',
  'cap.number',
  'cap.person',
  'cap.debt',
  'cap.case',
  'text.expired',
  'text.refused',
  'token.exhausted',
  'channel.off',
  'country.not-allowed',
  'budget.spent',
  'numbers.side-by-side',
  'contact-point.busy',
  'consent.missing',
  'consent.withdrawn',
  'hold.complaint',
  'hold.dispute',
  'hold.first-flag',
  'hold.staff',
  'hold.welfare',
  'payment.pending',
  'evidence.stale',
  'feed.silent',
  'event.older',
  'reason.gone',
  'third-party.no-consent',
  'third-party.stale',
  'third-party.no-proof',
  'third-party.refused',
  'third-party.not-permitted',
  'contact.removed',
  'contact-point.none',
  'contact-point.quarantined',
  'contact-point.newer-holder',
  'contact-point.unverified',
  'customer.deceased',
  'customer.vulnerable',
  'customer.represented',
  'customer.minor',
  'customer.unknown',
  'purpose.paused',
  'policy.none',
  'zone.unknown',
  'calendar.year-missing',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** Outcomes of a call that an agent may enter; anything else must be a case outcome. */
export const CALL_OUTCOMES = [
  'NO_ANSWER',
  'BUSY',
  'VOICEMAIL',
  'INVALID',
  'CONNECTED',
  'RIGHT_PARTY',
  'WRONG_PARTY',
  'THIRD_PARTY',
  'REFUSED',
  'HUNG_UP',
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const CALL_STATES = ['QUEUED', 'ASSIGNED', 'DIALLING', ...CALL_OUTCOMES, 'WRAPPED'] as const;
export type CallState = (typeof CALL_STATES)[number];

export const TASK_KINDS = [
  'call',
  'review',
  'refresh',
  'approve',
  'unknown-send',
  'offer-ended',
  'late-reply',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_STATES = ['QUEUED', 'ASSIGNED', 'DONE', 'CANCELLED'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const DEPARTMENTS = [
  'collections',
  'hardship',
  'credit-record',
  'fraud-desk',
  'product-owner',
  'card-disputes',
  'payments',
  'accounts',
  'lending',
  'loan-operations',
  'compliance',
  'branch',
  'contact-centre',
  'it',
  'data-protection',
  'triage',
  'complaints',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

export const ROLES = ['producer', 'agent', 'supervisor', 'head', 'analyst', 'privacy', 'ops', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const COMPLAINT_STATUSES = [
  'RECEIVED',
  'ACKNOWLEDGED',
  'ASSIGNED',
  'IN_WORK',
  'AWAITING_CUSTOMER',
  'IN_MEDIATION',
  'RESOLVED',
  'FOLLOWED_UP_SATISFIED',
  'FOLLOWED_UP_UNREACHED',
  'REOPENED',
  'WITHDRAWN',
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

export const COMPLAINT_CHANNELS = ['sms', 'web', 'phone', 'mail', 'chat', 'social', 'branch', 'regulator'] as const;
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];

export const COMPLAINT_STAGES = ['NEGOTIATION', 'MEDIATION', 'PRE_LITIGATION'] as const;
export type ComplaintStage = (typeof COMPLAINT_STAGES)[number];

/** What staff can do with a complaint, in the words of the routes. */
export const COMPLAINT_MOVES = [
  'acknowledge',
  'assign',
  'classify',
  'transfer',
  'note',
  'link',
  'extend',
  'offer',
  'decide',
  'resolve',
  'follow-up',
  'reopen',
  'mediate',
  'escalate',
  'withdraw',
] as const;
export type ComplaintMove = (typeof COMPLAINT_MOVES)[number];

export const LANES = ['urgent', 'normal', 'bulk'] as const;
/** Work of one urgency: own queue, own admission. */
export type Lane = (typeof LANES)[number];

/** Disclosure level of a fact or a reader: 0 third party, 1 case reference, 2 account tail and reason, 3 amounts. */
export type DisclosureLevel = 0 | 1 | 2 | 3;

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const JURISDICTIONS = ['CN', 'US', 'UK'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

export const CASE_OPEN: readonly CaseStatus[] = ['RECEIVED', 'CONTACTING', 'WAITING', 'CLARIFYING', 'HELD', 'HUMAN'];
/** Open = none of RESOLVED, CLOSED, SUPPRESSED. */
export const isOpen = (status: CaseStatus): boolean => CASE_OPEN.includes(status);

/** The department that works on a purpose's cases. Source: docs/behaviour.md, Purposes. */
export const DEPARTMENT_OF: Readonly<Record<Purpose, Department>> = {
  fraud_security: 'fraud-desk',
  welfare: 'contact-centre',
  account_service: 'branch',
  debt_reminder: 'collections',
  pre_litigation: 'collections',
  negotiation_followup: 'hardship',
  complaint_followup: 'complaints',
  survey: 'complaints',
};
