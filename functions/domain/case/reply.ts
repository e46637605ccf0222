import type { Actor, Effect } from '../effects.ts';
import type { Instant } from '../time.ts';
import type { Audience, Intent, Outcome, TaskKind, Trust } from '../words.ts';
import type { Attempt, Case, Task } from './case.ts';
import { releaseNotice } from './open.ts';
import { CLOSE_AFTER, newTask, toPerson } from './task.ts';
import { cancelUnsent, ended, move, type Said, settledNotice, type Transition, without } from './transition.ts';

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
  | { readonly do: 'settle'; readonly outcome: Outcome }
  | { readonly do: 'person'; readonly outcome?: Outcome; readonly urgent?: boolean; readonly task?: TaskKind }
  | { readonly do: 'clarify' }
  | { readonly do: 'note' }
  | { readonly do: 'stop' }
  | { readonly do: 'wrong-person' }
  | { readonly do: 'complaint'; readonly complaintId: string; readonly outcome?: Outcome }
  | { readonly do: 'late'; readonly reopen: boolean };

/** A template of an automatic answer, sent by dispatch within five minutes of the reply, outside caps and hours. */
export type AnswerWanted = string | undefined;

export type ReplyInput = {
  readonly facts: ReplyFacts;
  readonly meaning: ReplyMeaning;
  readonly answer?: AnswerWanted;
  /** The open task, when the case has one: settling ends it. */
  readonly task?: Task;
};

/** A question asked back waits this long, then a person takes over. Source: outreach transitions, reply.unclear. */
const CLARIFY_WAIT = 30 * 60_000;

/** Every reply is written down; what moves follows from its meaning. Settled cases never move back by a confirmation. */
export function applyReply(of: Case, input: ReplyInput, now: Instant): Transition {
  const { base, said } = prepare(of, input, now);
  const { meaning } = input;
  if (ended(of)) return late(base, input, said);
  switch (meaning.do) {
    case 'settle':
      return settle(base, meaning.outcome, { input, said });
    case 'person':
      return person(base, meaning, { input, said });
    case 'clarify':
      return base.clarified === true
        ? toPerson(base, { task: { kind: 'review' }, said }, now)
        : move(base, { ...without('held'), status: 'CLARIFYING', clarified: true, dueAt: now + CLARIFY_WAIT }, said);
    case 'wrong-person':
      return wrongPerson(base, { input, said }, now);
    case 'complaint':
      return complaint(base, meaning, { input, said });
    case 'late':
      return late(base, input, said);
    case 'note':
    case 'stop':
      return move(base, {}, said);
  }
}

function prepare(of: Case, input: ReplyInput, now: Instant): { base: Case; said: Said } {
  const { facts } = input;
  const actor: Actor =
    facts.audience === 'contact' && facts.contactId !== undefined
      ? { kind: 'contact', contactId: facts.contactId }
      : { kind: 'customer' };
  const effects: Effect[] = [];
  let base = of;
  const told: Record<string, unknown> = { ...facts, meaning: input.meaning };
  if (input.answer !== undefined) {
    base = { ...of, ...plannedAnswer(of, { template: input.answer, facts }, now) };
    effects.push({ do: 'work', lane: 'urgent' });
    told['answer'] = { attempt: base.attemptCount, template: input.answer };
  }
  const said: Said = { type: 'reply.received', actor, at: now, facts: told, effects };
  return { base, said };
}

function plannedAnswer(
  of: Case,
  want: { template: string; facts: ReplyFacts },
  now: Instant,
): Pick<Case, 'attempts' | 'attemptCount'> {
  const attempt: Attempt = {
    n: of.attemptCount + 1,
    step: want.template,
    channel: 'sms',
    audience: want.facts.audience,
    ...(want.facts.contactId === undefined ? {} : { contactId: want.facts.contactId }),
    point: want.facts.point,
    state: 'PLANNED',
    at: now,
    answer: true,
  };
  return { attempts: [...of.attempts, attempt], attemptCount: of.attemptCount + 1 };
}

type With = { readonly input: ReplyInput; readonly said: Said };

const ended1 = (task: Task | undefined, state: 'DONE' | 'CANCELLED'): readonly Task[] =>
  task === undefined || task.state === 'DONE' || task.state === 'CANCELLED' ? [] : [{ ...task, state }];

