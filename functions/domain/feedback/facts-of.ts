import type { Effect } from '../effects.ts';
import { splitName } from '../ids.ts';
import { formatInstant, SECOND } from '../time.ts';
import { type Fact, type Noted, type Subject, type Words, wordsOf } from './fact.ts';

/** A fact without the name of the entry it comes from, or with a name of its own. */
type Mark = Pick<Fact, 'what'> &
  Partial<Pick<Fact, 'amount' | 'of' | 'seq' | 'matter' | 'person'>> & { readonly words?: Words };

/** A contact that a provider took, by its number within its case. */
type Sent = { readonly attempt: number; readonly channel?: string; readonly at: number };

type Reading = (entry: Noted, subject: Subject) => readonly Mark[];

/**
 * Every entry type that figures count, and what of it. A type that is not here counts nothing; a new one is one line.
 * Notices are counted where they are told: a refusal, a case's end, a clock that ran out.
 */
const READINGS: Readonly<Record<string, Reading>> = {
  'case.merged': plain,
  'case.cleared': (entry) => [{ what: 'case.cleared' }, ...wrongful(entry)],
  'case.found-wrongful': wrongful,
  'case.retracted': (entry) => [{ what: 'case.retracted' }, ...wrongful(entry)],
  'case.held': (entry) => [{ what: 'case.held', words: wordsOf({ rule: array(entry.facts['ruleIds'])[0] }) }],
  'contact.claimed': claimed,
  'contact.accepted': sent,
  'contact.not-sent': sent,
  'contact.in-doubt': sent,
  'contact.deferred': plain,
  'call.dialled': plain,
  'call.concluded': (entry) => [{ what: 'call.concluded', words: wordsOf({ outcome: entry.facts['outcome'] }) }],
  'receipt.recorded': (entry) => [
    { what: 'receipt.recorded', words: wordsOf({ outcome: entry.facts['state'], channel: 'sms' }) },
  ],
  'reply.received': (entry) => [
    {
      what: entry.facts['late'] === true ? 'reply.late' : 'reply.received',
      words: wordsOf({ intent: entry.facts['intent'], audience: entry.facts['audience'] }),
    },
  ],
  'point.opted-out': plain,
  'point.quarantined': plain,
  'customer.registered': plain,
  'event.late': late,
  'complaint.received': (entry) => [
    {
      what:
        entry.facts['kind'] === 'complaint' || entry.facts['kind'] === undefined
          ? 'complaint.received'
          : 'message.received',
      words: wordsOf({ fault: entry.facts['fault'], audience: entry.facts['audience'] }),
    },
  ],
  'complaint.acknowledged': plain,
  'complaint.transferred': plain,
  'complaint.escalated': plain,
  'complaint.extended': plain,
  'complaint.mediation-started': plain,
  'complaint.decided': (entry) => [{ what: entry.type, words: wordsOf({ outcome: entry.facts['decision'] }) }],
  'complaint.resolved': (entry, subject) => [
    {
      what: 'complaint.resolved',
      words: wordsOf({ outcome: entry.facts['decision'] }),
      ...(subject.receivedAt === undefined
        ? {}
        : { amount: Math.max(0, Math.round((entry.at - subject.receivedAt) / SECOND)) }),
    },
  ],
  'complaint.rated': (entry) => [...rating(entry), { what: 'complaint.satisfied' }],
  'complaint.reopened': (entry) => [...rating(entry), { what: 'complaint.reopened' }],
  'complaint.not-content': (entry) => [...rating(entry), { what: 'complaint.not-content' }],
  'complaint.classified': corrected,
  'complaint.unreached': plain,
  'complaint.withdrawn': plain,
  'offer.made': plain,
  'offer.accepted': () => [{ what: 'offer.accepted' }, { what: 'litigation.avoided' }],
  'offer.declined': plain,
};

/** Notices that are figures by themselves. */
const TOLD: ReadonlySet<string> = new Set([
  'case.opened',
  'case.settled',
  'case.escalated',
  'case.suppressed',
  'contact.refused',
  'complaint.due-soon',
  'complaint.breached',
  'issue.recurring',
]);

/** What figures count of an entry; pure, so that a recount from the entries finds the same. */
export function factsOf(entry: Noted, subject: Subject): readonly Fact[] {
  const marks = [
    ...(READINGS[entry.type]?.(entry, subject) ?? []),
    ...metClocks(entry),
    ...entry.effects.flatMap(toldMarks),
  ];
  return marks.map(({ words, ...mark }, index) => ({
    at: entry.at,
    of: entry.aggregate,
    seq: entry.seq,
    index: mark.of === undefined ? index : 0,
    ...(subject.matter === undefined ? {} : { matter: subject.matter }),
    ...(subject.customerId === undefined ? {} : { person: subject.customerId }),
    words: { ...subject.words, ...deskOf(entry), ...words },
    ...mark,
  }));
}

