import type { OpenQuestion } from '#domain/contact/point.ts';
import type { Classification } from '#domain/reply/reading/reading.ts';
import type { Purpose } from '#domain/words.ts';

/** What a text without a token is, where several questions are open. */
export type OfSeveral = {
  readonly read: Classification;
  /** The question it is read as an answer to. */
  readonly question?: OpenQuestion;
  /** It says which by what it says: a denial of fraud, a call for help. */
  readonly certain: boolean;
  /** Further fraud questions that it denies, newest first. */
  readonly others: readonly OpenQuestion[];
};

/** `read`: the text as an answer to this question. */
export type ReadAs = (question: OpenQuestion | undefined) => Classification;

/**
 * Without a token a denial means every open fraud question, a call for help the welfare question, and anything else none
 * of them in particular. Source: docs/behaviour.md, Replies.
 */
export function ofSeveral(questions: readonly OpenQuestion[], read: ReadAs): OfSeveral {
  const asked = (purpose: Purpose): readonly OpenQuestion[] =>
    questions.filter((one) => one.purpose === purpose && one.audience === 'customer');
  const fraud = asked('fraud_security');
  const welfare = asked('welfare').at(-1);
  const question = fraud.at(-1) ?? questions.findLast(({ audience }) => audience === 'customer') ?? questions.at(-1);
  const first = ofWhom(questions, read(question));
  const denies = first.intent === 'deny' && fraud.length > 0;
  // Read as an answer about fraud, "I need help" asks how to reply, and "not safe" says nothing.
  const call = welfare === undefined ? undefined : read(welfare);
  if (welfare !== undefined && call !== undefined && isCall(call) && !(denies && isClearer(first, call))) {
    return { read: call, question: welfare, certain: true, others: [] };
  }
  return {
    read: first,
    ...(question === undefined ? {} : { question }),
    certain: denies,
    others: denies ? fraud.slice(0, -1).toReversed() : [],
  };
}

/** A bare "wrong number" where its owner and somebody's contact person are asked: which of the two is wrong, it does not say. */
const ofWhom = (questions: readonly OpenQuestion[], read: Classification): Classification =>
  read.why === 'wrong.digit' && new Set(questions.map(({ audience }) => audience)).size > 1
    ? { ...read, intent: 'unclear', suppress: false }
    : read;

const isCall = ({ intent, why }: Classification): boolean => intent === 'deny' || why === 'info.grave';

/** "Not me" is about the payment whatever else is said, and so is a bare "no"; the one before "I need help" denies nothing. */
const isClearer = (denial: Classification, call: Classification): boolean =>
  denial.why === STATED || call.why !== STATED;

const STATED = 'deny.phrase';