function settle(of: Case, outcome: Outcome, at: With): Transition {
  const now = at.said.at;
  const release = of.protectiveHold === true && outcome === 'CONFIRMED_GENUINE';
  const attempts = keepAnswer(of, now);
  return move(
    of,
    {
      ...without('held', 'taskId', ...(release ? (['protectiveHold'] as const) : [])),
      status: 'RESOLVED',
      outcome,
      resolvedAt: now,
      dueAt: now + CLOSE_AFTER,
      attempts,
    },
    {
      ...at.said,
      effects: [...(at.said.effects ?? []), settledNotice(of, outcome), ...(release ? [releaseNotice(of)] : [])],
    },
    ended1(at.input.task, 'CANCELLED'),
  );
}

/** The answer planned for this very reply is still sent; everything else unsent is cancelled. */
const keepAnswer = (of: Case, now: Instant): readonly Attempt[] =>
  cancelUnsent(of.attempts, now).map((attempt, index) => {
    const before = of.attempts[index];
    return before?.answer === true && before.state === 'PLANNED' ? before : attempt;
  });

function person(of: Case, meaning: Extract<ReplyMeaning, { do: 'person' }>, at: With): Transition {
  if (of.status === 'HUMAN') {
    // A person owns it already: the reply is on record and the outcome it set stands.
    return move(of, meaning.outcome === undefined ? {} : { outcome: meaning.outcome }, at.said);
  }
  const result = toPerson(
    of,
    {
      ...(meaning.outcome === undefined ? {} : { outcome: meaning.outcome }),
      attempts: keepAnswer(of, at.said.at),
      task: { kind: meaning.task ?? 'review', ...(meaning.urgent === undefined ? {} : { urgent: meaning.urgent }) },
      said: at.said,
    },
    at.said.at,
  );
  return { ...result, tasks: [...ended1(at.input.task, 'CANCELLED'), ...result.tasks] };
}

/** The number is quarantined by the caller in the same transaction; the plan goes on with the next address or person. */
function wrongPerson(of: Case, at: With, now: Instant): Transition {
  const task = newTask(of, { kind: 'refresh', audience: at.input.facts.audience, ...contactOf(at.input.facts) }, now);
  const said: Said = { ...at.said, facts: { ...at.said.facts, task: task.id, taskKind: 'refresh' } };
  const goesOn = of.status === 'WAITING' || of.status === 'CLARIFYING' || of.status === 'CONTACTING';
  const running = at.input.task?.kind === 'call';
  return move(of, goesOn && !running ? { status: 'WAITING', dueAt: now } : {}, said, [task]);
}

const contactOf = (facts: ReplyFacts): { contactId?: string } =>
  facts.contactId === undefined ? {} : { contactId: facts.contactId };

function complaint(of: Case, meaning: Extract<ReplyMeaning, { do: 'complaint' }>, at: With): Transition {
  const outcome = meaning.outcome === undefined ? {} : { outcome: meaning.outcome };
  const base: Case = { ...of, complaintId: meaning.complaintId };
  if (of.status === 'HUMAN') return move(base, outcome, at.said);
  const result = toPerson(
    base,
    { ...outcome, attempts: keepAnswer(of, at.said.at), task: { kind: 'review' }, said: at.said },
    at.said.at,
  );
  return { ...result, tasks: [...ended1(at.input.task, 'CANCELLED'), ...result.tasks] };
}

/** After the end: a confirmation is recorded and releases nothing; anything else opens a late-reply task. */
function late(of: Case, input: ReplyInput, said: Said): Transition {
  const note: Said = { ...said, facts: { ...said.facts, late: true } };
  const reopen =
    input.meaning.do === 'late'
      ? input.meaning.reopen
      : input.meaning.do !== 'settle' && input.meaning.do !== 'note' && input.meaning.do !== 'stop';
  if (!reopen || of.status === 'SUPPRESSED') return move(of, {}, note);
  if (!ended(of)) return person(of, { do: 'person', task: 'late-reply' }, { input, said: note });
  return toPerson(of, { task: { kind: 'late-reply' }, said: note }, said.at);
}
