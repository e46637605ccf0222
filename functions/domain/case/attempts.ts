import { CALL_OUTCOMES } from '../words.ts';
import type { Attempt } from './case.ts';

/** Handed to a provider or dialled, whatever came of it: the person was tried. */
const TRIED: readonly Attempt['state'][] = ['CLAIMED', 'ACCEPTED', 'IN_DOUBT', ...CALL_OUTCOMES, 'WRAPPED'];

export const wasTried = (attempt: Attempt): boolean => attempt.answer !== true && TRIED.includes(attempt.state);

/** A case keeps this many attempts in its snapshot; the others are in the entries. */
const EMBEDDED_ATTEMPTS = 8;

/** What is not over keeps its place, or nobody would end it; of the rest what was sent by the plan, the proof of it. */
export function embedded(attempts: readonly Attempt[]): readonly Attempt[] {
  const surplus = Math.max(0, attempts.length - EMBEDDED_ATTEMPTS);
  const leaving = attempts.toSorted((one, other) => weight(one) - weight(other)).slice(0, surplus);
  return attempts.filter((one) => !leaving.includes(one));
}

const RUNNING: readonly Attempt['state'][] = [
  'PLANNED',
  'GATED',
  'DEFERRED',
  'CLAIMED',
  'QUEUED',
  'ASSIGNED',
  'DIALLING',
  'CONNECTED',
  'RIGHT_PARTY',
];

/** The lighter gives way, of equals the older. */
function weight({ state, answer = false }: Attempt): number {
  if (state === 'SKIPPED' || state === 'CANCELLED') return 0;
  const running = RUNNING.includes(state) ? 2 : 0;
  return 1 + running + (answer ? 0 : 1);
}
