import type { ProducerGrant } from '#runtime/env.contract.ts';
import type { findOddText, parseWith } from '#runtime/wire.ts';
import { applyEvent, count } from './apply-event.ts';
import { BankEvent, MAX_EVENT_BYTES } from './events.contract.ts';
import { invalid, type Outcome, type Rejected, rejected } from './outcome.ts';
import type { IntakeNeeds } from './ports.ts';
import { maySend, type Sender } from './producers.ts';

export type DoorNeeds = IntakeNeeds & {
  /** Who may speak for which sources. */
  readonly grants: readonly ProducerGrant[];
  readonly parse: typeof parseWith;
  readonly findOdd: typeof findOddText;
};

/** Lines of one request that run side by side. */
const SIDE_BY_SIDE = 8;

/**
 * Takes what one sender brought, each event on its own merit; outcomes in the order of the events. Events of one customer
 * run one after another, those of an account in the order of their sequence, so that a batch fills a window from below.
 * @throws what the store throws, after everything else of the request has run; to repeat the whole request is safe.
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
  if (failures.length > 0) throw failures[0];
  return outcomes;
}

type Placed = { readonly place: number; readonly event: BankEvent };

async function runLine(
  line: readonly Placed[],
  { outcomes, needs }: { outcomes: Outcome[]; needs: DoorNeeds },
): Promise<void> {
  const remembered = new Map();
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

/**
 * Events that run one after another, in the order they came. An account of several customers makes one line of theirs:
 * side by side they would push each other out of its window.
 */
function linesOf(
  read: readonly (BankEvent | Rejected)[],
  refuse: (place: number, refused: Rejected) => void,
): readonly Placed[][] {
  const placed: Placed[] = [];
  const joined = new Map<string, string>();
  const lineOfAccount = new Map<string, string>();
  for (const [place, one] of read.entries()) {
    if (isRejected(one)) {
      refuse(place, one);
      continue;
    }
    placed.push({ place, event: one });
    const account = accountOf({ place, event: one });
    if (account === undefined) continue;
    const [line, other] = [endOf(joined, lineOf(one)), endOf(joined, lineOfAccount.get(account) ?? lineOf(one))];
    if (line !== other) joined.set(other, line);
    lineOfAccount.set(account, line);
  }
  const lines = Map.groupBy(placed, ({ event }) => endOf(joined, lineOf(event)));
  return [...lines.values()].map(inSequence);
}

/** The line that this one has become part of. */
function endOf(joined: ReadonlyMap<string, string>, line: string): string {
  let at = line;
  for (let next = joined.get(at); next !== undefined; next = joined.get(at)) at = next;
  return at;
}

const isRejected = (one: BankEvent | Rejected): one is Rejected => 'kind' in one && one.kind === 'rejected';

/** Whose turn an event waits for: its customer's, else its source's. */
export function lineOf(event: unknown): string {
  const data = field(event, 'data');
  const customer = field(data, 'customerId');
  const source = field(event, 'source');
  return typeof customer === 'string' ? `customer ${customer}` : `source ${typeof source === 'string' ? source : ''}`;
}

/** The same for a message of a queue; one of the bus has its event inside. */
export const lineOfMessage = (message: unknown): string => lineOf(field(message, 'detail') ?? message);

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined;

/** Puts the events of each account into the order of their sequence, in the places they hold in the line. */
function inSequence(line: readonly Placed[]): Placed[] {
  const sorted = new Map<string, Placed[]>();
  for (const one of line) {
    const account = accountOf(one);
    if (account !== undefined) sorted.set(account, [...(sorted.get(account) ?? []), one]);
  }
  for (const [account, events] of sorted)
    sorted.set(
      account,
      events.toSorted((a, b) => sequenceOf(a) - sequenceOf(b)),
    );
  return line.map((one) => sorted.get(accountOf(one) ?? '')?.shift() ?? one);
}

const accountOf = ({ event: { data } }: Placed): string | undefined =>
  'sequence' in data ? data.accountId : undefined;
const sequenceOf = ({ event: { data } }: Placed): number => ('sequence' in data ? data.sequence : 0);
