import type { Destination, Spent } from '#domain/contact/evidence.ts';
import { hourOf, nextHour, type SpendAsk, type SpendLine } from '#domain/spend/budget.ts';
import type { Instant } from '#domain/time.ts';
import { leaseOfDay, leaseOfRange, type PurseNeeds } from './leases.ts';

/** What a text costs, and what it is for. */
export type Payment = { readonly line: SpendLine; readonly parts: number; readonly to: Destination };

/** Pays for texts before they are claimed; what could not be paid says why and when to ask again. */
export type Purse = { readonly pay: (payment: Payment, now: Instant) => Promise<Spent | undefined> };

/**
 * Parts leased and not yet spent; `spent`: so many parts were refused, and no more may be asked for in this hour.
 * `leasing`: the next block is being asked for.
 */
type Block = { readonly hour: number; left: number; size: number; spent: number; leasing?: Promise<void> };

/**
 * The process's purse: it leases blocks of parts and pays texts from them, so that the table is asked once for many
 * texts and the budget can never be exceeded. A block ends with its hour; what is left of it then, or dies with the
 * process, counts as spent.
 */
export function createPurse(needs: PurseNeeds): Purse {
  const blocks = new Map<string, Block>();
  const ranges = new Map<string, Block>();
  const { rules } = needs;
  return {
    pay: async ({ line, parts, to: { country = '', range } }, now) => {
      const hour = hourOf(now);
      dropOld(ranges, hour);
      const block = blockOf(blocks, `${line} ${country}`, { hour, left: 0, size: rules.block.first });
      if (isSpent(block, parts)) return refused('budget.spent', now, needs);
      const ofRange = blockOf(ranges, range, { hour, left: rules.rangeFree, size: rules.block.first });
      const leaseRange = (want: number): Promise<number> => leaseOfRange({ hour, range, want, least: parts }, needs);
      const inRange = await take(ofRange, { parts, most: rules.block.first, lease: leaseRange });
      if (!inRange) return refused('numbers.side-by-side', now, needs);
      const ask: SpendAsk = { line, country, parts };
      const lease = (want: number): Promise<number> => leaseOfDay(ask, { want, now }, needs);
      const inBudget = await take(block, { parts, most: rules.block.most, lease });
      return inBudget ? undefined : refused('budget.spent', now, needs);
    },
  };
}

function refused(rule: Spent['rule'], now: Instant, { count }: PurseNeeds): Spent {
  count(FIGURE_OF[rule]);
  return { rule, until: nextHour(now) };
}

/** Each has an alarm. */
const FIGURE_OF = { 'budget.spent': 'BudgetSpent', 'numbers.side-by-side': 'NumbersSideBySide' } as const;

type Taking = {
  readonly parts: number;
  readonly most: number;
  readonly lease: (want: number) => Promise<number>;
};

const isSpent = ({ left, spent }: Block, parts: number): boolean => left < parts && parts >= spent;

/** Takes parts from a block; leases the next one where too few are left. */
async function take(block: Block, taking: Taking): Promise<boolean> {
  const { parts } = taking;
  // A batch finds the block empty together: one of it leases, the others wait and look again, also where it failed.
  while (block.left < parts) {
    if (isSpent(block, parts)) return false;
    if (block.leasing === undefined) await leaseAlone(block, taking);
    else await block.leasing;
  }
  block.left -= parts;
  return true;
}

async function leaseAlone(block: Block, taking: Taking): Promise<void> {
  const done = Promise.withResolvers<void>();
  block.leasing = done.promise;
  try {
    await leaseNext(block, taking);
  } finally {
    delete block.leasing;
    done.resolve();
  }
}

/** The next block is twice as large. */
async function leaseNext(block: Block, { parts, most, lease }: Taking): Promise<void> {
  const leased = await lease(Math.max(block.size, parts));
  if (leased === 0) block.spent = Math.min(block.spent, parts);
  block.left += leased;
  block.size = Math.min(block.size * 2, most);
}

function blockOf(blocks: Map<string, Block>, key: string, fresh: Pick<Block, 'hour' | 'left' | 'size'>): Block {
  const known = blocks.get(key);
  if (known !== undefined && known.hour === fresh.hour) return known;
  const block = { ...fresh, spent: Number.POSITIVE_INFINITY };
  blocks.set(key, block);
  return block;
}

/** Ranges are many: those of past hours are forgotten. */
function dropOld(ranges: Map<string, Block>, hour: number): void {
  const [first] = ranges.values();
  if (first !== undefined && first.hour !== hour) ranges.clear();
}
