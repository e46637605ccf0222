import type { Effect } from '../effects.ts';
import type { Instant } from '../time.ts';
import type { Audience, Channel, DenyScope, RuleId } from '../words.ts';
import { type Said, system } from './transition.ts';

/** What the gate decided and on what grounds, as it is recorded; the case stores it without looking inside. */
export type Decision = Readonly<Record<string, unknown>>;

/** Where in the plan: index of the step, and which person or try of it. */
export type Position = { readonly step: number; readonly round: number };

export type StepRef = {
  readonly id: string;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly contactId?: string;
  readonly point?: string;
};

/** A step, address or person the gate excluded on the way to the one that was taken. */
export type Skip = StepRef & {
  readonly scope: DenyScope;
  readonly ruleIds: readonly RuleId[];
  readonly decision: Decision;
};

export type Then =
  | {
      readonly do: 'claim';
      readonly at: StepRef;
      readonly decision: Decision;
      readonly token?: string;
      /** When the next step falls due if this one stays unanswered. */
      readonly waitUntil: Instant;
    }
  | { readonly do: 'call'; readonly at: StepRef; readonly decision: Decision; readonly tries: number }
  | {
      readonly do: 'defer';
      readonly at: StepRef;
      readonly decision: Decision;
      readonly until: Instant;
      readonly rule: RuleId;
    }
  | {
      readonly do: 'hold';
      readonly decision: Decision;
      readonly ruleIds: readonly RuleId[];
      /** Instant at which the hold is known to end; without one it is re-gated after 5, 15 and 60 minutes. */
      readonly knownEnd?: Instant;
    }
  | { readonly do: 'suppress'; readonly decision: Decision; readonly ruleIds: readonly RuleId[] }
  | { readonly do: 'exhausted' };

/** One turn of the plan: where it stands, what was excluded on the way, the one thing that is done. */
export type StepTaken = {
  readonly position: Position;
  readonly skipped: readonly Skip[];
  readonly then: Then;
  /** Set when this turn rests on proof of unreachability. */
  readonly proofAt?: Instant;
};

/** The entry under construction: facts and notices of what was skipped are already in it. */
export type Turn = {
  readonly now: Instant;
  readonly facts: Record<string, unknown>;
  readonly effects: readonly Effect[];
};

export const said = (type: string, turn: Turn, facts: Record<string, unknown>): Said => ({
  type,
  actor: system('dispatch'),
  at: turn.now,
  facts: { ...turn.facts, ...facts },
  effects: turn.effects,
});
