import type { ComplaintKind } from '../complaint.ts';
import { type Flags, SPEAKS_OF_WRONG } from './flags.ts';
import { foundOf, isAsked, type Reading, toneOf } from './reading.ts';
import type { Found } from './scan.ts';

export type KindFound = { readonly kind: ComplaintKind; readonly by: readonly Found[] };

/** Texts this short that name no matter are small talk. */
const SMALL_TALK = 8;

/** What a text is, first of all: only a complaint runs clocks. The order is the law. */
export function kindOf(reading: Reading, flags: Flags): KindFound {
  const grievance = [...toneOf(reading, 'grievance').filter((one) => !one.negated), ...wrongsOf(reading)];
  const accused = SPEAKS_OF_WRONG.flatMap((flag) => flags.get(flag) ?? []);
  const threat = flags.get('regulator_threat') ?? [];
  const help = toneOf(reading, 'help');
  const urgent = flags.get('fraud_in_progress') ?? flags.get('self_harm');
  const complains = grievance.length + 2 * accused.length;
  const spam = toneOf(reading, 'spam');
  if (spam.length > 0 && urgent === undefined && isAdvertisement(reading, spam, complains))
    return { kind: 'spam', by: spam };
  const praise = toneOf(reading, 'praise').filter((one) => !one.negated);
  if (urgent !== undefined) {
    return complains > help.length + 1
      ? { kind: 'complaint', by: grievance }
      : { kind: 'help_request', by: [...urgent, ...help] };
  }
  if (praise.length > complains && threat.length === 0) return { kind: 'praise', by: praise };
  if (isQuestion(reading) && complains <= (asksOnly(reading) ? 1 : 0) && accused.length === 0) {
    return help.length > 0 && needsHelp(reading)
      ? { kind: 'help_request', by: help }
      : { kind: 'inquiry', by: toneOf(reading, 'ask') };
  }
  if (help.length > 0 && help.length >= complains && threat.length === 0 && accused.length === 0)
    return { kind: 'help_request', by: help };
  if (complains + threat.length > 0) return { kind: 'complaint', by: [...grievance, ...accused, ...threat] };
  if (isQuestion(reading)) return { kind: 'inquiry', by: toneOf(reading, 'ask') };
  return foundOf(reading.found, 'matter').length === 0 || isSmallTalk(reading)
    ? { kind: 'other', by: toneOf(reading, 'idle') }
    : { kind: 'complaint', by: [] };
}

const wrongsOf = (reading: Reading): readonly Found[] =>
  foundOf(reading.found, 'matter').filter((one) => one.cue.target.strength === 'wrong');

const isQuestion = (reading: Reading): boolean => reading.plain.asked.size > 0 || toneOf(reading, 'ask').length > 0;

/** Every sentence of it asks. */
const asksOnly = (reading: Reading): boolean => {
  const sentences = new Set(reading.plain.words.map((word) => word.sentence));
  return [...sentences].every((sentence) => reading.plain.asked.has(sentence));
};

/** Somebody in need asks for something to be done, not how things are. */
const needsHelp = (reading: Reading): boolean =>
  toneOf(reading, 'help').some((one) => !isAsked(reading, one)) ||
  toneOf(reading, 'help').length > toneOf(reading, 'ask').length;

const isAdvertisement = (_: Reading, spam: readonly Found[], complains: number): boolean => spam.length > complains;

const isSmallTalk = (reading: Reading): boolean =>
  reading.plain.words.length <= SMALL_TALK && toneOf(reading, 'idle').length > 0;
