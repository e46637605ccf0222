import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt, Case } from '#domain/case/case.ts';
import { mayFollow, type Transition } from '#domain/case/transition.ts';
import { dueOf } from '#domain/task/timers.ts';
import { isOpen } from '#domain/words.ts';
import { isOpenAt } from '../../support/rules/open-at.ts';
import { changed, type Happening, happen, happenings } from '../../support/rules/walk.ts';
import { hoursOf, newWorld, openTasks, type World } from '../../support/rules/world.ts';

const KINDS = ['fraud', 'welfare', 'service', 'debt'] as const;
const walks = fc.tuple(fc.constantFrom(...KINDS), fc.array(happenings, { minLength: 5, maxLength: 60 }));

type Step = {
  readonly before: World;
  readonly after: World;
  readonly moved: Transition | undefined;
  readonly event: Happening;
};

function take(before: World, event: Happening): Step {
  const { now, result, stopped } = happen(before, event);
  const moved = changed(result);
  const tasks = new Map(before.tasks);
  for (const task of moved?.tasks ?? []) tasks.set(task.id, task);
  const after: World = {
    ...before,
    of: moved?.next ?? before.of,
    tasks,
    now,
    stopped: before.stopped || stopped === true,
  };
  return { before, after, moved, event };
}

/** Every step of every walk holds what the checker says. */
function always(check: (step: Step, earlier: readonly Step[]) => void, numRuns = 250): void {
  fc.assert(
    fc.property(walks, ([kind, events]) => {
      let world = newWorld(kind);
      const steps: Step[] = [];
      for (const event of events) {
        const step = take(world, event);
        check(step, steps);
        steps.push(step);
        world = step.after;
      }
    }),
    { numRuns },
  );
}

const newlyClaimed = ({ before, after }: Step): Attempt[] =>
  after.of.attempts.filter(
    (one) =>
      one.state === 'CLAIMED' &&
      one.answer !== true &&
      before.of.attempts.find((old) => old.n === one.n)?.state !== 'CLAIMED',
  );

test('whatever happens, a case moves only as the table of statuses says, one version at a time, with one entry', () => {
  always(({ before, after, moved }) => {
    expect(mayFollow(before.of.status, after.of.status)).toBe(true);
    expect(after.of.version).toBe(before.of.version + (moved === undefined ? 0 : 1));
    if (moved !== undefined) expect(moved.entry.at).toBeLessThanOrEqual(after.now);
  });
});

test('a suppressed case never moves again, and nothing but a late answer opens a settled one', () => {
  always(({ before, after, event }) => {
    if (before.of.status === 'SUPPRESSED') expect(after.of.status).toBe('SUPPRESSED');
    if (!isOpen(before.of.status) && isOpen(after.of.status)) {
      expect(event.what).toBe('reply');
      expect(after.of.status).toBe('HUMAN');
    }
  });
});

test('an open case always has a clock or an owner, and its owner is a task that is open', () => {
  always(({ after }) => {
    const { of } = after;
    if (!isOpen(of.status)) return;
    const owner = of.taskId === undefined ? undefined : after.tasks.get(of.taskId);
    expect(dueOf(of)).toBeDefined();
    if (of.dueAt === undefined) expect(openTasks(after)).toContainEqual(owner);
    if (of.taskId !== undefined) expect(openTasks(after)).toContainEqual(owner);
    if (of.status === 'HUMAN') expect(of.taskId).toBeDefined();
  });
});

test('every open task has exactly one timer, an ended one none, and the case is due at the earliest of all', () => {
  always(({ after }) => {
    const { of } = after;
    expect((of.timers ?? []).map(({ task }) => task).toSorted()).toEqual(
      openTasks(after)
        .map(({ id }) => id)
        .toSorted(),
    );
    for (const { at } of of.timers ?? []) expect(dueOf(of)).toBeLessThanOrEqual(at);
    if (of.dueAt !== undefined) expect(dueOf(of)).toBeLessThanOrEqual(of.dueAt);
  });
});

test('no task is left open without its case knowing, but for fresh data to be asked for', () => {
  always(({ after }) => {
    const loose = openTasks(after).filter((task) => task.id !== after.of.taskId);
    expect(loose.map((task) => task.kind).filter((kind) => kind !== 'refresh')).toEqual([]);
  });
});

test('no text is ever claimed in closed hours', () => {
  always((step) => {
    for (const claim of newlyClaimed(step)) {
      const calendar = hoursOf(step.after, claim.step);
      expect('rule' in calendar || isOpenAt(calendar, claim.at)).toBe(true);
    }
  });
});

