import type { Hit } from './dictionary.ts';
import {
  COURTESIES,
  clauseEnd,
  clauseOf,
  has,
  hitsOf,
  holdsOnly,
  isAlso,
  isAsked,
  type Reading,
  states,
} from './reading.ts';
import type { WordClass } from './words.ts';

/** Words between "stop" and what is to stop: in English few, in Chinese counted in characters. */
const NEAR = 6;
const CLOSE = 0;
/** Whom one tells stands right behind, at most a "my" or the "the" between. */
const TOLD = 1;
/** How many messages are wanted stands right behind them. */
const COMPARED = 2;
/** What follows a soft wish is looked at this far. */
const AFTER = 5;

/** Codes of service texts: a letter that begins no wish in words. */
export const CODES: readonly string[] = ['t', 'r', 'td', '退'];

/** A wish that names messages, in either order, or a verb of sending without object. `undone` are wishes that are none. */
export function namesMessages(reading: Reading, undone: (hit: Hit) => boolean): boolean {
  const near = (pair: Pair): boolean => follows(reading, pair, undone);
  return (
    near({ leads: ['stopLead', 'stop', 'stopSoft'], by: 'contact', within: NEAR }) ||
    near({ leads: ['dontLead'], by: 'contactVerb', within: CLOSE, joined: true }) ||
    near({ leads: ['removeLead'], by: 'removeWhat', within: CLOSE }) ||
    near({ leads: ['removeWhat'], by: 'removeLead', within: NEAR }) ||
    endsSending(reading, undone) ||
    asksForNone(reading, undone) ||
    endsWithStop(reading, undone)
  );
}

type Pair = {
  readonly leads: readonly WordClass[];
  readonly by: WordClass;
  readonly within: number;
  /** No punctuation between them: "don't, call me". */
  readonly joined?: boolean;
};

/** The second stands shortly behind the first, and nothing else that could be stopped between them. */
function follows(reading: Reading, { leads, by, within, joined }: Pair, undone: (hit: Hit) => boolean): boolean {
  const ends = hitsOf(reading, by);
  const isNear = (lead: Hit, end: Hit): boolean =>
    end.from >= lead.to &&
    end.from - lead.to <= (isOneLetter(lead) ? CLOSE : within) &&
    !(joined === true && end.opens) &&
    !isParted(reading, lead, end) &&
    !isAboutElse(reading, end);
  return hitsOf(reading, ...leads).some(
    (lead) => !CODES.includes(lead.word) && ends.some((end) => isNear(lead, end)) && !undone(lead),
  );
}

/** 停 begins many words (停车, 停电): alone it ends only what stands right behind it. */
export const isOneLetter = ({ from, to, word }: Hit): boolean => to - from === 1 && word > '一';

/** Another thing that could be stopped, or a word that turns the wish round (不要忘了), stands between them. */
function isParted(reading: Reading, lead: Hit, end: Hit): boolean {
  const between = (hit: Hit): boolean => hit.from >= lead.to && hit.to <= end.from;
  return (
    hitsOf(reading, 'stopObject', 'protect').some((hit) => between(hit) && !describes(reading, hit, end)) ||
    hitsOf(reading, 'forget').some(between)
  );
}

/** Bills that are received, a family that is told, fewer than wanted: no messages to this number, or no wish for none. */
function isAboutElse(reading: Reading, end: Hit): boolean {
  if (isAlso(reading, end, 'receive') && namesObject(reading, end)) return true;
  const isBehind = (one: Hit, within: number): boolean => one.from >= end.to && one.from - end.to <= within;
  if (hitsOf(reading, 'compare').some((one) => isBehind(one, COMPARED))) return true;
  return isAlso(reading, end, 'tell') && hitsOf(reading, 'others').some((one) => isBehind(one, TOLD));
}

/** 别再给我发了, 勿发, "don't send": nothing is named, and the clause ends. */
function endsSending(reading: Reading, undone: (hit: Hit) => boolean): boolean {
  const verbs = hitsOf(reading, 'sendVerb').filter((verb) => endsClause(reading, verb));
  const leads = [...hitsOf(reading, 'stopLead', 'dontLead'), ...softLeads(reading)];
  return leads.some((lead) => verbs.some((verb) => isRightBefore(reading, lead, verb)) && !undone(lead));
}

