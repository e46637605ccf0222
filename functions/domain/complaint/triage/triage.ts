import type { ComplaintCategory, ComplaintKind } from '../complaint.ts';
import { deskFor } from './desk.ts';
import { type Flags, flagsOf, onlyIfComplaint, without } from './flags.ts';
import { kindOf } from './kind.ts';
import { flagsOfLetter, isLetter, isLongForSure, isOneMatter } from './letter.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { isDebt, matterOf } from './matter.ts';
import { foundOf, type Reading, reasonOf } from './reading.ts';
import { severityOf } from './severity.ts';
import { plainOf } from './text/plain.ts';
import { scan } from './text/scan.ts';
import type { LetterRules, TriageWords } from './text/words.ts';
import type { Ranked, Triage, TriageContext, TriageLang, TriageReason, TriageVerdict } from './verdict.ts';

/** Sure enough for a desk in a text message: right nine times in ten. Source: docs/decisions/0019-triage-by-rules.md. */
const SURE = 0.6;
const SUGGESTED = 3;

/** Triage by the words of a dictionary, grown when the first text comes, because most functions start without one. */
export function createTriage(words: TriageWords): Triage {
  const simplified = pairsOf(words.simplified);
  const lexicons = new Map<TriageLang, Lexicon>();
  const lexiconOf = (lang: TriageLang): readonly Lexicon[] => {
    const cues = words.languages.find((one) => one.lang === lang);
    const known = lexicons.get(lang) ?? (cues === undefined ? undefined : createLexicon(cues));
    if (known === undefined) return [];
    lexicons.set(lang, known);
    return [known];
  };
  return (text, context = {}) => {
    const plain = plainOf(text, simplified);
    const spoken = [...(plain.han ? lexiconOf('zh') : []), ...(plain.latin || !plain.han ? lexiconOf('en') : [])];
    return judged({ plain, found: spoken.flatMap((lexicon) => scan(plain, lexicon)), context }, words.letters);
  };
}

function pairsOf(listed: string): ReadonlyMap<string, string> {
  const letters = listed.replaceAll(/\s/gu, '');
  const pairs = new Map<string, string>();
  for (let at = 0; at < letters.length; at += 2) pairs.set(letters.charAt(at), letters.charAt(at + 1));
  return pairs;
}

/** Kind first, then what it accuses of, what about, how urgent, and whose it is. */
function judged(reading: Reading, letters: LetterRules): TriageVerdict {
  const said = flagsOf(reading);
  const kind = kindOf(reading, said);
  const complains = kind.kind === 'complaint' || kind.kind === 'help_request';
  const raised = isLetter(reading, letters) ? flagsOfLetter(said) : said;
  const flagged = complains ? ofTheDebt(reading, raised) : onlyIfComplaint(raised);
  const matter = matterOf(reading, flagged);
  const categories = rankedFor(matter.ranked, reading.context, NO_MATTER.includes(kind.kind));
  const [best = OTHER] = categories;
  const { category } = best;
  const flags = [...flagged.keys()];
  const dunned = isDebt(reading.context);
  const guessed = isLongForSure(reading, letters) && reading.context.category === undefined;
  const clear = !guessed || isOneMatter(reading, category, letters);
  const autoRoute = complains && category !== 'other' && best.confidence >= SURE && clear;
  const fault = foundOf(reading.found, 'fault')[0];
  return {
    kind: kind.kind,
    category,
    categories,
    flags,
    severity: severityOf({ kind: kind.kind, category, flags, dunned }),
    lang: reading.plain.lang,
    department: deskFor(reading, { kind: kind.kind, category, flags, sure: autoRoute }),
    autoRoute,
    ...(fault === undefined || kind.kind !== 'complaint' ? {} : { fault: fault.cue.target.fault }),
    why: reasons([
      reasonOf(`kind ${kind.kind}`, kind.by),
      reasonOf(`category ${category}`, matter.by.get(category) ?? []),
      ...[...flagged].map(([flag, by]) => reasonOf(`flag ${flag}`, by)),
      ...(fault === undefined ? [] : [reasonOf(`fault ${fault.cue.target.fault}`, [fault])]),
    ]),
  };
}

/** A record said to be wrong is an objection to the record, not a debt denied. */
const ofTheDebt = (reading: Reading, flags: Flags): Flags =>
  foundOf(reading.found, 'matter').some(
    ({ cue: { target } }) => target.category === 'credit_record' && target.strength !== 'topic',
  )
    ? without(flags, ['false_overdue'])
    : flags;

/** Advertising and small talk are about nothing of the bank's, whatever words they use. */
const NO_MATTER: readonly ComplaintKind[] = ['spam', 'other'];

const OTHER: Ranked = { category: 'other', confidence: 1 };

/** Known from the question it answers, it is not guessed. */
function rankedFor(ranked: readonly Ranked[], { category }: TriageContext, idle: boolean): readonly Ranked[] {
  const known: ComplaintCategory | undefined = category ?? (idle ? 'other' : undefined);
  return known === undefined ? ranked.slice(0, SUGGESTED) : [{ category: known, confidence: 1 }];
}

const reasons = (all: readonly TriageReason[]): readonly TriageReason[] => all.filter((one) => one.words.length > 0);
