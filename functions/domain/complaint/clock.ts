import type { Instant } from '../time.ts';
import type { Role } from '../words.ts';

/** Acknowledge, decide and tell, follow up; for a P1 incident: a human, an action. */
export const CLOCK_KINDS = ['ack', 'decide', 'followUp', 'human', 'action'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const CLOCK_STATES = ['RUNNING', 'PAUSED', 'MET', 'BREACHED', 'CANCELLED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export const PAUSE_CAUSES = ['MEDIATION', 'WAITING_CUSTOMER'] as const;
export type PauseCause = (typeof PAUSE_CAUSES)[number];

export type Pause = { readonly from: Instant; readonly to?: Instant; readonly cause: PauseCause };

/** Days added to the total, by whom approved. Its reason is in the entry. */
export type Extension = {
  readonly days: number;
  readonly approver: string;
  readonly role: Role;
  readonly at: Instant;
};

/** One clock of one policy version, pinned at receipt. Its due instant is always recomputed from the receipt. */
export type Clock = {
  readonly policy: string;
  readonly version: number;
  readonly kind: ClockKind;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly state: ClockState;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** When it was met, cancelled, or found breached. */
  readonly endedAt?: Instant;
  /** Warnings, escalations and breach already told, in the order of its policy: each goes out once. */
  readonly told: number;
};
