import type { Case } from '#domain/case/case.ts';
import type { ContactPoint, OpenQuestion } from '#domain/contact/point.ts';
import { type Correlated, correlate } from '#domain/reply/correlate.ts';
import type { Grammar } from '#domain/reply/grammar.ts';
import type { Classification, ReplyContext } from '#domain/reply/reading/reading.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { Message, ReplyNeeds } from '../ports.ts';
import { answeredText } from './answered.ts';
import { type Bearing, complete } from './bearing.ts';
import { amongContext, contextOf, numberContext } from './context.ts';
import { caseOfSent, type Found, placeOf } from './place.ts';
import { ofSeveral } from './several.ts';

/** Everything a reply is judged by, read strongly. */
export type Heard = {
  readonly message: Message;
  readonly point: Stored<ContactPoint>;
  readonly read: Classification;
  /** Undefined: it answers nothing we know of. */
  readonly on?: Bearing;
  /** Several questions are open and the text does not say which it answers. */
  readonly ambiguous: boolean;
  /** Further fraud cases of the number that a denial without a token protects. */
  readonly others: readonly Stored<Case>[];
  /** The customer on whose record the number is, where it answers nothing. */
  readonly holder?: PersonRecord;
};

export async function gather(message: Message, needs: ReplyNeeds): Promise<Heard> {
  const point = (await needs.store.points.load(message.point)) ?? needs.store.unknownPoint(message.point);
  const text = heardText(message);
  const number = numberContext(point.state, message);
  const classify = await needs.grammar();
  const { token } = classify(text, number);
  const clues = {
    at: message.at,
    by: cameInBy(message, needs),
    ...(token === undefined ? {} : { token }),
    ...(token === undefined ? await answeredText(message, point.state, needs) : {}),
  };
  const correlated = correlate(point.state, clues, needs.book.limits);
  if (correlated.to === 'several') return among(correlated.questions, { message, point, number, classify }, needs);
  const found = await findCase(correlated, point.state, { message, needs });
  const read = classify(text, found === undefined ? number : contextOf(found, number));
  const base = { message, point, read, ambiguous: false, others: [] };
  return found === undefined
    ? { ...base, ...(await holderOf(message, point.state, needs)) }
    : { ...base, on: await complete(found, needs) };
}

const cameInBy = ({ channel, at }: Message, { now }: ReplyNeeds): Instant => (channel === 'sms' ? at : now());

async function findCase(
  correlated: Exclude<Correlated, { to: 'several' }>,
  point: ContactPoint,
  { message, needs }: { message: Message; needs: ReplyNeeds },
): Promise<Found | undefined> {
  switch (correlated.to) {
    case 'question':
    case 'expired': {
      const stored = await needs.store.cases.load(correlated.question.caseId);
      const certain = correlated.to === 'question' && correlated.certain;
      const place = placeOf(correlated.question, { open: correlated.to === 'question', certain });
      return stored === undefined ? undefined : { ...place, stored };
    }
    case 'token':
    case 'sent': {
      const cases = await needs.store.cases.loadAll(correlated.sent.map((one) => one.caseId));
      return caseOfSent(correlated, cases, { at: message.at, by: cameInBy(message, needs), holders: point.holders });
    }
    case 'nothing':
      return undefined;
  }
}

type Among = {
  readonly message: Message;
  readonly point: Stored<ContactPoint>;
  readonly number: ReplyContext;
  readonly classify: Grammar;
};

async function among(questions: readonly OpenQuestion[], at: Among, needs: ReplyNeeds): Promise<Heard> {
  const text = heardText(at.message);
  const { read, question, certain, others } = ofSeveral(questions, (one) =>
    at.classify(text, amongContext(questions, one, at.number)),
  );
  const [stored, ...rest] = await needs.store.cases.loadAll([question, ...others].flatMap((one) => one?.caseId ?? []));
  const base = { message: at.message, point: at.point, read, ambiguous: !certain };
  if (question === undefined || stored === undefined) return { ...base, others: [] };
  const on = await complete({ ...placeOf(question, { open: true, certain }), stored }, needs);
  return { ...base, on, others: rest.filter((one) => one !== undefined) };
}

/** The words, with the reference that stands beside them. */
const heardText = ({ text, token }: Message): string =>
  token === undefined ? text.reveal() : `${token} ${text.reveal()}`;

/** The newest verified holder outranks the others. Source: docs/behaviour.md, People. */
async function holderOf(
  { customerId }: Message,
  { holders }: ContactPoint,
  { store }: ReplyNeeds,
): Promise<{ holder?: PersonRecord }> {
  const own = holders.find((one) => one.kind === 'customer')?.customerId ?? customerId;
  const holder = own === undefined ? undefined : await store.people.load(own);
  return holder === undefined ? {} : { holder };
}
