import type { Attempt } from '#domain/case/case.ts';
import type { Instant } from '#domain/time.ts';
import type { Audience, Channel, Receipt, RuleId } from '#domain/words.ts';
import { type Packer, packer, type Unpacker, unpacker } from './packed.ts';
import { packPoint, unpackPoint } from './point-id.ts';

/** First byte of the packed form; older forms stay readable by a branch here. */
const SCHEMA = 2;
/** Attempts without the mark of their message. */
const FIRST_SCHEMA = 1;

/** Positions are what is stored: words are added at the end, never moved. A word that is not listed is spelt out. */
const CHANNEL_AT: readonly Channel[] = ['sms', 'mail', 'push', 'call'];
const AUDIENCE_AT: readonly Audience[] = ['customer', 'contact'];
const RECEIPT_AT: readonly Receipt[] = ['NONE', 'SENT', 'DELIVERED', 'UNDELIVERED', 'EXPIRED', 'NO_RECEIPT'];
const STATE_AT: readonly Attempt['state'][] = [
  'ACCEPTED',
  'NOT_SENT',
  'IN_DOUBT',
  'CLAIMED',
  'SKIPPED',
  'DEFERRED',
  'CANCELLED',
  'QUEUED',
  'ASSIGNED',
  'DIALLING',
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
  'WRAPPED',
];
const RULE_AT: readonly RuleId[] = [
  'hours.closed',
  'channel.off',
  'cap.number',
  'cap.person',
  'cap.debt',
  'cap.case',
  'token.exhausted',
  'contact-point.none',
  'contact-point.quarantined',
  'contact-point.newer-holder',
  'contact-point.unverified',
  'consent.missing',
  'consent.withdrawn',
  'third-party.no-consent',
  'third-party.stale',
  'third-party.no-proof',
  'third-party.refused',
  'third-party.not-permitted',
];

/** The newest attempts of a case: some 45 bytes each, so that eight of them fit the snapshot's one write unit. */
export function packAttempts(attempts: readonly Attempt[]): Uint8Array {
  const out = packer();
  out.count(SCHEMA);
  out.count(attempts.length);
  let before = 0;
  for (const attempt of attempts) {
    packAttempt(out, attempt, before);
    packMark(out, attempt);
    before = attempt.at;
  }
  return out.done();
}

export function unpackAttempts(source: Uint8Array): readonly Attempt[] {
  const from = unpacker(source);
  const schema = from.count();
  if (schema !== SCHEMA && schema !== FIRST_SCHEMA)
    throw new Error(`attempts schema: got ${schema}, expected ${FIRST_SCHEMA} or ${SCHEMA}`);
  let before = 0;
  return Array.from({ length: from.count() }, () => {
    const attempt = { ...unpackAttempt(from, before), ...(schema === SCHEMA ? unpackMark(from) : {}) };
    before = attempt.at;
    return attempt;
  });
}

/** A mark is never 0, and has 28 bits: four bytes at most. */
const packMark = (out: Packer, { message = 0 }: Attempt): void => out.count(message);

function unpackMark(from: Unpacker): Pick<Attempt, 'message'> {
  const message = from.count();
  return message === 0 ? {} : { message };
}

function packAttempt(out: Packer, attempt: Attempt, before: Instant): void {
  const { contactId, point, rule, receipt, until, decisionSeq, answer, refused } = attempt;
  out.count(attempt.n);
  out.text(attempt.step);
  packWord(out, CHANNEL_AT, attempt.channel);
  packWord(out, AUDIENCE_AT, attempt.audience);
  packWord(out, STATE_AT, attempt.state);
  out.signed(attempt.at - before);
  const present = [contactId, point, rule, receipt, until, decisionSeq].map((one) => one !== undefined);
  out.flags(...present, answer === true, refused === true);
  if (contactId !== undefined) out.text(contactId);
  if (point !== undefined) out.bytes(packPoint(point));
  if (rule !== undefined) packWord(out, RULE_AT, rule);
  if (receipt !== undefined) packWord(out, RECEIPT_AT, receipt);
  if (until !== undefined) out.signed(until - attempt.at);
  if (decisionSeq !== undefined) out.count(decisionSeq);
}

function unpackAttempt(from: Unpacker, before: Instant): Attempt {
  const [n, step] = [from.count(), from.text()];
  const channel = unpackWord(from, CHANNEL_AT);
  const audience = unpackWord(from, AUDIENCE_AT);
  const state = unpackWord(from, STATE_AT);
  const at = before + from.signed();
  const has = from.flags();
  return {
    n,
    step,
    channel,
    audience,
    ...(has(0) ? { contactId: from.text() } : {}),
    ...(has(1) ? { point: unpackPoint(from.bytes()) } : {}),
    state,
    ...(has(2) ? { rule: unpackWord(from, RULE_AT) } : {}),
    at,
    ...(has(3) ? { receipt: unpackWord(from, RECEIPT_AT) } : {}),
    ...(has(4) ? { until: at + from.signed() } : {}),
    ...(has(5) ? { decisionSeq: from.count() } : {}),
    ...(has(6) ? { answer: true } : {}),
    ...(has(7) ? { refused: true } : {}),
  };
}

/** Its position, counted from 1; 0 and the word itself where it is not listed. */
export function packWord<T extends string>(out: Packer, words: readonly T[], word: T): void {
  const at = words.indexOf(word) + 1;
  out.count(at);
  if (at === 0) out.text(word);
}

/** @throws when the position is none of ours: an unread word must never be taken for another. */
export function unpackWord<T extends string>(from: Unpacker, words: readonly T[]): T {
  const at = from.count();
  if (at === 0) return from.text() as T;
  const word = words[at - 1];
  if (word === undefined) throw new Error(`packed word: got position ${at}, expected one of ${words.length}`);
  return word;
}
