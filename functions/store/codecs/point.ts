import type { ContactPoint, Holder, OpenQuestion } from '#domain/contact/point.ts';
import { pointId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { Audience, Locale, Purpose } from '#domain/words.ts';
import {
  binary,
  type Item,
  item,
  json,
  number,
  optionalBinary,
  optionalNumber,
  readText,
  text,
} from '../attributes.ts';

/** Two bitmaps of 105 tokens: 14 bytes each. */
export const TOKEN_BYTES = 14;

type PackedHolder = readonly [kind: string, customerId: string, contactId: string | 0, verifiedAt?: Instant];
type PackedQuestion = readonly [
  token: string,
  caseId: string,
  attempt: number,
  purpose: string,
  audience: string,
  askedAt: Instant,
  until: Instant,
  contactId?: string,
];

const packHolder = (holder: Holder): PackedHolder => {
  const base = [holder.kind, holder.customerId, holder.contactId ?? 0] as const;
  return holder.verifiedAt === undefined ? base : [...base, holder.verifiedAt];
};

const unpackHolder = ([kind, customerId, contactId, verifiedAt]: PackedHolder): Holder => ({
  kind: kind as Audience,
  customerId,
  ...(contactId === 0 ? {} : { contactId }),
  ...(verifiedAt === undefined ? {} : { verifiedAt }),
});

const packQuestion = (question: OpenQuestion): PackedQuestion => {
  const base = [
    question.token,
    question.caseId,
    question.attempt,
    question.purpose,
    question.audience,
    question.askedAt,
    question.until,
  ] as const;
  return question.contactId === undefined ? base : [...base, question.contactId];
};

const unpackQuestion = ([
  token,
  caseId,
  attempt,
  purpose,
  audience,
  askedAt,
  until,
  contactId,
]: PackedQuestion): OpenQuestion => ({
  token,
  caseId,
  attempt,
  purpose: purpose as Purpose,
  audience: audience as Audience,
  askedAt,
  until,
  ...(contactId === undefined ? {} : { contactId }),
});

/** Counters and pointers: what a claim or a reply writes without an entry of the point's own. */
export function countersItem(point: ContactPoint): Item {
  return item({
    cv: number(point.revision),
    qs: json(point.questions.map(packQuestion)),
    se: json(point.sends),
    tb: binary(new Uint8Array([...point.tokens.current, ...point.tokens.previous])),
    ts: number(point.tokens.since),
    rc: json(
      point.recent.map((one) => [one.caseId, one.attempt, ...(one.messageId === undefined ? [] : [one.messageId])]),
    ),
    an: json([point.answers.unanswered, point.answers.neutralAt ?? 0, point.answers.lastAt ?? 0]),
  });
}

/** Whole snapshot without keys, version, head and fence. */
export function toItem(point: ContactPoint): Item {
  return item({
    ...countersItem(point),
    ho: json(point.holders.map(packHolder)),
    oo: point.optOut === undefined ? undefined : json(point.optOut),
    qu: point.quarantine === undefined ? undefined : json(point.quarantine),
    su: point.suspect === undefined ? undefined : json(point.suspect),
    lo: point.locale === undefined ? undefined : text(point.locale),
  });
}

const optionalJson = <T>(source: Item, name: string): T | undefined =>
  source[name]?.S === undefined ? undefined : (JSON.parse(source[name].S) as T);

export function fromItem(source: Item): ContactPoint {
  const tokens = optionalBinary(source, 'tb') ?? new Uint8Array(2 * TOKEN_BYTES);
  const [unanswered = 0, neutralAt = 0, lastAt = 0] = optionalJson<number[]>(source, 'an') ?? [];
  const optOut = optionalJson<ContactPoint['optOut']>(source, 'oo');
  const quarantine = optionalJson<ContactPoint['quarantine']>(source, 'qu');
  const suspect = optionalJson<ContactPoint['suspect']>(source, 'su');
  return {
    id: pointId(readText(source, 'pk').slice('PT#'.length)),
    version: optionalNumber(source, 'v') ?? 0,
    revision: optionalNumber(source, 'cv') ?? 0,
    holders: (optionalJson<PackedHolder[]>(source, 'ho') ?? []).map(unpackHolder),
    ...(optOut === undefined ? {} : { optOut }),
    ...(quarantine === undefined ? {} : { quarantine }),
    ...(suspect === undefined ? {} : { suspect }),
    questions: (optionalJson<PackedQuestion[]>(source, 'qs') ?? []).map(unpackQuestion),
    sends: optionalJson<number[]>(source, 'se') ?? [],
    tokens: {
      since: optionalNumber(source, 'ts') ?? 0,
      current: tokens.slice(0, TOKEN_BYTES),
      previous: tokens.slice(TOKEN_BYTES),
    },
    recent: (optionalJson<[string, number, string?][]>(source, 'rc') ?? []).map(([caseId, attempt, messageId]) => ({
      caseId,
      attempt,
      ...(messageId === undefined ? {} : { messageId }),
    })),
    answers: { unanswered, ...(neutralAt === 0 ? {} : { neutralAt }), ...(lastAt === 0 ? {} : { lastAt }) },
    ...(source['lo']?.S === undefined ? {} : { locale: source['lo'].S as Locale }),
  };
}
