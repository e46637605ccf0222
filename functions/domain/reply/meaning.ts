import type { Case } from '../case/case.ts';
import type { ReplyMeaning } from '../case/reply.ts';
import { ended } from '../case/transition.ts';
import type { ComplaintCategory } from '../complaint/complaint.ts';
import type { PolicyBook } from '../policy/book.ts';
import { trustToConfirm } from '../policy/confirming.ts';
import type { TemplateName } from '../policy/template-names.ts';
import type { AnswerMeaning } from '../policy/types.ts';
import type { Instant } from '../time.ts';
import type { Audience, Trust } from '../words.ts';
import { disputesWrongful, waitsForAPerson } from './past.ts';
import type { Classification } from './reading/reading.ts';

/** A reply and the case it bears on. */
export type Said = {
  readonly read: Classification;
  readonly of: Case;
  readonly audience: Audience;
  readonly trust: Trust;
  /** Its question is open and in time; else the reply is late. */
  readonly open: boolean;
  readonly certain: boolean;
  /** When the number replaced another; absent for one that was there from the start. */
  readonly numberChangedAt?: Instant;
  readonly optedOut: boolean;
  /** Id a complaint would get. */
  readonly complaintId: string;
};

/** What it means: for the case, as an answer, and for its question. */
export type Meant = {
  readonly meaning: ReplyMeaning;
  readonly answer?: TemplateName;
  /** The question is answered: it is taken off the number. */
  readonly answered?: boolean;
  /** Understood and acted upon: the number's budget of automatic answers is whole again. */
  readonly accepted?: boolean;
  readonly complaint?: { readonly category?: ComplaintCategory };
};

/** Reads a reply as docs/behaviour.md has it: by purpose for the customer, as a note for a third party, late after the end. */
export function meaningOf(said: Said, book: PolicyBook, now: Instant): Meant {
  const always = whoeverSaysIt(said);
  if (always !== undefined) return always;
  if (said.audience === 'contact') return fromThirdParty(said);
  if (said.open && !ended(said.of)) return answerOf(said, book, now);
  return disputesWrongful(said, book) ? complained(said, book.purpose(said.of.purpose).answers.deny) : late(said);
}

/** Wishes that are heard from anybody at any time. */
function whoeverSaysIt(said: Said): Meant | undefined {
  const { intent, why } = said.read;
  switch (intent) {
    case 'stop':
      return { meaning: { do: 'stop' }, answer: 'answer.stopped', accepted: true };
    case 'start':
      return { meaning: { do: 'note' }, answer: 'answer.started', accepted: true };
    case 'wrong_person':
      return { meaning: { do: 'wrong-person' }, answer: 'answer.wrong', accepted: true };
    case 'complaint':
      return complained(said, undefined);
    case 'help':
      return why === 'help.person' ? personReads(said) : { meaning: { do: 'note' }, answer: 'answer.help' };
    case 'why':
      return why === 'why.story' ? personReads(said) : { meaning: { do: 'note' }, answer: 'answer.why' };
    default:
      return undefined;
  }
}

/** A complaint is opened once a case; what is added to it goes to whoever has the case. */
function complained(said: Said, outcome: AnswerMeaning | undefined): Meant {
  const { of, complaintId } = said;
  const result = outcome?.outcome === undefined ? {} : { outcome: outcome.outcome };
  if (of.complaintId !== undefined) {
    return { meaning: { do: 'person', ...result }, answer: 'answer.thanks', accepted: true, answered: true };
  }
  const category = outcome?.complaint === 'not_owed' ? { category: 'not_owed' as const } : {};
  return {
    meaning: { do: 'complaint', complaintId, ...result },
    answer: 'answer.complaint',
    complaint: category,
    accepted: true,
    answered: outcome !== undefined,
  };
}

/** A person has to read it. After the end that is a late reply. */
function personReads(said: Said): Meant {
  if (ended(said.of) || !said.open) return late(said);
  return { meaning: { do: 'person', ...urgency(said) }, answer: 'answer.thanks' };
}

const urgency = ({ read }: Said): { urgent?: true } => (read.why === 'info.grave' ? { urgent: true } : {});

