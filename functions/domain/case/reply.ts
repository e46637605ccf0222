import type { Actor, Effect } from '../effects.ts';
import { type Instant, MINUTE } from '../time.ts';
import type { Audience, Intent, Outcome, TaskKind, Trust } from '../words.ts';
import { withAnswer } from './answers/answer.ts';
import type { Case, Task } from './case.ts';
import { nextNumber } from './contacts/next-number.ts';
import { releaseNotice } from './open.ts';
import { answered, type PlanStands } from './send.ts';
import { newTask, toPerson } from './task.ts';
import {
  CLOSE_AFTER,
  cancelled,
  cancelUnsent,
  ended,
  escalatedNotice,
  move,
  type Said,
  settledNotice,
  type Transition,
  underWay,
  without,
} from './transition.ts';

/** A reply as it bears on one case; the text itself goes sealed into the entry. */
export type ReplyFacts = {
  readonly inboundId: string;
  readonly intent: Intent;
  readonly trust: Trust;
  readonly token?: string;
  readonly audience: Audience;
  readonly contactId?: string;
  /** Attempt that asked, if known. */
  readonly attempt?: number;
  /** Number it came from. */
  readonly point: string;
  readonly at: Instant;
  readonly why?: string;
};

/** What the reply means for the case; decided by `domain/reply`, carried out here. */
export type ReplyMeaning =
  /** Without an outcome: its complaint says what came of it. */
  | { readonly do: 'settle'; readonly outcome?: Outcome }
  | { readonly do: 'person'; readonly outcome?: Outcome; readonly urgent?: boolean; readonly task?: TaskKind }
  | { readonly do: 'clarify' }
  | { readonly do: 'note' }
  | { readonly do: 'stop' }
  | { readonly do: 'wrong-person' }
  | { readonly do: 'complaint'; readonly complaintId: string; readonly outcome?: Outcome }
  | { readonly do: 'late'; readonly reopen: boolean };

export type ReplyInput = PlanStands & {
  readonly facts: ReplyFacts;
  readonly meaning: ReplyMeaning;
  /** Template of an automatic answer, sent by dispatch within five minutes of the reply, outside caps and hours. */
  readonly answer?: string | undefined;
  /** The open task, when the case has one: settling ends it. */
  readonly task?: Task;
};

/** A question asked back waits this long, then a person takes over. Source: docs/behaviour.md, Case. */
const CLARIFY_WAIT = 30 * MINUTE;

/** Every reply is written down; what moves follows from its meaning. Settled cases never move back by a confirmation. */
export function applyReply(of: Case, input: ReplyInput, now: Instant): Transition {
  const { base, said, known } = prepare(of, input, now);
  const { meaning } = input;
  const at: With = { input, said, known };
  if (ended(of)) return late(base, at);
  switch (meaning.do) {
    case 'settle':
      return settle(base, meaning.outcome, at);
    case 'person':
      return person(base, meaning, at);
    case 'clarify':
      return clarify(base, at);
    case 'wrong-person':
      return wrongPerson(base, at);
    case 'complaint':
      return person({ ...base, complaintId: meaning.complaintId }, { ...meaning, do: 'person' }, at);
    case 'late':
      return late(base, at);
    case 'note':
    case 'stop':
      return move(base, known, said);
  }
}

/** `known`: what the reply shows of the text it answers, that it was taken, so that a doubt about it ends. */
function prepare(of: Case, input: ReplyInput, now: Instant): { base: Case; said: Said; known: Partial<Case> } {
  const { facts, answer } = input;
  const { audience, contactId } = facts;
  const actor: Actor =
    audience === 'contact' && contactId !== undefined ? { kind: 'contact', contactId } : { kind: 'customer' };
  const effects: Effect[] = answer === undefined ? [] : [{ do: 'work', lane: 'urgent' }];
  const { status, dueAt, ...place } = answered(of, { ...facts, ...input, now });
  const heard = audience === 'customer' && facts.trust > 0 && input.meaning.do !== 'wrong-person';
  const seen: Case = { ...of, ...place, ...(heard ? { heardAt: now } : {}) };
  const base = answer === undefined ? seen : withAnswer(seen, { ...facts, template: answer });
  const told = answer === undefined ? {} : { answer: { attempt: base.attemptCount, template: answer } };
  const open = of.attempts.find(({ n }) => place.attempts !== undefined && n === facts.attempt);
  const noted = { ...facts, meaning: input.meaning, ...told, ...(open === undefined ? {} : { settles: open.state }) };
  const known = status === undefined || dueAt === undefined ? {} : { status, dueAt };
  return { base, known, said: { type: 'reply.received', actor, at: now, facts: noted, effects } };
}

