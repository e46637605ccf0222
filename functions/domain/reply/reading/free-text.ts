import { type Finding, found, has, isCourtesy, type Reading, says, states } from './reading.ts';

const ONE_BREATH = 16;
const SHORT = 8;
/** A question why, with a story around it, is for a person to read. */
const LONG_QUESTION = 20;

/** The person texted is not the one meant. A third party says so with fewer words than a customer. */
export function readWrongPerson(reading: Reading): Finding | undefined {
  const wrong = found('wrong_person', 'wrong.phrase', true);
  if (reading.asked !== 'rating' && saysNine(reading)) return found('wrong_person', 'wrong.digit', true);
  // In a longer story the wrong person may be whom money was sent to.
  if (reading.tokens.length > ONE_BREATH) return undefined;
  if (states(reading, 'wrong')) return wrong;
  if (reading.third && says(reading, 'wrongWhole')) return wrong;
  const customers = reading.purpose !== 'fraud_security' && reading.tokens.length <= SHORT;
  return (reading.third || customers) && states(reading, 'wrongThird') ? wrong : undefined;
}

function saysNine(reading: Reading): boolean {
  const said = reading.tokens.filter((_, at) => !isCourtesy(reading, at));
  return reading.asksBack.size === 0 && said.map((token) => token.text).join() === '9';
}

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

/** What answers no question but says something: a person reads it, and never anything is settled by it. */
export function readRest(reading: Reading): Finding {
  if (has(reading, 'grave')) return found('info', 'info.grave');
  if (has(reading, 'why')) return found('why', reading.tokens.length > LONG_QUESTION ? 'why.story' : 'why.phrase');
  if (namesTerms(reading)) return found('counter', 'counter.terms');
  if (has(reading, 'agent')) return found('help', 'help.person');
  if (has(reading, 'info')) return found('info', 'info.phrase');
  return found('unclear', 'unclear.unknown');
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
  const number = reading.tokens.some((token) => /\d/u.test(token.text));
  return has(reading, 'counter') || (number && has(reading, 'counterLead'));
}
