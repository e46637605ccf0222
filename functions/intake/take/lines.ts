import type { BankEvent } from '../events.contract.ts';
import type { Rejected } from '../outcome.ts';

export type Placed = { readonly place: number; readonly event: BankEvent };

/**
 * Events that run one after another, in the order they came. An account of several customers makes one line of theirs:
 * side by side they would push each other out of its window.
 */
export function linesOf(
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
