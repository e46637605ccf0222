import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_FLAGS,
  COMPLAINT_KINDS,
  COMPLAINT_SEVERITIES,
  type Complaint,
  DECISIONS,
  type Decision,
  type FollowUp,
} from '#domain/complaint/complaint.ts';
import { type PointId, pointId } from '#domain/ids.ts';
import {
  AUDIENCES,
  COMPLAINT_CHANNELS,
  COMPLAINT_STAGES,
  DEPARTMENTS,
  JURISDICTIONS,
  LANES,
  LOCALES,
} from '#domain/words.ts';
import { packWord, unpackWord } from '../attempts.ts';
import { type Packer, packer, type Unpacker, unpacker } from '../packed.ts';
import { packPoint, unpackPoint } from '../point-id.ts';
import { packClocks, unpackClocks } from './clocks.ts';
import { given, longId, packList, packOptional, shortId, unpackList, unpackOptional } from './fields.ts';
import { packLater, unpackLater } from './later.ts';
import { packOffers, unpackOffers } from './offers.ts';

/** What stands in attributes of their own. */
type Outside = 'id' | 'version' | 'customerId' | 'status' | 'dueAt' | 'timers' | 'key';
export type Body = Omit<Complaint, Outside>;

/** Everything else of a complaint in as few bytes as it takes: positions of words are stored, so lists only grow at their ends. */
export function packBody(of: Complaint): Uint8Array {
  const out = packer();
  out.signed(of.receivedAt);
  packMatter(out, of);
  packOrigin(out, of);
  packCourse(out, of);
  packClocks(out, of.clocks, of.receivedAt);
  packOffers(out, of.offers, of);
  out.count(of.offerCount);
  packList(out, of.agreements, ({ id, offerId, seq, at }) => {
    out.text(shortId(id, of.id));
    out.text(shortId(offerId, of.id));
    out.count(seq);
    out.signed(at - of.receivedAt);
  });
  packLater(out, of);
  return out.done();
}

/** `later`: it ends with what the second form did not have. */
export function unpackBody(source: Uint8Array, { id, later }: { readonly id: string; readonly later: boolean }): Body {
  const from = unpacker(source);
  const receivedAt = from.signed();
  const own = { id, receivedAt };
  const matter = unpackMatter(from);
  const origin = unpackOrigin(from);
  const course = unpackCourse(from, receivedAt);
  const clocks = unpackClocks(from, receivedAt);
  const offers = unpackOffers(from, own);
  const offerCount = from.count();
  const agreements = unpackList(from, () => ({
    id: longId(from.text(), id),
    offerId: longId(from.text(), id),
    seq: from.count(),
    at: receivedAt + from.signed(),
  }));
  const body = { receivedAt, ...matter, ...origin, ...course, clocks, offers, offerCount, agreements };
  return later ? unpackLater(from, body) : body;
}

function packMatter(out: Packer, of: Complaint): void {
  packWord(out, COMPLAINT_KINDS, of.kind);
  packWord(out, COMPLAINT_CATEGORIES, of.category);
  packList(out, of.categories, ({ category, confidence }) => {
    packWord(out, COMPLAINT_CATEGORIES, category);
    out.text(String(confidence));
  });
  packList(out, of.flags, (flag) => packWord(out, COMPLAINT_FLAGS, flag));
  packWord(out, COMPLAINT_SEVERITIES, of.severity);
  packWord(out, LANES, of.lane);
  packWord(out, COMPLAINT_STAGES, of.stage);
  packWord(out, JURISDICTIONS, of.jurisdiction);
  out.text(of.timezone);
}

const unpackMatter = (from: Unpacker) => ({
  kind: unpackWord(from, COMPLAINT_KINDS),
  category: unpackWord(from, COMPLAINT_CATEGORIES),
  categories: unpackList(from, () => ({
    category: unpackWord(from, COMPLAINT_CATEGORIES),
    confidence: Number(from.text()),
  })),
  flags: unpackList(from, () => unpackWord(from, COMPLAINT_FLAGS)),
  severity: unpackWord(from, COMPLAINT_SEVERITIES),
  lane: unpackWord(from, LANES),
  stage: unpackWord(from, COMPLAINT_STAGES),
  jurisdiction: unpackWord(from, JURISDICTIONS),
  timezone: from.text(),
});