type With = { readonly input: ReplyInput; readonly said: Said; readonly known: Partial<Case> };

function settle(of: Case, outcome: Outcome | undefined, at: With): Transition {
  const now = at.said.at;
  const release = of.protectiveHold === true && outcome === 'CONFIRMED_GENUINE';
  return move(
    of,
    {
      ...without('held', 'taskId', ...(release ? (['protectiveHold'] as const) : [])),
      status: 'RESOLVED',
      ...(outcome === undefined ? {} : { outcome }),
      resolvedAt: now,
      dueAt: now + CLOSE_AFTER,
      attempts: cancelUnsent(of.attempts, now),
    },
    {
      ...at.said,
      effects: [...(at.said.effects ?? []), settledNotice(of, outcome), ...(release ? [releaseNotice(of)] : [])],
      tasks: cancelled(at.input.task),
    },
  );
}

type ToPerson = Extract<ReplyMeaning, { do: 'person' }>;

function person(of: Case, meaning: ToPerson, at: With): Transition {
  if (of.status === 'HUMAN') return owned(of, meaning, at);
  return toPerson(
    of,
    {
      ...(meaning.outcome === undefined ? {} : { outcome: meaning.outcome }),
      task: { kind: meaning.task ?? 'review', ...(meaning.urgent === undefined ? {} : { urgent: meaning.urgent }) },
      said: { ...at.said, tasks: cancelled(at.input.task) },
    },
    at.said.at,
  );
}

/** A person owns it already: the reply is on record, the outcome it set stands, and it may have become urgent. */
function owned(of: Case, meaning: ToPerson, { input: { task }, said }: With): Transition {
  const outcome = meaning.outcome === undefined ? {} : { outcome: meaning.outcome };
  const calm = task === undefined || task.severity === 'high' || task.severity === 'critical';
  if (meaning.urgent !== true || calm || task.id !== of.taskId) return move(of, outcome, said);
  const raised: Task = { ...task, severity: 'high' };
  return move(of, outcome, {
    ...said,
    effects: [...(said.effects ?? []), escalatedNotice(of, raised)],
    tasks: [raised],
  });
}

/** One question back; where a person has the case, staff hold it, or a call is under way, asking back is theirs. */
function clarify(of: Case, at: With): Transition {
  const theirs = of.status === 'HUMAN' || of.held?.ruleIds.includes('hold.staff') === true || of.taskId !== undefined;
  if (theirs) return move(of, { clarified: true }, at.said);
  if (of.clarified === true) return person(of, { do: 'person' }, at);
  return move(
    of,
    { ...without('held'), status: 'CLARIFYING', clarified: true, dueAt: at.said.at + CLARIFY_WAIT },
    at.said,
  );
}

/**
 * The number is quarantined by the caller in the same transaction; the step goes on with the next number or person.
 */
function wrongPerson(of: Case, at: With): Transition {
  const { facts } = at.input;
  const contact = facts.contactId === undefined ? {} : { contactId: facts.contactId };
  const task = newTask(of, { kind: 'refresh', audience: facts.audience, ...contact }, at.said.at);
  const said: Said = { ...at.said, facts: { ...at.said.facts, task: task.id, taskKind: 'refresh' } };
  const waits = GOES_ON.includes(of.status) && of.taskId === undefined && underWay(of) === undefined;
  const again = nextNumber(of, facts.attempt, at.input);
  return move(of, waits ? { ...again, status: 'WAITING', dueAt: said.at } : {}, { ...said, tasks: [task] });
}

const GOES_ON: readonly Case['status'][] = ['WAITING', 'CLARIFYING', 'CONTACTING'];

/**
 * After the end a confirmation is recorded and releases nothing; a wrong person asks for fresh data, a complaint lives
 * on its own; anything else opens a late-reply task.
 */
function late(of: Case, { input, said, known }: With): Transition {
  const { meaning } = input;
  const note: Said = { ...said, facts: { ...said.facts, late: true } };
  const quiet = meaning.do === 'late' ? !meaning.reopen : QUIET_WHEN_LATE.includes(meaning.do);
  const base: Case = meaning.do === 'complaint' ? { ...of, complaintId: meaning.complaintId } : of;
  if (of.status !== 'SUPPRESSED' && meaning.do === 'wrong-person') return wrongPerson(of, { input, said: note, known });
  if (quiet || of.status === 'SUPPRESSED') return move(base, known, note);
  if (!ended(of)) return person(of, { do: 'person', task: 'late-reply' }, { input, said: note, known });
  return toPerson(base, { task: { kind: 'late-reply' }, said: note }, said.at);
}

const QUIET_WHEN_LATE: readonly ReplyMeaning['do'][] = ['settle', 'note', 'stop', 'complaint'];
