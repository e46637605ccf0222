import fc from 'fast-check';
import type { Case } from '#domain/case/case.ts';
import type { Transition } from '#domain/case/transition.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import { meantForComplaint } from '#domain/reply/complaint-contact.ts';
import { HOUR } from '#domain/time.ts';
import { bundledPolicies } from '#policies/book.ts';
import { complaintBook } from '#policies/complaints.ts';
import { classifyReply } from '#policies/reply-grammar.ts';
import { triageComplaint } from '#policies/triage/triage.ts';
import { caseIdOf, hashedId } from '#runtime/ids.ts';
import { caseChange } from '#store/case-store.ts';
import { GENESIS } from '#store/codecs/entry.ts';
import { pointAdvance, pointTouch, unknownPoint } from '#store/point-store.ts';
import { identityPut } from '#store/received/identity-store.ts';
import type { ComplaintRules, ReplyNeeds } from '../../../functions/replies/ports.ts';
import { receiveReply } from '../../../functions/replies/receive-reply.ts';
import { NOON, openedCase } from '../cases.ts';
import { POINT, pointOfNumber, question } from '../points.ts';
import { addressOf, customerOf } from '../records.ts';

const book = bundledPolicies((text) => text);

/** Complaints as shipped, written nowhere. */
const complaints: ComplaintRules = {
  triage: triageComplaint,
  book: complaintBook,
  receive: receiveComplaint,
  meant: meantForComplaint,
  change: () => Promise.resolve({ advances: [], also: [] }),
};

/** What stands in the table while one text is read: a number, a case, its customer; and what was decided about them. */
type Standing = { readonly point: ContactPoint | undefined; readonly of: Case };

export function reading({ point, of }: Standing): { needs: ReplyNeeds; moves: Transition[] } {
  const moves: Transition[] = [];
  const customer = customerOf({ phones: [{ ...addressOf('+8613900000001', { since: 0 }), point: POINT }] });
  const person = { customer: { state: customer, head: GENESIS }, key: new Uint8Array(65), contacts: [] };
  return {
    moves,
    needs: {
      store: {
        points: { load: () => Promise.resolve(point === undefined ? undefined : { state: point, head: GENESIS }) },
        cases: {
          load: () => Promise.resolve({ state: of, head: GENESIS }),
          loadAll: (ids) => Promise.resolve(ids.map(() => ({ state: of, head: GENESIS }))),
          task: () => Promise.resolve(undefined),
        },
        people: { load: () => Promise.resolve(person), contact: () => Promise.resolve(undefined) },
        identities: { find: () => Promise.resolve(undefined) },
        inbox: {
          put: () => Promise.resolve({ op: 'put', key: { pk: 'INB', sk: 'x' }, item: {} }),
        },
        ledger: { commit: () => Promise.resolve({ kind: 'committed' }) },
        caseChange: (from, transition, sealed) => {
          moves.push(transition);
          return caseChange(from, transition, sealed);
        },
        complaints: { load: () => Promise.resolve(undefined) },
        contactPut: () => Promise.resolve({ op: 'put', key: { pk: 'CUS', sk: 'x' }, item: {} }),
        unknownPoint,
        pointTouch,
        pointAdvance,
        identityPut,
        seal: () => Promise.resolve(new Uint8Array(1)),
        newKey: () => Promise.resolve(new Uint8Array(65)),
      },
      book,
      grammar: () => Promise.resolve(classifyReply),
      complaints: () => Promise.resolve(complaints),
      home: () => ({ jurisdiction: 'CN', timezone: 'Asia/Shanghai' }),
      hash: (text) => text,
      pointOf: () => Promise.resolve(POINT),
      ids: { sortable: () => 'id', caseIdOf, hashedId },
      count: () => {},
      now: () => NOON,
      wallNow: () => NOON,
    },
  };
}

export const fraud = openedCase({ status: 'WAITING', severity: 'critical', protectiveHold: true, token: '4K' });

const ANSWERS = ['1', '１', '2', ' yes', '是', '-1', ' 1', '', '1!', 'y', ' confirm', '9', '?', '1 1', '本人'];
const words = fc.oneof(
  fc.constantFrom(...ANSWERS),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
/** Texts that name a token, before or behind an answer, in any width. */
const named = (tokens: readonly string[], said: fc.Arbitrary<string> = words) =>
  fc.tuple(fc.constantFrom(...tokens), said, fc.boolean(), fc.boolean()).map(([token, answer, before, wide]) => {
    const spelled = wide
      ? token.replaceAll(/./gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
      : token;
    return before ? `${spelled}${answer}` : `${answer} ${spelled}`;
  });

export const open = question({ token: '7M', until: NOON + HOUR });
const expired = question({ token: '4K', askedAt: NOON - 30 * HOUR, until: NOON - 6 * HOUR });
const forged: fc.Arbitrary<readonly [string, ContactPoint | undefined]> = fc.oneof(
  // From a number nobody knows.
  fc.tuple(fc.oneof(named(['4K', '7M']), words), fc.constant(undefined)),
  // With an answer to a token of another number, while a question is open on this one.
  fc.tuple(named(['2A', '3C', '9X'], fc.constantFrom(...ANSWERS)), fc.constant(pointOfNumber({ questions: [open] }))),
  // With a token that has run out.
  fc.tuple(fc.oneof(named(['4K']), words), fc.constant(pointOfNumber({ questions: [expired] }))),
  // With the token of a question that was answered, or whose case went on without it.
  fc.tuple(named(['4K']), fc.constant(pointOfNumber({ questions: [], recent: [{ caseId: 'c1', attempt: 1 }] }))),
  // By a third party.
  fc.tuple(
    fc.oneof(named(['7M']), words),
    fc.constant(pointOfNumber({ questions: [{ ...open, audience: 'contact' as const, contactId: 'k1' }] })),
  ),
);

export type ForgeryRun = {
  readonly seed: number;
  readonly replies: number;
  /** A case settled, an outcome, a protective hold lifted, its release asked for. */
  readonly sensitive: number;
  readonly failures: readonly string[];
};

/** Texts from unknown numbers, from other numbers than the token's, with tokens that have run out, by third parties. */
export async function forgeryRun(count: number, seed: number): Promise<ForgeryRun> {
  const failures: string[] = [];
  let [replies, sensitive] = [0, 0];
  for (const [text, point] of fc.sample(forged, { numRuns: count, seed })) {
    const { needs, moves } = reading({ point, of: fraud });
    replies += 1;
    const sms = { originationNumber: '+8613900000001', messageBody: text, inboundMessageId: `f${replies}` };
    await receiveReply(sms, needs, { sentAt: NOON });
    const wrong = moves.filter(({ next, entry }) => {
      const settles = next.status === 'RESOLVED' || next.outcome !== undefined || next.protectiveHold !== true;
      return next.id === fraud.id && (settles || JSON.stringify(entry.effects).includes('release-requested'));
    });
    sensitive += wrong.length;
    if (wrong.length > 0) failures.push(JSON.stringify(text));
  }
  return { seed, replies, sensitive, failures: failures.slice(0, 20) };
}
