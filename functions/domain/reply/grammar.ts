import type { Intent, Purpose } from '../words.ts';
import { readOfferAnswer, readRating } from './reading/answers.ts';
import { createDictionary, type Dictionary } from './reading/dictionary.ts';
import { readComplaint, readGrave, readHelp, readRest, readStart } from './reading/free-text.ts';
import type { ReplyWords } from './reading/heads.ts';
import { normalise, type Plain } from './reading/normalise.ts';
import { readOptOut } from './reading/opt-out.ts';
import {
  type Asked,
  type Classification,
  type Finding,
  found,
  isFraud,
  type Reading,
  type ReplyContext,
  says,
} from './reading/reading.ts';
import { readTokens } from './reading/tokens.ts';
import { readWrongPerson } from './reading/wrong-person.ts';
import { readConfirmation, readDenial, readStatedDenial } from './reading/yes-no.ts';
import { readToken } from './token.ts';

export type Grammar = (text: string, context?: ReplyContext) => Classification;

/** The grammar of a dictionary; built when the first text comes, because most functions start without one. */
export function createGrammar(words: ReplyWords): Grammar {
  let dictionary: Dictionary | undefined;
  return (text, context = {}) => {
    dictionary ??= createDictionary(words);
    return classify(text, context, dictionary);
  };
}

function classify(text: string, context: ReplyContext, dictionary: Dictionary): Classification {
  const plain = normalise(text, dictionary.simplified, dictionary.spoken);
  const { reading, foreign } = readingOf(plain, context, dictionary);
  const finding = understand(reading);
  const refused = foreign && (FROM_ITS_OWNER.includes(finding.intent) || finding.why === PASSED_ON);
  const intent = refused ? 'unclear' : finding.intent;
  return {
    intent,
    ...(reading.token === undefined ? {} : { token: reading.token }),
    ...(finding.rating === undefined || refused ? {} : { rating: finding.rating }),
    autoResolve: !foreign && mayResolve(intent, reading),
    suppress: finding.suppress === true && !refused,
    why: refused ? 'token.foreign' : finding.why,
  };
}

/** Only from the number that was asked: a token of another says that somebody guesses, or that a number was mixed up. */
const FROM_ITS_OWNER: readonly Intent[] = ['confirm', 'deny', 'accept', 'decline', 'counter', 'rating', 'wrong_person'];

/** First rule that has something to say. The order is the law: to stop, wrong person, no, help, yes, start, the rest. */
function understand(reading: Reading): Finding {
  if (reading.tokens.length === 0) {
    return found('unclear', reading.token === undefined ? 'unclear.empty' : 'token.alone');
  }
  const wish = readOptOut(reading);
  if (wish !== undefined) return withWish(reading, wish);
  const answer = readWrongPerson(reading) ?? readRating(reading) ?? readOfferAnswer(reading);
  if (answer !== undefined) return answer;
  const complaint = readComplaint(reading);
  if (reading.asked !== 'yes-or-no') return complaint ?? readHelp(reading) ?? readStart(reading) ?? readRest(reading);
  const denial = readDenial(reading);
  // A fraud that is denied comes first; of other matters the complaint says more than its "no".
  if (complaint !== undefined && !(isFraud(reading) && denial?.intent === 'deny')) return complaint;
  return (
    forCustomersOnly(reading, denial ?? readHelp(reading) ?? readConfirmation(reading)) ??
    readStart(reading) ??
    readRest(reading)
  );
}

/** "Not me, stop texting me" denies and silences; so does a complaint that says stop, and grave news. A bare stop word is only that. */
function withWish(reading: Reading, wish: Finding): Finding {
  const complaint = readComplaint(reading);
  const denial = reading.third ? undefined : readStatedDenial(reading);
  const more = (isFraud(reading) ? (denial ?? complaint) : (complaint ?? denial)) ?? readGrave(reading);
  return more === undefined ? wish : { ...more, suppress: true };
}

const PASSED_ON = 'info.passed-on';

/** A third party's yes and no answer nothing; `1` is what their text gives them to say that they passed it on. */
function forCustomersOnly(reading: Reading, answer: Finding | undefined): Finding | undefined {
  if (!reading.third || (answer?.intent !== 'confirm' && answer?.intent !== 'deny')) return answer;
  const passedOn = reading.tokens.every(({ text }) => text === '1');
  return passedOn ? found('info', PASSED_ON) : found('unclear', 'unclear.third-party');
}

function readingOf(
  plain: Plain,
  context: ReplyContext,
  dictionary: Dictionary,
): { readonly reading: Reading; readonly foreign: boolean } {
  const { purpose, openQuestions = context.purpose === undefined ? 0 : 1, tokens } = context;
  const about = {
    dictionary,
    asked: askedBy(context),
    purpose,
    third: context.audience === 'contact',
    openQuestions,
    optedOut: context.optedOut === true,
  };
  const whole: Reading = {
    ...about,
    tokens: plain.tokens,
    asksBack: plain.asked,
    hits: dictionary.hits(plain.tokens),
  };
  const named = readToken(joined(plain.folded));
  if (named === undefined) return { reading: whole, foreign: false };
  const rest = readTokens(named.rest);
  const reading: Reading = {
    ...about,
    token: named.token,
    tokens: rest.tokens,
    asksBack: rest.asked,
    hits: dictionary.hits(rest.tokens),
  };
  if (tokens?.includes(named.token) === true) return { reading, foreign: false };
  // "3D secure" holds what looks like a token: it is one only where the rest is an answer, or nothing.
  if (!isAnswer(reading)) return { reading: whole, foreign: false };
  return { reading, foreign: tokens !== undefined };
}

/** A token typed with a space inside, as the whole message. */
const joined = (folded: string): string => folded.replace(/^([2-9])[ -]([a-z])(?=(?:[ -]?\d)?$)/u, '$1$2');

const isAnswer = (reading: Reading): boolean =>
  reading.tokens.length === 0 ||
  says(reading, 'confirm', 'deny', 'notMe', 'crime', 'denyWord', 'accept', 'decline', 'stop', 'help', 'start') ||
  /^\d$/u.test(reading.tokens.map((token) => token.text).join());

function askedBy({ purpose, question = '' }: ReplyContext): Asked {
  if (question.startsWith('offer') || purpose === 'negotiation_followup') return 'offer';
  const rates = /follow|rating|survey/u.test(question);
  return rates || purpose === 'complaint_followup' || purpose === 'survey' ? 'rating' : 'yes-or-no';
}

/** Purposes whose yes goes to a person all the same. */
const YES_NEEDS_A_PERSON: readonly (Purpose | undefined)[] = ['debt_reminder', 'pre_litigation'];

/** A whole-message answer of the customer to a question that is certain: named by its token, or the only one open. */
function mayResolve(intent: Intent, reading: Reading): boolean {
  const certain = reading.token !== undefined || reading.openQuestions === 1;
  if (!certain || reading.third) return false;
  if (intent === 'confirm') return !YES_NEEDS_A_PERSON.includes(reading.purpose);
  return intent === 'accept' || intent === 'decline' || intent === 'rating';
}
