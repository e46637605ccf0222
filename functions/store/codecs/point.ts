import type { ContactPoint, Holder, OpenQuestion, PendingAnswer } from '#domain/contact/point.ts';
import { pointId } from '#domain/ids.ts';
import type { Audience, Locale, Purpose } from '#domain/words.ts';
import {
  binary,
  type Item,
  item,
  json,
  number,
  optionalBinary,
  optionalJson,
  optionalNumber,
  readText,
  text,
} from '../attributes.ts';
import { idOfAggregate } from '../keys.ts';
import { packCaseId, unpackCaseId } from './case-id.ts';
import { type Packer, packer, type Unpacker, unpacker } from './packed.ts';

/** Two bitmaps of 105 tokens: 14 bytes each. */
export const TOKEN_BYTES = 14;
/** First byte of the packed counters; older forms stay readable by a branch here. */
const SCHEMA = 4;
/** Counters whose texts had the ids of their messages beside them. */
const FIRST_SCHEMA = 1;
/** Questions tell their first text beside their newest. */
const WITH_FIRST_TEXT = 3;
/** Calls to the number stand behind everything else. */
const WITH_CALLS = 4;
/** The counters take at most this much, so that the snapshot stays within one write unit of 1,024 bytes. */
const COUNTER_BYTES = 480;

/** Positions are what is stored: words are added at the end, never moved. */
const PURPOSE_AT = [
  'fraud_security',
  'welfare',
  'account_service',
  'debt_reminder',
  'pre_litigation',
  'negotiation_followup',
  'complaint_followup',
  'survey',
] as const satisfies readonly Purpose[];
const AUDIENCE_AT = ['customer', 'contact'] as const satisfies readonly Audience[];

/**
 * Counters and pointers: what a claim or a reply writes without an entry of the point's own. Case ids stand once,
 * whatever points at them; the oldest sends are left out when they would not fit.
 */
export function countersItem(point: ContactPoint): Item {
  let kept = point;
  let packed = packCounters(kept);
  while (packed.length > COUNTER_BYTES && kept.recent.length > 1) {
    kept = { ...kept, recent: kept.recent.slice(1) };
    packed = packCounters(kept);
  }
  return { cv: number(point.revision), c: binary(packed) };
}

function packCounters(point: ContactPoint): Uint8Array {
  const ids = [...new Set([...point.questions, ...point.recent].map((one) => one.caseId))];
  const contacts = [...new Set(point.questions.map((one) => one.contactId ?? ''))];
  const out = packer();
  out.count(SCHEMA);
  packAll(out, ids, (id) => out.bytes(packCaseId(id)));
  packAll(out, contacts, out.text);
  packAll(out, point.questions, (question) => packQuestion(out, question, { ids, contacts }));
  packAll(out, point.recent, (sent) => {
    out.count(ids.indexOf(sent.caseId));
    out.count(sent.attempt);
  });
  packAll(out, point.sends, (at) => out.signed(at));
  out.bytes(point.tokens.current);
  out.bytes(point.tokens.previous);
  out.signed(point.tokens.since);
  out.count(point.answers.unanswered);
  out.signed(point.answers.neutralAt ?? 0);
  out.signed(point.answers.lastAt ?? 0);
  packTimes(out, point.dials ?? []);
  return out.done();
}

/** The newest whole, the others as the time before it. */
function packTimes(out: Packer, times: readonly number[]): void {
  const newest = times.at(-1) ?? 0;
  out.count(times.length);
  if (times.length > 0) out.count(newest);
  for (const at of times.slice(0, -1)) out.signed(newest - at);
}

function unpackTimes(from: Unpacker): number[] {
  const length = from.count();
  if (length === 0) return [];
  const newest = from.count();
  return [...Array.from({ length: length - 1 }, () => newest - from.signed()), newest];
}

function packAll<T>(out: Packer, all: readonly T[], write: (one: T) => void): void {
  out.count(all.length);
  for (const one of all) write(one);
}

const unpackAll = <T>(from: Unpacker, read: () => T): T[] => Array.from({ length: from.count() }, read);

type Names = { readonly ids: readonly string[]; readonly contacts: readonly string[] };

function packQuestion(out: Packer, question: OpenQuestion, { ids, contacts }: Names): void {
  out.text(question.token);
  out.count(ids.indexOf(question.caseId));
  out.count(question.attempt);
  out.count(PURPOSE_AT.indexOf(question.purpose));
  out.count(AUDIENCE_AT.indexOf(question.audience));
  out.count(contacts.indexOf(question.contactId ?? ''));
  out.signed(question.askedAt);
  out.signed(question.until - question.askedAt);
  out.signed(question.since === undefined ? 0 : question.askedAt - question.since);
}

function unpackQuestion(from: Unpacker, { ids, contacts }: Names, schema: number): OpenQuestion {
  const token = from.text();
  const caseId = pick(ids, from.count());
  const attempt = from.count();
  const purpose = pick<Purpose>(PURPOSE_AT, from.count());
  const audience = pick<Audience>(AUDIENCE_AT, from.count());
  const contactId = pick(contacts, from.count());
  const askedAt = from.signed();
  const until = askedAt + from.signed();
  const earlier = schema < WITH_FIRST_TEXT ? 0 : from.signed();
  const since = earlier === 0 ? {} : { since: askedAt - earlier };
  const contact = contactId === '' ? {} : { contactId };
  return { token, caseId, attempt, purpose, audience, ...contact, askedAt, until, ...since };
}

