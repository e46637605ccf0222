import type { ProducerGrant } from '#runtime/env.contract.ts';
import type { Log } from '#runtime/log.ts';
import type { findOddText, parseWith } from '#runtime/wire.ts';
import type { Remembered } from '../apply/account-event.ts';
import { applyEvent, count } from '../apply-event.ts';
import { BankEvent, MAX_EVENT_BYTES } from '../events.contract.ts';
import { invalid, type Outcome, type Rejected, rejected } from '../outcome.ts';
import type { EventNeeds } from '../ports.ts';
import { linesOf, type Placed } from './lines.ts';
import { maySend, type Sender } from './producers.ts';

export type DoorNeeds = EventNeeds & {
  /** Who may speak for which sources. */
  readonly grants: readonly ProducerGrant[];
  readonly parse: typeof parseWith;
  readonly findOdd: typeof findOddText;
  readonly log: Pick<Log, 'error'>;
};

/** Lines of one request that run side by side. */
const SIDE_BY_SIDE = 8;

/**
 * Takes what one sender brought, each event on its own merit; outcomes in the order of the events. Events of one customer
 * run one after another, those of an account in the order of their sequence, so that a batch fills a window from below.
 * @throws what the store throws, after everything else of the request has run; to repeat the whole request is safe. Where
 * several lines failed the first failure is thrown and the others are logged.
 */
export async function takeIn(
  values: readonly unknown[],
  sender: Sender,
  needs: DoorNeeds,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const read = values.map((value) => readEvent(value, sender, needs));
  const lines = [
    ...linesOf(read, (place, refused) => {
      count(refused, needs);
      outcomes[place] = refused;
    }),
  ];
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
      await runLine(line, { outcomes, needs }).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  const [first, ...others] = failures;
  for (const other of others) needs.log.error('events failed', other);
  if (failures.length > 0) throw first;
  return outcomes;
}

async function runLine(
  line: readonly Placed[],
  { outcomes, needs }: { outcomes: Outcome[]; needs: DoorNeeds },
): Promise<void> {
  const remembered: Remembered = new Map();
  for (const { place, event } of line) outcomes[place] = await applyEvent(event, needs, remembered);
}

/** An event as the sender may bring it, or why not. */
export function readEvent(value: unknown, sender: Sender, needs: DoorNeeds): BankEvent | Rejected {
  const odd = needs.findOdd(value);
  if (odd !== undefined)
    return invalid(odd.pointer, 'got NUL, a lone surrogate, a number out of range or nesting too deep, expected none');
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  if (bytes > MAX_EVENT_BYTES)
    return rejected('event.too-large', [
      { pointer: '', detail: `got ${bytes} bytes, expected at most ${MAX_EVENT_BYTES}` },
    ]);
  const parsed = needs.parse(BankEvent, value);
  if (!parsed.ok) return rejected('event.invalid', parsed.issues);
  return maySend(parsed.value, sender, needs.grants) ? parsed.value : rejected('event.source-not-allowed');
}
