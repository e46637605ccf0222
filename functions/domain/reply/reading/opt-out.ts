import type { Hit } from './dictionary.ts';
import { CODES, isOneLetter, namesMessages, namesObject, refusesRole } from './messages.ts';
import {
  COURTESIES,
  type Finding,
  firstWord,
  found,
  has,
  hitsOf,
  isCourtesy,
  isFraud,
  type Reading,
  says,
} from './reading.ts';
import type { Token } from './tokens.ts';
import { readUndone } from './undone.ts';

/** A wish in one breath is short; a story that begins with "stop" or has "please remove" in it is no opt-out. */
const SHORT = 8;
const ONE_BREATH = 16;

/**
 * A wish not to be written to. The bare word always is one. With other words it must name messages, or be a wish that
 * stands by itself; "stop" and more words to a fraud question is meant for the payment and falls to the denials.
 * A doubtful wish is obeyed first and asked about later. Source: docs/behaviour.md, Replies; 47 CFR 64.1200(a)(10).
 */
export function readOptOut(reading: Reading): Finding | undefined {
  if (says(reading, 'stop', 'stopAlone') || agreesToStop(reading) || saysMore(reading) || callsNames(reading)) {
    return found('stop', 'stop.word', true);
  }
  if (keepsOn(reading)) return undefined;
  const undone = readUndone(reading);
  const wishes = (hit: Hit): boolean => !undone(hit);
  if (hitsOf(reading, 'stopPhrase').some(wishes)) return found('stop', 'stop.phrase', true);
  const soft = reading.tokens.length <= ONE_BREATH ? hitsOf(reading, 'stopSoft').filter(wishes) : [];
  if (soft.some((hit) => !namesObject(reading, hit))) return found('stop', 'stop.phrase', true);
  if (namesMessages(reading, undone)) return found('stop', 'stop.messages', true);
  if (refusesRole(reading)) return found('stop', 'stop.role', true);
  if (isFraud(reading)) return undefined;
  if (saysItApart(reading)) return found('stop', 'stop.sentence', true);
  if (!beginsWithStop(reading)) return undefined;
  const other =
    has(reading, 'stopObject', 'protect', 'question') || reading.tokens.length > SHORT || comparesMessages(reading);
  return other || hitsOf(reading, 'stop').some(undone) ? undefined : found('stop', 'stop.doubtful', true);
}

/** "No more than usual". */
const comparesMessages = (reading: Reading): boolean => hitsOf(reading, 'compare').some(({ word }) => word === 'than');

/** The opposite is said, but not by the end of a wish ("I'd rather you didn't text"). */
function keepsOn(reading: Reading): boolean {
  const wishes = hitsOf(reading, 'stopPhrase', 'dontLead');
  return hitsOf(reading, 'keepOn').some((hit) => !wishes.some((wish) => wish.from < hit.from && hit.from < wish.to));
}

/** 帮我退订一下, "no thanks, stop": more courtesies. Asked about fraud, 帮我停一下 is meant for the payment. */
const saysMore = (reading: Reading): boolean =>
  reading.asksBack.size === 0 &&
  !has(reading, 'question') &&
  !(isFraud(reading) && (has(reading, 'protect') || hitsOf(reading, 'stop').some(isOneLetter))) &&
  reading.dictionary.consistsOf(reading.tokens, ['stop'], [...COURTESIES, 'besideStop']);

/** "OK stop": who says yes and stop in one wants silence, and confirms nothing. */
const agreesToStop = (reading: Reading): boolean =>
  hitsOf(reading, 'stop').some((hit) => !SELDOM.includes(hit.word)) &&
  !beginsWithStop(reading) &&
  says(reading, 'stop', 'confirm');

/** "STOP, scammers", 退订，骗子: the bare word in a clause of its own, and beside it only what the sender is called. Asked about fraud that says who paid. */
function callsNames(reading: Reading): boolean {
  const { tokens, dictionary, asksBack } = reading;
  const at = tokens.findIndex(({ apart }, index) => apart && index > 0);
  const [one, other] = [tokens.slice(0, Math.max(at, 0)), tokens.slice(Math.max(at, 0))];
  const isStop = (part: readonly Token[]): boolean => dictionary.consistsOf(part, ['stop'], COURTESIES);
  const isName = (part: readonly Token[]): boolean => dictionary.consistsOf(part, ['crime'], ['filler', 'accused']);
  return asksBack.size === 0 && !isFraud(reading) && ((isStop(one) && isName(other)) || (isName(one) && isStop(other)));
}

/** "I never subscribed. Stop." */
function saysItApart({ tokens, dictionary, asksBack }: Reading): boolean {
  const sentences = Map.groupBy(tokens, (token) => token.sentence);
  return [...sentences].some(([at, words]) => !asksBack.has(at) && dictionary.consistsOf(words, ['stop'], COURTESIES));
}

/** Begins with a word that, bare, would be an opt-out. */
export function beginsWithStop(reading: Reading): boolean {
  const at = firstWord(reading);
  return hitsOf(reading, 'stop').some((hit) => hit.from === at && isWish(reading, hit));
}

/** One letter or "end" begins many sentences; they count only bare, or while fraud is asked about. */
function isWish(reading: Reading, hit: Hit): boolean {
  const next = reading.tokens[hit.to];
  if (isOneLetter(hit) && next !== undefined && !next.apart && !isCourtesy(reading, hit.to)) return false;
  return !SELDOM.includes(hit.word) || isFraud(reading);
}

const SELDOM: readonly string[] = [...CODES, 'end', 'remove', 'quit', 'cancel'];
