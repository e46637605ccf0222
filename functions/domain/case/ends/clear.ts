import type { Actor } from '../../effects.ts';
import type { Instant } from '../../time.ts';
import type { Attempt, Case, Task } from '../case.ts';
import {
  CLOSE_AFTER,
  cancelled,
  cancelUnsent,
  ended,
  move,
  type Refusal,
  settledNotice,
  system,
  type Transition,
  without,
} from '../transition.ts';

export type Clearing = {
  readonly what: string;
  readonly asOf: Instant;
  readonly sequence?: number;
  readonly source: string;
};

type Ending = { readonly now: Instant; readonly task?: Task };

/**
 * The reason is gone: RESOLVED with CLEARED, everything not yet sent is cancelled, an open task too. What went out after
 * the reason was gone, though nobody had said so yet, is marked wrongful.
 */
export function clearCase(of: Case, by: Clearing, at: Ending): Transition | Refusal {
  const wrongful = sentSince(of, by.asOf);
  const facts = { ...by, ...(wrongful.length === 0 ? {} : { wrongful }) };
  const word: Word = { type: 'case.cleared', outcome: 'CLEARED', facts, source: by.source };
  return endByAccount(of, { ...word, ...(wrongful.length === 0 ? {} : { wrongful: true }) }, at);
}

/** Its matter goes on in another case: nobody is asked twice about one debt. */
export function giveWay(of: Case, to: string, { by, ...at }: Ending & { readonly by: Clearing }): Transition | Refusal {
  const facts = { ...by, goesOnIn: to };
  return endByAccount(of, { type: 'case.gave-way', outcome: 'DUPLICATE', facts, source: by.source }, at);
}

type Word = {
  readonly type: 'case.cleared' | 'case.gave-way';
  readonly outcome: 'CLEARED' | 'DUPLICATE';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly wrongful?: true;
};

/** Contacts made from this instant on, as figures count the wrongful ones: each attempt once. */
type Sent = { readonly attempt: number; readonly at: Instant; readonly channel: string };

const sentSince = (of: Case, since: Instant): readonly Sent[] =>
  of.attempts.flatMap((one) => {
    const at = one.answer === true ? undefined : madeAt(of, one, since);
    return at === undefined ? [] : [{ attempt: one.n, at, channel: one.channel }];
  });

/** Somebody else than the customer was on the line, or whom else it was to reach. */
const WITH_OTHERS: readonly Attempt['state'][] = ['WRONG_PARTY', 'THIRD_PARTY'];
const SPOKEN: readonly Attempt['state'][] = [
  ...WITH_OTHERS,
  'CONNECTED',
  'RIGHT_PARTY',
  'REFUSED',
  'HUNG_UP',
  'WRAPPED',
];

/**
 * When this attempt reached somebody, from that instant on: a provider took its text, or its call was spoken on.
 * Conversations with the customer stand with the case, whatever became of their call since.
 */
function madeAt(of: Case, one: Attempt, since: Instant): Instant | undefined {
  const ownAt = one.at >= since ? one.at : undefined;
  if (one.channel !== 'call') return one.state === 'ACCEPTED' ? ownAt : undefined;
  if (one.audience === 'contact') return SPOKEN.includes(one.state) ? ownAt : undefined;
  const calls = of.attempts.filter(
    ({ channel, audience, n }) => channel === 'call' && audience === 'customer' && n < one.n,
  );
  const after = Math.max(-1, ...calls.map(({ at }) => at));
  const talk = of.talks?.find((at) => at >= since && at > after && at <= one.at);
  return talk ?? (WITH_OTHERS.includes(one.state) ? ownAt : undefined);
}

function endByAccount(of: Case, word: Word, { now, task }: Ending): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended' };
  const { type, outcome, facts, source, wrongful } = word;
  return move(
    of,
    {
      ...without('held', 'taskId'),
      ...(wrongful === undefined ? {} : { wrongful }),
      status: 'RESOLVED',
      outcome,
      resolvedAt: now,
      dueAt: now + CLOSE_AFTER,
      attempts: cancelUnsent(of.attempts, now),
    },
    {
      type,
      actor: { kind: 'producer', source },
      at: now,
      facts: { ...facts },
      effects: [settledNotice(of, outcome)],
      tasks: cancelled(task),
    },
  );
}

type Found = { readonly actor: Actor; readonly facts: Readonly<Record<string, unknown>> };

/**
 * Contacts of this time had no reason: what they are is told, and the case, which may long be over, stays as it is but for
 * its mark. Undefined: nothing went out then.
 */
export function foundWrongful(
  of: Case,
  within: { readonly from: Instant; readonly until: Instant },
  by: Found & { readonly now: Instant },
): Transition | undefined {
  const wrongful = sentSince(of, within.from).filter(({ at }) => at <= within.until);
  if (wrongful.length === 0) return undefined;
  const { actor, facts, now: at } = by;
  return move(of, { wrongful: true }, { type: 'case.found-wrongful', actor, at, facts: { ...facts, wrongful } });
}

/** The event behind the reason was wrong: contacts already sent are marked wrongful; an open case is cleared by {@link clearCase}. */
export function markWrongful(of: Case, by: { source: string; eventId: string }, now: Instant): Transition {
  const wrongful = sentSince(of, 0);
  const facts = { event: by.eventId, ...(wrongful.length === 0 ? {} : { wrongful }) };
  return move(
    of,
    { wrongful: true },
    { type: 'case.retracted', actor: { kind: 'producer', source: by.source }, at: now, facts },
  );
}

/** Seven days after it was settled a case closes; late replies are still read for 30 days. */
export function closeSettled(of: Case, now: Instant): Transition {
  return move(
    of,
    { ...without('dueAt'), status: 'CLOSED' },
    { type: 'case.closed', actor: system('sweep'), at: now, facts: {} },
  );
}
