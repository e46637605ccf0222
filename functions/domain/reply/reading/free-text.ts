import { takenBack } from './negated.ts';
import { type Finding, found, has, hitsOf, type Reading, says, states } from './reading.ts';

/** A question why, with a story around it, is for a person to read. */
const LONG_QUESTION = 20;

/** A complaint, however it is put; the name of an authority alone may be a mere question about it. */
export function readComplaint(reading: Reading): Finding | undefined {
  return has(reading, 'complaint') || states(reading, 'complaintTo')
    ? found('complaint', 'complaint.words')
    : undefined;
}

export const readHelp = (reading: Reading): Finding | undefined =>
  says(reading, 'help') ? found('help', 'help.word') : undefined;

export const readStart = (reading: Reading): Finding | undefined =>
  says(reading, 'start') ? found('start', 'start.word') : undefined;

/** A death, a wish to die: whatever else is said, a person reads it at once. */
export const readGrave = (reading: Reading): Finding | undefined =>
  has(reading, 'grave') || says(reading, 'graveAlone') ? found('info', 'info.grave') : undefined;

/** What answers no question but says something: a person reads it, and never anything is settled by it. */
export function readRest(reading: Reading): Finding {
  const grave = readGrave(reading);
  if (grave !== undefined) return grave;
  if (has(reading, 'why')) return found('why', reading.tokens.length > LONG_QUESTION ? 'why.story' : 'why.phrase');
  if (namesTerms(reading)) return found('counter', 'counter.terms');
  if (has(reading, 'agent')) return found('help', 'help.person');
  if (hasNews(reading)) return found('info', 'info.phrase');
  return found('unclear', 'unclear.unknown');
}

/** "I have not moved" is no news. */
function hasNews(reading: Reading): boolean {
  const unchanged = takenBack(reading, 'changed');
  return hitsOf(reading, 'info').some((hit) => !unchanged.has(hit));
}

/** Purposes in which a person may propose terms. */
const NEGOTIABLE: readonly (string | undefined)[] = [
  undefined,
  'debt_reminder',
  'pre_litigation',
  'negotiation_followup',
  'complaint_followup',
];

export function namesTerms(reading: Reading): boolean {
  if (!NEGOTIABLE.includes(reading.purpose)) return false;
  const number =
    (reading.asked === 'offer' && has(reading, 'numeral')) || reading.tokens.some((token) => /\d/u.test(token.text));
  return has(reading, 'counter') || (number && has(reading, 'counterLead'));
}
