import type { Case } from '#domain/case/case.ts';
import { openCase } from '#domain/case/open.ts';
import { takeStep } from '#domain/case/step.ts';
import { isRefusal, type Refusal, type Transition } from '#domain/case/transition.ts';
import type { Then } from '#domain/case/turn.ts';
import { MINUTE } from '#domain/time.ts';

/** 2026-06-03T10:00:00+08:00, a Wednesday. */
export const NOON = 1_780_452_000_000;

export function openedCase(change: Partial<Case> = {}): Case {
  const { next } = openCase(
    {
      id: 'c1',
      customerId: 'u1',
      accountId: 'a1',
      kind: 'unusual-amount',
      purpose: 'fraud_security',
      severity: 'medium',
      plan: { id: 'fraud-card', version: 1 },
      reason: {
        code: 'unusual-amount',
        source: 'urn:bank:core',
        eventId: 'e1',
        at: NOON,
        accountId: 'a1',
        sequence: 7,
      },
    },
    NOON,
  );
  return { ...next, ...change };
}

export const smsStep = { id: 'sms1', channel: 'sms', audience: 'customer', point: 'p1' } as const;
export const secondSms = { ...smsStep, id: 'sms2' } as const;

export const claimOf = (at: { id: string } = smsStep): Then => ({
  do: 'claim',
  at: { ...smsStep, ...at },
  decision: { verdict: 'ALLOW' },
  token: '4K',
  waitUntil: NOON + 5 * MINUTE,
});

/** The move, or a test failure that names the refusal. */
export function moved(result: Transition | Refusal): Transition {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
  return result;
}

export const claimedCase = (change: Partial<Case> = {}): Case =>
  moved(takeStep(openedCase(change), { position: { step: 1, round: 0 }, skipped: [], then: claimOf() }, NOON)).next;