function packOrigin(out: Packer, of: Complaint): void {
  packWord(out, AUDIENCES, of.audience);
  packWord(out, COMPLAINT_CHANNELS, of.channel);
  packOptional(out, of.contactId, out.text);
  packOptional(out, of.locale, (locale) => packWord(out, LOCALES, locale));
  packOptional(out, of.point, (point) => out.bytes(packPoint(point)));
  packOptional(out, of.externalRef, out.text);
  packOptional(out, of.accountId, out.text);
  packOptional(out, of.caseId, out.text);
}

const unpackOrigin = (from: Unpacker) => ({
  audience: unpackWord(from, AUDIENCES),
  channel: unpackWord(from, COMPLAINT_CHANNELS),
  ...given({
    contactId: unpackOptional(from, from.text),
    locale: unpackOptional(from, () => unpackWord(from, LOCALES)),
    point: unpackOptional(from, (): PointId => pointId(unpackPoint(from.bytes()))),
    externalRef: unpackOptional(from, from.text),
    accountId: unpackOptional(from, from.text),
    caseId: unpackOptional(from, from.text),
  }),
});

function packCourse(out: Packer, of: Complaint): void {
  const instant = (at: number): void => out.signed(at - of.receivedAt);
  packWord(out, DEPARTMENTS, of.department);
  packList(out, of.left, (department) => packWord(out, DEPARTMENTS, department));
  packOptional(out, of.handler, out.text);
  packList(out, of.formerHandlers, out.text);
  packOptional(out, of.resolvedAt, instant);
  packOptional(out, of.acknowledgedAt, instant);
  packOptional(out, of.mediationSince, instant);
  out.count(of.reopened);
  packList(out, of.linked, ({ complaintId, relation }) => {
    out.text(complaintId);
    out.text(relation);
  });
  packOptional(out, of.decision, ({ decision, closureCode, at, seq, of: leader }) => {
    packWord(out, DECISIONS, decision);
    out.text(closureCode);
    instant(at);
    out.count(seq);
    packOptional(out, leader, out.text);
  });
  packOptional(out, of.followUp, ({ caseId, plannedFor, rating, ratedAt }) => {
    instant(plannedFor);
    packOptional(out, caseId, out.text);
    packOptional(out, rating, out.count);
    packOptional(out, ratedAt, instant);
  });
}

function unpackCourse(from: Unpacker, receivedAt: number) {
  const instant = (): number => receivedAt + from.signed();
  const department = unpackWord(from, DEPARTMENTS);
  const left = unpackList(from, () => unpackWord(from, DEPARTMENTS));
  const handler = unpackOptional(from, from.text);
  const formerHandlers = unpackList(from, from.text);
  const resolvedAt = unpackOptional(from, instant);
  const acknowledgedAt = unpackOptional(from, instant);
  const mediationSince = unpackOptional(from, instant);
  const reopened = from.count();
  const linked = unpackList(from, () => ({ complaintId: from.text(), relation: from.text() }));
  const decision = unpackOptional(from, (): Decision => unpackDecision(from, instant));
  const followUp = unpackOptional(from, (): FollowUp => unpackFollowUp(from, instant));
  const optional = { handler, resolvedAt, acknowledgedAt, mediationSince, decision, followUp };
  return { department, left, formerHandlers, reopened, linked, ...given(optional) };
}

function unpackDecision(from: Unpacker, instant: () => number): Decision {
  const decided = {
    decision: unpackWord(from, DECISIONS),
    closureCode: from.text(),
    at: instant(),
    seq: from.count(),
  };
  return { ...decided, ...given({ of: unpackOptional(from, from.text) }) };
}

function unpackFollowUp(from: Unpacker, instant: () => number): FollowUp {
  const plannedFor = instant();
  const caseId = unpackOptional(from, from.text);
  const rating = unpackOptional(from, () => from.count() as NonNullable<FollowUp['rating']>);
  return { plannedFor, ...given({ caseId, rating, ratedAt: unpackOptional(from, instant) }) };
}
