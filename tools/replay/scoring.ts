import * as v from 'valibot';
import type { Account } from '#domain/account/account.ts';
import { applyAccountEvent } from '#domain/account/apply.ts';
import { durationOf, type PolicyBook } from '#domain/policy/book.ts';
import { bundledPolicies } from '#policies/book.ts';
import { sha256, sha256Hex } from '#runtime/ids.ts';
import { readAccountEvent } from '../../functions/intake/apply/account-reading.ts';
import { askingsOf } from '../../functions/intake/apply/cases/asking.ts';
import type { Matter } from '../../functions/intake/apply/cases/case-move.ts';
import { matterOf } from '../../functions/intake/apply/cases/matter.ts';
import { AccountEvents } from '../../functions/intake/events.contract.ts';
import { cloudEventOf, type FileEvent } from './events.ts';

/** What intake's rules make of one event. */
export type ScoredEvent = {
  readonly eventId: string;
  /** 0 to 1; 0.5 opens. */
  readonly score: number;
  readonly reasons: readonly string[];
  /** It opens a case: one of its own, not one that joins the case of its window. */
  readonly opened: boolean;
};

const NOTHING = { score: 0, reasons: [], opened: false } as const;

/**
 * Runs intake's rules over a file's events in order of delivery, with nothing but the accounts in memory. Events of other
 * kinds stand in the answer with nothing to say, so that it has one of each.
 */
export function scoreAll(events: readonly FileEvent[]): readonly ScoredEvent[] {
  const memory: Memory = { book: bundledPolicies(sha256Hex), accounts: new Map(), windows: new Set() };
  return events
    .toSorted((one, other) => one.deliveredAt - other.deliveredAt)
    .map((event) => ({ eventId: event.id, ...scoreOne(event, memory) }));
}

interface Memory {
  readonly book: PolicyBook;
  readonly accounts: Map<string, Account>;
  /** Spans of a matter that have a case. */
  readonly windows: Set<string>;
}

function scoreOne(of: FileEvent, { book, accounts, windows }: Memory): Omit<ScoredEvent, 'eventId'> {
  const now = of.deliveredAt;
  const wire = v.safeParse(AccountEvents, cloudEventOf(of));
  if (!wire.success) return NOTHING;
  const event = readAccountEvent(wire.output, { now, sha256 });
  const decided = applyAccountEvent(accounts.get(event.accountId), event, now);
  if (decided.kind !== 'applied') return NOTHING;
  accounts.set(event.accountId, decided.next);
  const asked = askingsOf(decided, event, { pointed: [], book });
  const matters = asked.map((asking) => matterOf(asking, book, now));
  const spans = matters.flatMap((one) => ('refused' in one ? [] : [spanOf(one)]));
  const opened = spans.some((span) => !windows.has(span));
  for (const span of spans) windows.add(span);
  const { score = 0, reasons = [] } = decided.found.scored ?? {};
  const all = new Set<string>([...reasons, ...asked.map(({ kind }) => kind)]);
  return { score: Math.round(score * 1_000) / 1_000, reasons: [...all], opened };
}

/** Events of one span join the case of the first. */
const spanOf = ({ customerId, accountId = '', kind, reason, window }: Matter): string =>
  [customerId, accountId, kind, Math.floor(reason.at / durationOf(window))].join(' ');