test('after STOP no text to the customer is ever claimed', () => {
  always((step) => {
    if (step.before.stopped) expect(newlyClaimed(step).filter((claim) => claim.audience === 'customer')).toEqual([]);
  });
});

test('an ended case never sends', () => {
  always((step) => {
    if (!isOpen(step.before.of.status)) expect(newlyClaimed(step)).toEqual([]);
  });
});

test('at most one text of the plan is under way, and only while the case says so or went another way', () => {
  always(({ after }) => {
    const claims = after.of.attempts.filter((one) => one.state === 'CLAIMED' && one.answer !== true);
    expect(claims.length).toBeLessThanOrEqual(1);
    if (after.of.status === 'CONTACTING') expect(claims).toHaveLength(1);
    if (after.of.status === 'WAITING' || after.of.status === 'RECEIVED') expect(claims).toEqual([]);
  });
});

/** A second text of one step to one person needs the first to be surely unsent, or in doubt where that may be repeated. */
test('nobody gets the same step twice unless the first text was surely not sent, or is in doubt once', () => {
  always((step, earlier) => {
    for (const claim of newlyClaimed(step)) {
      const same = lastStates([...earlier, step])
        .filter((one) => one.n !== claim.n && one.step === claim.step && one.contactId === claim.contactId)
        .filter((one) => one.channel !== 'call');
      expect(same.filter((one) => one.state === 'ACCEPTED')).toEqual([]);
      expect(same.filter((one) => one.state === 'IN_DOUBT').length).toBeLessThanOrEqual(1);
      if (step.before.kind === 'debt' || step.before.kind === 'service')
        expect(same.filter((one) => one.state === 'IN_DOUBT')).toEqual([]);
    }
  });
});

/** Every attempt as it was last seen, also those that the snapshot no longer carries. */
function lastStates(steps: readonly Step[]): readonly Attempt[] {
  const seen = new Map<number, Attempt>();
  for (const { before } of steps) for (const one of before.of.attempts) seen.set(one.n, one);
  return [...seen.values()];
}

test('a third party is asked only once every step to the customer was taken, and only of those who agreed', () => {
  always((step) => {
    for (const claim of newlyClaimed(step).filter((one) => one.audience === 'contact')) {
      expect(step.before.kind).not.toBe('debt');
      expect(['k1', 'k2']).toContain(claim.contactId);
    }
  });
});

test('the snapshot keeps at most eight attempts, numbered without gaps in the order they were made', () => {
  always(({ before, after }) => {
    const { attempts, attemptCount } = after.of;
    expect(attempts.length).toBeLessThanOrEqual(8);
    expect(new Set(attempts.map((one) => one.n)).size).toBe(attempts.length);
    expect(attemptCount).toBeGreaterThanOrEqual(before.of.attemptCount);
    expect(Math.max(0, ...attempts.map((one) => one.n))).toBeLessThanOrEqual(attemptCount);
  });
});

test('a doubt is never forgotten: only a receipt, a reply or a person ends it', () => {
  always(({ before, after, event }) => {
    for (const doubt of before.of.attempts.filter((one) => one.state === 'IN_DOUBT')) {
      const now = after.of.attempts.find((one) => one.n === doubt.n);
      if (now?.state !== 'IN_DOUBT') expect(['receipt', 'reply', 'staff']).toContain(event.what);
    }
  });
});

test('two cases interleaved move exactly as each would alone', () => {
  const pair = fc.tuple(
    fc.constantFrom(...KINDS),
    fc.constantFrom(...KINDS),
    fc.array(fc.tuple(fc.boolean(), happenings), { maxLength: 40 }),
  );
  const alone = (kind: (typeof KINDS)[number], events: readonly Happening[]): Case =>
    events.reduce((world, event) => take(world, event).after, newWorld(kind)).of;
  fc.assert(
    fc.property(pair, ([one, other, events]) => {
      let first = newWorld(one);
      let second = newWorld(other);
      for (const [isFirst, event] of events) {
        if (isFirst) first = take(first, event).after;
        else second = take(second, event).after;
      }
      expect(first.of).toEqual(
        alone(
          one,
          events.filter(([isFirst]) => isFirst).map(([, event]) => event),
        ),
      );
      expect(second.of).toEqual(
        alone(
          other,
          events.filter(([isFirst]) => !isFirst).map(([, event]) => event),
        ),
      );
    }),
    { numRuns: 100 },
  );
});
