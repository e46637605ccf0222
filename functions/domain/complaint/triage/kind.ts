import type { ComplaintKind } from '../complaint.ts';
import { type Flags, SPEAKS_OF_WRONG } from './flags.ts';
import { foundOf, isAsked, mattersOf, type Reading, toneOf } from './reading.ts';
import type { Found } from './text/scan.ts';

export type KindFound = { readonly kind: ComplaintKind; readonly by: readonly Found[] };

/** What a text holds that tells its kind. */
type Told = {
  readonly grievance: readonly Found[];
  readonly accused: readonly Found[];
  readonly threat: readonly Found[];
  readonly help: readonly Found[];
  readonly ask: readonly Found[];
  /** An accusation counts for two words of grievance. */
  readonly complains: number;
};

/** What a text is, first of all: only a complaint runs clocks. The order is the law. */
export function kindOf(reading: Reading, flags: Flags): KindFound {
  const told = tellingOf(reading, flags);
  const { complains, threat, grievance, accused } = told;
  const urgent = urgentKind(flags, told);
  if (urgent !== undefined) return urgent;
  // Whoever answered that way, or took it down so, has said that it is one.
  if (reading.context.category !== undefined) return { kind: 'complaint', by: [...grievance, ...accused] };
  const spam = toneOf(reading, 'spam');
  if (spam.length > complains) return { kind: 'spam', by: spam };
  const praise = toneOf(reading, 'praise').filter((one) => !one.negated);
  if (praise.length > complains && threat.length === 0) return { kind: 'praise', by: praise };
  const asked = askedKind(reading, told);
  if (asked !== undefined) return asked;
  if (complains + threat.length > 0) return { kind: 'complaint', by: [...grievance, ...accused, ...threat] };
  if (isQuestion(reading, told)) return { kind: 'inquiry', by: told.ask };
  return saysNothing(reading) ? { kind: 'other', by: toneOf(reading, 'idle') } : { kind: 'complaint', by: [] };
}

function tellingOf(reading: Reading, flags: Flags): Told {
  const wrongs = mattersOf(reading).filter((one) => one.cue.target.strength === 'wrong');
  const grievance = [...toneOf(reading, 'grievance').filter((one) => !one.negated), ...wrongs];
  const accused = SPEAKS_OF_WRONG.flatMap((flag) => flags.get(flag) ?? []);
  return {
    grievance,
    accused,
    threat: flags.get('regulator_threat') ?? [],
    help: toneOf(reading, 'help'),
    ask: toneOf(reading, 'ask'),
    complains: grievance.length + 2 * accused.length,
  };
}

/** In danger one calls for help; whoever accuses the bank of it complains. */
function urgentKind(flags: Flags, { help, grievance, accused }: Told): KindFound | undefined {
  const danger = flags.get('self_harm');
  if (danger !== undefined) {
    return accused.length > 0 ? { kind: 'complaint', by: accused } : { kind: 'help_request', by: [...danger, ...help] };
  }
  const fraud = flags.get('fraud_in_progress');
  if (fraud === undefined) return undefined;
  const calls = help.length > 0 || grievance.length === 0;
  return calls ? { kind: 'help_request', by: [...fraud, ...help] } : { kind: 'complaint', by: grievance };
}

/** A question that accuses nobody, or a call for help that says more of need than of wrong. */
function askedKind(reading: Reading, told: Told): KindFound | undefined {
  const { complains, accused, threat, help, ask } = told;
  if (accused.length > 0) return undefined;
  if (isQuestion(reading, told) && complains <= (asksFirst(reading, told) ? 1 : 0)) {
    return inNeed(reading, told) ? { kind: 'help_request', by: help } : { kind: 'inquiry', by: ask };
  }
  const hardship = help.length > 0 && isHardship(reading);
  const calls = help.length > 0 && (help.length >= complains || hardship) && threat.length === 0;
  return calls ? { kind: 'help_request', by: help } : undefined;
}

const isQuestion = ({ plain }: Reading, { ask }: Told): boolean => plain.asked.size > 0 || ask.length > 0;

/** Every sentence of it asks, or its first words do, or it is one clause that asks. */
function asksFirst({ plain }: Reading, { ask }: Told): boolean {
  const sentences = new Set(plain.words.map((word) => word.sentence));
  const all = [...sentences].every((sentence) => plain.asked.has(sentence));
  return all || ask.some((one) => one.from <= OPENING) || (ask.length > 0 && isOneClause(plain));
}
const OPENING = 1;

const isOneClause = ({ words }: Reading['plain']): boolean =>
  words.length <= ONE_QUESTION && words.slice(1).every((word) => !word.apart);
const ONE_QUESTION = 16;

/** Somebody in need asks for something to be done, not how things are. */
const inNeed = (reading: Reading, { help, ask }: Told): boolean =>
  help.some((one) => !isAsked(reading, one)) || help.length > ask.length || (help.length > 0 && isHardship(reading));

/** Words of hardship, and none that the bank did wrong in it. */
function isHardship({ found }: Reading): boolean {
  const said = foundOf(found, 'matter').filter((one) => one.cue.target.category === 'repayment_hardship');
  return (
    said.some((one) => one.cue.target.strength === 'sure') && said.every((one) => one.cue.target.strength !== 'wrong')
  );
}

/** Texts this short that name no matter are small talk; longer ones tell something. */
const SMALL_TALK = 9;

function saysNothing(reading: Reading): boolean {
  const short = reading.plain.words.length <= SMALL_TALK;
  const idle = toneOf(reading, 'idle').some((one) => !one.negated);
  return short && (idle || foundOf(reading.found, 'matter').length === 0);
}