function pick<T>(words: readonly T[], index: number): T {
  const word = words[index];
  if (word === undefined) throw new Error(`contact point: got position ${index}, expected one below ${words.length}`);
  return word;
}

/** In the first form the id of a message stood here: nothing, 16 bytes, or a text. */
function skipMessageId(from: Unpacker): void {
  if (from.count() !== 0) from.bytes();
}

type Counters = Pick<ContactPoint, 'questions' | 'recent' | 'sends' | 'dials' | 'tokens' | 'answers'>;

/** Throws on a schema it does not know: an unread item must never be taken for an empty one. */
function unpackCounters(from: Unpacker): Counters {
  const schema = from.count();
  if (schema < FIRST_SCHEMA || schema > SCHEMA)
    throw new Error(`contact point schema: got ${schema}, expected ${FIRST_SCHEMA} to ${SCHEMA}`);
  const ids = unpackAll(from, () => unpackCaseId(from.bytes()));
  const contacts = unpackAll(from, from.text);
  const questions = unpackAll(from, () => unpackQuestion(from, { ids, contacts }, schema));
  const recent = unpackAll(from, () => {
    const sent = { caseId: pick(ids, from.count()), attempt: from.count() };
    if (schema === FIRST_SCHEMA) skipMessageId(from);
    return sent;
  });
  const sends = unpackAll(from, () => from.signed());
  const [current, previous, since] = [from.bytes(), from.bytes(), from.signed()];
  const [unanswered, neutralAt, lastAt] = [from.count(), from.signed(), from.signed()];
  const dials = schema < WITH_CALLS ? [] : unpackTimes(from);
  return {
    questions,
    recent,
    sends,
    ...(dials.length === 0 ? {} : { dials }),
    tokens: { since, current, previous },
    answers: { unanswered, ...(neutralAt === 0 ? {} : { neutralAt }), ...(lastAt === 0 ? {} : { lastAt }) },
  };
}

const noCounters = (): Counters => ({
  questions: [],
  recent: [],
  sends: [],
  tokens: { since: 0, current: new Uint8Array(TOKEN_BYTES), previous: new Uint8Array(TOKEN_BYTES) },
  answers: { unanswered: 0 },
});

function packHolders(holders: readonly Holder[]): Uint8Array {
  const out = packer();
  packAll(out, holders, (holder) => {
    out.count(AUDIENCE_AT.indexOf(holder.kind));
    out.text(holder.customerId);
    out.text(holder.contactId ?? '');
    out.signed(holder.verifiedAt ?? 0);
  });
  return out.done();
}

function unpackHolders(source: Uint8Array): Holder[] {
  const from = unpacker(source);
  return unpackAll(from, () => {
    const kind = pick<Audience>(AUDIENCE_AT, from.count());
    const [customerId, contactId, verifiedAt] = [from.text(), from.text(), from.signed()];
    return {
      kind,
      customerId,
      ...(contactId === '' ? {} : { contactId }),
      ...(verifiedAt === 0 ? {} : { verifiedAt }),
    };
  });
}

/** Whole snapshot without keys, version, head and fence. */
export function toItem(point: ContactPoint): Item {
  return item({
    ...countersItem(point),
    ho: point.holders.length === 0 ? undefined : binary(packHolders(point.holders)),
    oo: point.optOut === undefined ? undefined : json(point.optOut),
    qu: point.quarantine === undefined ? undefined : json(point.quarantine),
    su: point.suspect === undefined ? undefined : json(point.suspect),
    lo: point.locale === undefined ? undefined : text(point.locale),
    k: point.key === undefined ? undefined : binary(point.key),
    pn: point.pending === undefined ? undefined : json(point.pending),
  });
}

export function fromItem(source: Item): ContactPoint {
  const counters = optionalBinary(source, 'c');
  const holders = optionalBinary(source, 'ho');
  const optOut = optionalJson<ContactPoint['optOut']>(source, 'oo');
  const quarantine = optionalJson<ContactPoint['quarantine']>(source, 'qu');
  const suspect = optionalJson<ContactPoint['suspect']>(source, 'su');
  const key = optionalBinary(source, 'k');
  const pending = optionalJson<PendingAnswer>(source, 'pn');
  return {
    id: pointId(idOfAggregate(readText(source, 'pk'))),
    version: optionalNumber(source, 'v') ?? 0,
    revision: optionalNumber(source, 'cv') ?? 0,
    holders: holders === undefined ? [] : unpackHolders(holders),
    ...(optOut === undefined ? {} : { optOut }),
    ...(quarantine === undefined ? {} : { quarantine }),
    ...(suspect === undefined ? {} : { suspect }),
    ...(counters === undefined ? noCounters() : unpackCounters(unpacker(counters))),
    ...(source['lo']?.S === undefined ? {} : { locale: source['lo'].S as Locale }),
    ...(key === undefined ? {} : { key }),
    ...(pending === undefined ? {} : { pending }),
  };
}
