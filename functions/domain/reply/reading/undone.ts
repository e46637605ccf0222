import type { Hit } from './dictionary.ts';
import { clauseEnd, clauseOf, hitsOf, holdsOnly, type Reading } from './reading.ts';
import type { WordClass } from './words.ts';

/** "Stop", 退订 and their like, which a negation turns into the wish for more. */
const STOPS: readonly WordClass[] = ['stop', 'stopPhrase', 'stopSoft', 'stopLead', 'endVerb'];
/** What follows "unsubscribe" is looked at this far. */
const AFTER = 5;

/** Whether a word for silence is none: negated, never said, asked about, or about something else. */
export function readUndone(reading: Reading): (hit: Hit) => boolean {
  const ranges = [...negated(reading), ...asked(reading)];
  return (hit) => ranges.some(([from, to]) => from <= hit.from && hit.from < to) || isElsewhere(reading, hit);
}

type Range = readonly [from: number, to: number];

/** "Don't want to stop the texts", 别把短信停了, 没退订: from the negation on. Who asks why not (why don't you stop) wishes. */
function negated(reading: Reading): readonly Range[] {
  const whys = hitsOf(reading, 'askNot');
  const asks = hitsOf(reading, 'mayI');
  return hitsOf(reading, 'notStop', 'unsaid').flatMap((no) => {
    const isAskedWhyNot = whys.some((why) => why.from <= no.from && no.from < why.to);
    // The 不 of 能不能 negates nothing.
    return isAskedWhyNot || asks.some((one) => one.from < no.from && no.from < one.to)
      ? []
      : stopsBehind(reading, no)
          .filter((stop) => isNegated(reading, no, stop))
          .map((stop): Range => [no.from, stop.to]);
  });
}

/** "Why did the texts stop", 短信怎么停了: the whole clause. "Why don't you text me": the negation. */
function asked(reading: Reading): readonly Range[] {
  const about = hitsOf(reading, 'askWhy').filter((why) =>
    stopsBehind(reading, why).some((stop) => isPast(reading, why, stop)),
  );
  // 怎么才能让你们不发 asks for silence.
  const mayI = hitsOf(reading, 'mayI').map((one) => clauseOf(reading, one));
  const notSent = hitsOf(reading, 'askNot').filter((why) => !mayI.includes(clauseOf(reading, why)));
  return [
    ...about.map((why): Range => [clauseOf(reading, why), clauseEnd(reading, why)]),
    ...notSent.map((why): Range => [why.from, why.to]),
  ];
}

/** In "I don't want these texts stop" messages are what is not wanted; in "don't want these texts to stop", 不想让短信停了 what is ended. */
function isNegated(reading: Reading, no: Hit, stop: Hit): boolean {
  const between = reading.tokens.slice(no.to, stop.from);
  const isNamed = hitsOf(reading, 'contact').some((one) => one.from >= no.to && one.to <= stop.from);
  return !isNamed || between.some(({ text }) => text === 'to') || hitsOf(reading, 'endVerb').includes(stop);
}

const stopsBehind = (reading: Reading, first: Hit): readonly Hit[] =>
  hitsOf(reading, ...STOPS).filter((stop) => stop.from >= first.to && isJoined(reading, first, stop));

/** In one clause, nothing between them but what is ended and who ends it. */
function isJoined(reading: Reading, first: Hit, stop: Hit): boolean {
  if (clauseOf(reading, first) !== clauseOf(reading, stop)) return false;
  const between = reading.tokens.slice(first.to, stop.from);
  return holdsOnly(reading, between, 'betweenStop');
}

/** 怎么停了 asks why it is so, 怎么停 and 怎么把短信停了 how it is done. */
function isPast({ tokens }: Reading, why: Hit, stop: Hit): boolean {
  if (why.word !== '怎' && why.word !== '咋') return true;
  const isDone = tokens.slice(stop.to - 1, stop.to + 1).some(({ text }) => text === '了');
  return isDone && !tokens.slice(why.to, stop.from).some(({ text }) => text === '把');
}

/** Unsubscribing from Netflix, 退订会员, 取消短信收费: what is left or cancelled is no message of ours. */
function isElsewhere(reading: Reading, hit: Hit): boolean {
  const { to } = hit;
  const isBehind = (one: Hit): boolean =>
    one.from >= to && one.from - to <= AFTER && clauseOf(reading, one) === clauseOf(reading, hit);
  return hitsOf(reading, 'elsewhere').some(isBehind) || isOfOthers(reading, hit) || leaves(reading, to);
}

/** "Tell the fraudsters to stop texting me", 让骗子别再发短信. To unsubscribe, or what "and" adds, is meant for us. */
function isOfOthers(reading: Reading, { from, to }: Hit): boolean {
  const between = (first: number, end: number) => reading.tokens.slice(first, end).map(({ text }) => text);
  const isAsked = (others: Hit): boolean =>
    others.to <= from &&
    clauseOf(reading, others) === clauseOf(reading, { from }) &&
    !between(others.to, from).some((word) => ADDS.includes(word));
  return hitsOf(reading, 'askOthers').some(isAsked) && !between(from, to).some((word) => OURS.includes(word));
}

const ADDS: readonly string[] = ['and', 'then'];
const OURS: readonly string[] = ['unsubscribe', '退'];

/** "Unsubscribe me from" and a name. */
function leaves(reading: Reading, to: number): boolean {
  const at = reading.tokens[to]?.text === 'me' ? to + 1 : to;
  const whom = reading.tokens.slice(at + 1, at + 2);
  if (reading.tokens[at]?.text !== 'from') return false;
  return (
    !holdsOnly(reading, whom, 'fromUs') &&
    !hitsOf(reading, 'contact').some((hit) => hit.from > at && hit.from - at <= AFTER)
  );
}
