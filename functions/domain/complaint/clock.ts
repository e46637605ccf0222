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
  /** When it was met or cancelled; of a breached one, when what it asks for was done at last. Absent: still owed. */
  readonly endedAt?: Instant;
  /** Marks of its policy (warnings, escalations, the breach) that are behind it: each is told once for one due instant. */
  readonly told: number;
  /** 1, 2 …: the clock of a decision that a reopening asks for. Absent: the one of the receipt. */
  readonly round?: number;
};

/** Nothing ends a clock twice; what is breached stays owed until it is done. */
export const isOwed = (clock: Clock): boolean => clock.endedAt === undefined;
const isTicking = (clock: Clock): boolean => clock.state === 'RUNNING' || clock.state === 'PAUSED';
/** A clock that a pause, an extension or a change can still move. */
export const mayMove = (clock: Clock): boolean => isTicking(clock) && isOwed(clock);

/** By this a board is sorted: the earliest due instant of what is still owed. */
export function nextDueAt(clocks: readonly Clock[]): Instant | undefined {
  const owed = clocks.filter(isOwed).map((clock) => clock.dueAt);
  return owed.length === 0 ? undefined : Math.min(...owed);
}
