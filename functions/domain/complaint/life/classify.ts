import type { Task } from '../../case/case.ts';
import type { Effect } from '../../effects.ts';
import { isClockRefusal } from '../clocks/policy.ts';
import { rederiveClocks } from '../clocks/rederive.ts';
import {
  type Complaint,
  type ComplaintCategory,
  type ComplaintFlag,
  type ComplaintKind,
  type ComplaintSeverity,
  laneOf,
  MAY_BE_A_COMPLAINT,
} from '../complaint.ts';
import { complaintTask } from '../offers/move.ts';
import type { Beside, HoldChange } from '../transition.ts';
import { severityOf } from '../triage/severity.ts';
import { holdsOf } from './holds.ts';
import { illegal, refusedMove } from './legal.ts';
import { holdRequestOf, type MoveAt, type Moved, step } from './step.ts';

/** What staff put right of what triage made of a complaint; what is left out stays, but for severity, which follows. */
export type ClassifyInput = {
  readonly kind?: ComplaintKind;
  readonly category?: ComplaintCategory;
  /** All flags that stand from now on. */
  readonly flags?: readonly ComplaintFlag[];
  readonly severity?: ComplaintSeverity;
};

type Matter = Required<ClassifyInput>;

/**
 * Sorted anew by a person, with a reason. Its clocks follow from the first receipt: those of policies that speak for it
 * now are taken up as if they had run since then, the others are cancelled. Holds on the customer, the silence of their
 * numbers and the task of what cannot wait follow too; where it belongs is said by a transfer. An agent does not lower
 * what is P1, nor find that a complaint is none.
 */
export function classify(of: Complaint, input: ClassifyInput, at: MoveAt): Moved {
  const refused = refusedMove(of, 'classify');
  if (refused !== undefined) return refused;
  const was = matterOf(of);
  const now = sortedAnew(of, input);
  const changes = changesOf(was, now);
  if (changes.length === 0) return illegal(of);
  if (isLowered(was, now) && at.by?.role === 'agent') return { refused: 'complaint.needs-supervisor' };
  const next = { ...of, ...now, lane: laneOf(now) };
  const clocks = rederiveClocks(next, at.now, at.book);
  if (isClockRefusal(clocks)) return clocks;
  return step(
    of,
    { to: { ...now, lane: next.lane, clocks } },
    {
      type: 'complaint.classified',
      facts: { was: only(was, changes), now: only(now, changes) },
      effects: effectsOf(of, next),
      at,
      beside: besideOf(of, next, at),
    },
  );
}

/** Less urgent than what could not wait, or found to be no complaint: its deadlines, holds and file would be over. */
const isLowered = (was: Matter, now: Matter): boolean =>
  (was.severity === 'P1' && now.severity !== 'P1') ||
  (MAY_BE_A_COMPLAINT.includes(was.kind) && !MAY_BE_A_COMPLAINT.includes(now.kind));

const matterOf = ({ kind, category, flags, severity }: Complaint): Matter => ({ kind, category, flags, severity });

/** Severity follows from the rest by the rule of triage, unless it is named. */
function sortedAnew(of: Complaint, input: ClassifyInput): Matter {
  const { kind = of.kind, category = of.category, flags = of.flags } = input;
  const sorted = { kind, category, flags: [...new Set(flags)] };
  const moves = changesOf(matterOf(of), { ...sorted, severity: of.severity }).length > 0;
  const follows = moves ? severityOf({ ...sorted, dunned: of.caseId !== undefined }) : of.severity;
  return { ...sorted, severity: input.severity ?? follows };
}

const FIELDS = ['kind', 'category', 'flags', 'severity'] as const;
type Field = (typeof FIELDS)[number];

const changesOf = (was: Matter, now: Matter): readonly Field[] =>
  FIELDS.filter((field) => told(was, field) !== told(now, field));

const told = (matter: Matter, field: Field): string =>
  field === 'flags' ? matter.flags.toSorted().join(' ') : matter[field];

const only = (matter: Matter, fields: readonly Field[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fields.map((field) => [field, matter[field]]));

const effectsOf = (of: Complaint, next: Complaint): readonly Effect[] =>
  of.flags.includes('fraud_in_progress') ? [] : holdRequestOf(next);

/** What cannot wait is a task at once, as at the receipt. */
function besideOf(of: Complaint, next: Complaint, at: MoveAt): Beside {
  const urgent = next.severity === 'P1' && of.severity !== 'P1';
  const tasks: readonly Task[] = urgent
    ? [complaintTask({ ...next, version: of.version }, { kind: 'review' }, at.now)]
    : [];
  const holds = holdsAfter(of, next, at);
  const asks = next.flags.includes('stop_contact') && !of.flags.includes('stop_contact');
  return { tasks, ...(holds === undefined ? {} : { holds }), ...(asks ? { silences: true } : {}) };
}

function holdsAfter(of: Complaint, next: Complaint, { now }: MoveAt): HoldChange | undefined {
  const before = holdsOf(of, of.receivedAt);
  const after = holdsOf(next, now);
  const same =
    after.length === before.length &&
    after.every(({ rule, purposes }, nth) => {
      const earlier = before[nth];
      return earlier?.rule === rule && earlier.purposes === purposes;
    });
  if (same || next.customerId === undefined) return undefined;
  return after.length === 0 ? { do: 'lift' } : { do: 'add', holds: after };
}
