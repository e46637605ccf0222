import type { Hit } from './dictionary.ts';
import {
  COURTESIES,
  clauseOf,
  type Finding,
  firstWord,
  found,
  has,
  hitsOf,
  isAsked,
  isFraud,
  type Reading,
  says,
  states,
} from './reading.ts';
import type { WordClass } from './words.ts';

/** Words between "stop" and what is to stop: in English few, in Chinese counted in characters. */
const NEAR = 6;
const CLOSE = 0;
/** Whom one tells stands right behind, at most a "my" or "the" between. */
const TOLD = 1;
/** What follows a soft wish is looked at this far. */
const AFTER = 5;
/** A wish in one breath is short; a story that begins with "stop" or has "please remove" in it is no opt-out. */
const SHORT = 8;
const ONE_BREATH = 16;

/**
 * A wish not to be written to. The bare word always is one. With other words it must name messages, or be a wish that
 * stands by itself; "stop" and more words to a fraud question is meant for the payment and falls to the denials.
 * A doubtful wish is obeyed first and asked about later. Source: docs/behaviour.md, Replies; 47 CFR 64.1200(a)(10).
 */
export function readOptOut(reading: Reading): Finding | undefined {
  if (says(reading, 'stop', 'stopAlone') || agreesToStop(reading)) return found('stop', 'stop.word', true);
  if (has(reading, 'keepOn')) return undefined;
  if (has(reading, 'stopPhrase')) return found('stop', 'stop.phrase', true);
  if (wishesSoftly(reading)) return found('stop', 'stop.phrase', true);
  if (namesMessages(reading)) return found('stop', 'stop.messages', true);
  if (isFraud(reading)) return undefined;
  if (saysItApart(reading)) return found('stop', 'stop.sentence', true);
  if (!beginsWithStop(reading)) return undefined;
  const other = has(reading, 'stopObject', 'protect', 'question') || reading.tokens.length > SHORT;
  return other ? undefined : found('stop', 'stop.doubtful', true);
}

/** "OK stop": who says yes and stop in one wants silence, and confirms nothing. */
const agreesToStop = (reading: Reading): boolean =>
  hitsOf(reading, 'stop').some((hit) => !SELDOM.includes(hit.word)) &&
  !beginsWithStop(reading) &&
  says(reading, 'stop', 'confirm');

const wishesSoftly = (reading: Reading): boolean =>
  reading.tokens.length <= ONE_BREATH && hitsOf(reading, 'stopSoft').some((hit) => !namesObject(reading, hit));

const namesMessages = (reading: Reading): boolean =>
  follows(reading, { leads: ['stopLead', 'stop', 'stopSoft'], by: 'contact', within: NEAR }) ||
  follows(reading, { leads: ['dontLead'], by: 'contactVerb', within: CLOSE, joined: true }) ||
  follows(reading, { leads: ['removeLead'], by: 'removeWhat', within: CLOSE }) ||
  follows(reading, { leads: ['removeWhat'], by: 'removeLead', within: NEAR }) ||
  endsWithStop(reading);

type Pair = {
  readonly leads: readonly WordClass[];
  readonly by: WordClass;
  readonly within: number;
  /** No punctuation between them: "don't, call me". */
  readonly joined?: boolean;
};

/** The second stands shortly behind the first, and nothing else that could be stopped between them. */
function follows(reading: Reading, { leads, by, within, joined = false }: Pair): boolean {
  const others = hitsOf(reading, 'stopObject', 'protect');
  const ends = hitsOf(reading, by);
  const isNear = (lead: Hit, end: Hit): boolean =>
    end.from >= lead.to &&
    end.from - lead.to <= within &&
    !(joined && end.opens) &&
    !others.some((other) => other.from >= lead.to && other.to <= end.from && !describes(reading, other, end)) &&
    !isAboutElse(reading, end);
  return hitsOf(reading, ...leads).some((lead) => !CODES.includes(lead.word) && ends.some((end) => isNear(lead, end)));
}

/** Bills that are received, a family that is told: what follows says that no messages to this number are meant. */
function isAboutElse(reading: Reading, end: Hit): boolean {
  if (hitsOf(reading, 'receive').some((hit) => hit.from === end.from) && namesObject(reading, end)) return true;
  const tells = hitsOf(reading, 'tell').some((hit) => hit.from === end.from);
  return tells && hitsOf(reading, 'others').some((one) => one.from >= end.to && one.from - end.to <= TOLD);
}

/** Codes of service texts: a letter that begins no wish in words. */
const CODES: readonly string[] = ['t', 'r', 'td', '退'];

/** "I never subscribed. Stop." */
function saysItApart({ tokens, dictionary, asksBack }: Reading): boolean {
  const sentences = Map.groupBy(tokens, (token) => token.sentence);
  return [...sentences].some(([at, words]) => !asksBack.has(at) && dictionary.consistsOf(words, ['stop'], COURTESIES));
}

/** "These messages have to stop": the wish is the last word, and what it is about stands shortly before. */
const endsWithStop = (reading: Reading): boolean =>
  !states(reading, 'deny', 'notMe', 'crime', 'protect') &&
  hitsOf(reading, 'stop').some(
    (stop) =>
      stop.to >= reading.tokens.length - 1 &&
      !isAsked(reading, stop) &&
      hitsOf(reading, 'contact').some((one) => one.to <= stop.from && stop.from - one.to <= NEAR),
  );

/** "Please stop the payment": what is to be stopped is named right behind, before any word for messages. */
function namesObject(reading: Reading, wish: Hit): boolean {
  const behind = (hit: Hit): boolean =>
    hit.to > wish.to && hit.from - wish.to <= AFTER && clauseOf(reading, hit) === clauseOf(reading, wish);
  const object = hitsOf(reading, 'stopObject', 'protect').find(behind);
  if (object === undefined) return false;
  const messages = hitsOf(reading, 'contact').filter((hit) => hit.to > wish.to);
  return !messages.some((hit) => (hit.from < object.from ? behind(hit) : describes(reading, object, hit)));
}

/** "Bill messages", 贷款的短信, "statements by text": of which messages, not what is to stop instead of them. */
function describes(reading: Reading, object: Hit, message: Hit): boolean {
  const upTo = reading.tokens.slice(object.to, message.from + 1);
  const isReceived = hitsOf(reading, 'receive').some((hit) => hit.from === message.from);
  const joins = upTo.slice(0, -1).every((token) => JOINS.includes(token.text));
  return message.from >= object.to && !isReceived && joins && !upTo.some((token) => token.apart);
}

const JOINS: readonly string[] = ['的', 'by'];

/** Begins with a word that, bare, would be an opt-out. */
export function beginsWithStop(reading: Reading): boolean {
  const at = firstWord(reading);
  return hitsOf(reading, 'stop').some((hit) => hit.from === at && isWish(reading, hit));
}

/** One letter or "end" begins many sentences; they count only bare, or while fraud is asked about. */
const isWish = (reading: Reading, { word }: Hit): boolean => !SELDOM.includes(word) || isFraud(reading);

const SELDOM: readonly string[] = [...CODES, 'end', 'remove', 'quit', 'cancel'];