/** A third party answers for nobody: what they say is noted. Only grave news goes to a person at once. */
function fromThirdParty(said: Said): Meant {
  return said.read.why === 'info.grave' && !ended(said.of)
    ? { meaning: { do: 'person', urgent: true }, answer: 'answer.thanks' }
    : { meaning: { do: 'note' } };
}

/** After the end, or after its time: a confirmation is recorded and releases nothing, all else goes to a person. */
function late(said: Said): Meant {
  const { read, of } = said;
  const harmless = read.intent === 'confirm' || read.intent === 'accept' || read.intent === 'rating';
  const closed = !harmless && ended(of) && of.status !== 'SUPPRESSED';
  return {
    meaning: { do: 'late', reopen: !harmless },
    answer: closed ? 'answer.late' : 'answer.thanks',
  };
}

function answerOf(said: Said, book: PolicyBook, now: Instant): Meant {
  const { answers, trust } = book.purpose(said.of.purpose);
  switch (said.read.intent) {
    case 'confirm':
    case 'accept':
      return said.certain && isNamedEnough(said, book) ? confirmed(said, book, now) : askBack(said);
    case 'deny':
    case 'decline':
      return said.trust >= trust.deny ? carried(said, answers.deny) : personReads(said);
    case 'rating':
    case 'counter':
      return said.certain ? { ...personReads(said), accepted: true, answered: true } : askBack(said);
    case 'info':
      return personReads(said);
    default:
      return askBack(said);
  }
}

/** A bank may demand the token itself of whoever confirms what a protective hold stands on. */
const isNamedEnough = ({ of, read }: Said, { limits }: PolicyBook): boolean =>
  read.token !== undefined || !limits.tokenWhileProtected || of.protectiveHold !== true;

/**
 * Below the trust that is needed the answer is kept, the question stays, and a person gets a task; so where what would be
 * confirmed has been joined by an event about more, for the question was about the first.
 */
function confirmed(said: Said, book: PolicyBook, now: Instant): Meant {
  const { of, numberChangedAt } = said;
  if (waitsForAPerson(of)) return { meaning: { do: 'person' }, answer: 'answer.thanks', accepted: true };
  const rules = book.purpose(of.purpose);
  const needed = trustToConfirm(
    book,
    {
      rules,
      ...(of.reason.amount === undefined ? {} : { amount: of.reason.amount }),
      ...(numberChangedAt === undefined ? {} : { numberChangedAt }),
    },
    now,
  );
  const isOfMore = of.joinedAmount !== undefined && rules.answers.confirm.outcome === 'CONFIRMED_GENUINE';
  if (said.trust < needed || isOfMore) return { meaning: { do: 'person' }, answer: 'answer.thanks', accepted: true };
  return carried(said, rules.answers.confirm);
}

/** A settled question needs no further text; whom a person will call back is told so. */
function carried(said: Said, answer: AnswerMeaning): Meant {
  const { outcome, task, severity } = answer;
  if (answer.to === 'resolved' && outcome !== undefined) {
    return { meaning: { do: 'settle', outcome }, accepted: true, answered: true };
  }
  if (answer.to === 'complaint') return complained(said, answer);
  const urgent = severity !== undefined || said.of.purpose === 'fraud_security' ? { urgent: true as const } : {};
  return {
    meaning: {
      do: 'person',
      ...(outcome === undefined ? {} : { outcome }),
      ...(task === undefined ? {} : { task }),
      ...urgent,
    },
    answer: 'answer.thanks',
    accepted: true,
    answered: true,
  };
}

/**
 * One question back, where it can be asked: not of a number that wants silence, not beside a person who has the case. A
 * second unclear answer goes to a person.
 */
function askBack(said: Said): Meant {
  const { of, optedOut } = said;
  const theirs = of.status === 'HUMAN' || of.taskId !== undefined || of.held?.ruleIds.includes('hold.staff') === true;
  if (optedOut) return { meaning: { do: 'person' } };
  if (theirs) return { meaning: { do: 'clarify' } };
  if (of.clarified === true) return { meaning: { do: 'clarify' }, answer: 'answer.thanks' };
  return { meaning: { do: 'clarify' }, answer: 'answer.clarify' };
}