/** A complaint's move belongs to the department that made it, which may not be the one that received it. */
const deskOf = ({ aggregate, facts }: Noted): Words =>
  splitName(aggregate).prefix === 'CMP' ? wordsOf({ department: facts['leaves'] ?? facts['department'] }) : {};

function plain(entry: Noted): readonly Mark[] {
  return [{ what: entry.type }];
}

const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** How old the evidence was that a contact was decided on: the oldest state of an account that the decision names. */
function claimed(entry: Noted): readonly Mark[] {
  const { channel, audience } = record(entry.facts['at']);
  const evidence = array(record(entry.facts['decision'])['evidence']).map(record);
  const known = evidence.flatMap(({ kind, asOf }) => (kind === 'account' && typeof asOf === 'number' ? [asOf] : []));
  const words = wordsOf({ channel, audience });
  const oldest = Math.min(...known);
  return known.length === 0
    ? [{ what: entry.type, words }]
    : [{ what: entry.type, words, amount: Math.max(0, Math.round((entry.at - oldest) / SECOND)) }];
}

function sent({ type, facts }: Noted): readonly Mark[] {
  return [{ what: type, words: wordsOf({ channel: facts['channel'], audience: facts['audience'] }) }];
}

/** Contacts whose reason was not true when they went out, counted the day it was found, each once for good. */
function wrongful({ aggregate, facts }: Noted): readonly Mark[] {
  return array(facts['wrongful']).flatMap((one) => {
    const { attempt, channel, at } = record(one);
    if (typeof attempt !== 'number' || typeof at !== 'number') return [];
    return [wrongfulMark(aggregate, { attempt, at, ...(typeof channel === 'string' ? { channel } : {}) })];
  });
}

/** How late it came, and of whom it told; it belongs to no case. */
function late({ type, at, facts: { what, customerId, told } }: Noted): readonly Mark[] {
  return [
    {
      what: type,
      words: wordsOf({ outcome: what }),
      ...(typeof customerId === 'string' ? { person: customerId } : {}),
      ...(typeof told === 'number' ? { amount: Math.max(0, Math.round((at - told) / SECOND)) } : {}),
    },
  ];
}

/** Clocks of a complaint that were met with this entry, whatever it is. */
const metClocks = ({ facts }: Noted): readonly Mark[] =>
  array(facts['met']).map((clock) => ({ what: 'clock.met', words: wordsOf({ clock }) }));

/** Named by the contact and not by who found it, so that whoever finds it again adds nothing. */
const wrongfulMark = (of: string, { attempt, channel, at }: Sent): Mark => ({
  what: 'contact.wrongful',
  of,
  seq: attempt,
  matter: splitName(of).id,
  words: wordsOf({ channel, sent: formatInstant(at).slice(0, 'YYYY-MM-DD'.length) }),
});

/** Staff put right what triage made of a complaint: each correction, and by itself one of the category. */
function corrected({ type, facts }: Noted): readonly Mark[] {
  const { category } = record(facts['was']);
  return [
    { what: type },
    ...(category === undefined ? [] : [{ what: 'complaint.recategorised', words: wordsOf({ category }) }]),
  ];
}

/** One that ends with another (`of`) was not rated itself: the customer answered once. */
function rating({ facts }: Noted): readonly Mark[] {
  const value = facts['of'] === undefined ? facts['rating'] : undefined;
  if (typeof value === 'number') return [{ what: 'complaint.rating', amount: value }];
  return value === undefined ? [] : [{ what: 'complaint.rating' }];
}

function toldMarks(effect: Effect): readonly Mark[] {
  if (effect.do !== 'notify' || !TOLD.has(effect.type)) return [];
  const { department, purpose, severity, data, type } = effect;
  const { outcome, clock } = data;
  const words = wordsOf({ department, purpose, severity, outcome, clock, rule: data.ruleIds?.[0] });
  const what = type === 'case.escalated' && clock !== undefined ? 'complaint.escalated-clock' : type;
  const isPeace = type === 'case.settled' && purpose === 'pre_litigation' && PEACEFUL.has(outcome);
  return [{ what, words }, ...(isPeace ? [{ what: 'litigation.avoided', words }] : [])];
}

/** Ends that keep a matter out of court. */
const PEACEFUL: ReadonlySet<string | undefined> = new Set(['CLEARED', 'ARRANGEMENT_REQUESTED']);