function endsClause(reading: Reading, verb: Hit): boolean {
  if (isAlso(reading, verb, 'unsafe')) return false;
  const rest = reading.tokens.slice(verb.to, clauseEnd(reading, verb));
  return holdsOnly(reading, rest, 'afterSend', ...COURTESIES);
}

function isRightBefore(reading: Reading, lead: Hit, verb: Hit): boolean {
  const between = reading.tokens.slice(lead.to, verb.from);
  if (verb.from < lead.to || clauseOf(reading, lead) !== clauseOf(reading, verb)) return false;
  return holdsOnly(reading, between, 'beforeSend');
}

/** A mere 不 begins a wish behind words that ask or hope: 能不能不, 怎么才能不. */
const softLeads = (reading: Reading): readonly Hit[] =>
  hitsOf(reading, 'softNot').filter((no) => isBehindAsking(reading, no));

const isBehindAsking = (reading: Reading, hit: Hit): boolean =>
  hitsOf(reading, 'mayI').some((one) => one.to <= hit.from && clauseOf(reading, one) === clauseOf(reading, hit));

/** 怎么才能让你们不发短信. */
const asksForNone = (reading: Reading, undone: (hit: Hit) => boolean): boolean =>
  softLeads(reading).some(
    (lead) =>
      !undone(lead) &&
      hitsOf(reading, 'contact').some(
        (end) => end.from >= lead.to && end.from - lead.to <= NEAR && !isParted(reading, lead, end),
      ),
  );

/** "These messages have to stop", 短信通知关了吧: what it is about stands shortly before the wish, which ends the text or its clause. */
const endsWithStop = (reading: Reading, undone: (hit: Hit) => boolean): boolean =>
  has(reading, 'contact') &&
  !states(reading, 'deny', 'notMe', 'crime', 'protect') &&
  [...hitsOf(reading, 'stop').filter((stop) => endsText(reading, stop)), ...verbsOfEnding(reading)].some(
    (stop) =>
      (!isAsked(reading, stop) || isBehindAsking(reading, stop)) &&
      !undone(stop) &&
      hitsOf(reading, 'contact').some((one) => one.to <= stop.from && stop.from - one.to <= NEAR),
  );

const endsText = ({ tokens }: Reading, stop: Hit): boolean => stop.to >= tokens.length - 1;

/** At the end of a clause that names messages; in English only behind what asks for it ("I want these texts stopped"). */
const verbsOfEnding = (reading: Reading): readonly Hit[] =>
  hitsOf(reading, 'endVerb').filter((verb) => {
    const clause = clauseOf(reading, verb);
    const isBefore = (one: Hit): boolean => one.to <= verb.from && clauseOf(reading, one) === clause;
    if (!hitsOf(reading, 'contact').some(isBefore) || !isLast(reading, verb)) return false;
    return verb.word > 'z' || hitsOf(reading, 'wants').some(isBefore);
  });

function isLast(reading: Reading, verb: Hit): boolean {
  const rest = reading.tokens.slice(verb.to, clauseEnd(reading, verb));
  return holdsOnly(reading, rest, 'besideStop', ...COURTESIES);
}

/** "Please stop the payment": what is to be stopped is named right behind, before any word for messages. */
export function namesObject(reading: Reading, wish: Hit): boolean {
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
  const joins = upTo.slice(0, -1).every((token) => JOINS.includes(token.text));
  return (
    message.from >= object.to && !isAlso(reading, message, 'receive') && joins && !upTo.some((token) => token.apart)
  );
}

const JOINS: readonly string[] = ['的', 'by'];

/** An emergency contact who will not be one: 我不想当紧急联系人, "take me off as his contact". */
export const refusesRole = (reading: Reading): boolean =>
  reading.third &&
  hitsOf(reading, 'role').some((role) =>
    hitsOf(reading, 'noRole').some((no) => clauseOf(reading, no) === clauseOf(reading, role) && !isAsked(reading, no)),
  );
