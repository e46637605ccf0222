import type {
  Account,
  AccountState,
  OpenTransaction,
  Pending,
  SequenceWindow,
  StateField,
  StateMatter,
  Word,
} from '#domain/account/account.ts';
import { pendingOf } from '#domain/account/pending.ts';
import { accountId, customerId } from '#domain/ids.ts';
import type { Money } from '#domain/money.ts';
import { binary, type Item, item, number, readBinary, readNumber, readText } from '../attributes.ts';
import { accountIdOf } from '../keys.ts';
import { packCaseId, unpackCaseId } from './case-id.ts';
import { type Packer, packer, packNibbles, type Unpacker, unpacker, unpackNibbles } from './packed.ts';

/** First byte of the packed form; older forms stay readable by a branch here. */
const SCHEMA = 2;
/** The sum of what is pending stood beside it, and the postings nobody had seen pending in a list of their own. */
const WITH_SUM = 1;

/**
 * The item without its keys: two numbers that conditions name, everything else packed. It stays within 1,024 bytes, one
 * write unit, with ids of 64 characters, sources of 48 in all, product and status of 24, a baseline of 200 bytes, six credits
 * pending or posted, four open cases of kinds up to 16, and a full window; longer words or sequences that jump by millions
 * cost a second unit, no more.
 */
export function toItem(account: Account): Item {
  return item({ v: number(account.version), rv: number(account.reasonVersion), d: binary(pack(account)) });
}

export function fromItem(source: Item): Account {
  const packed = unpacker(readBinary(source, 'd'));
  return {
    id: accountId(accountIdOf(readText(source, 'pk'))),
    version: readNumber(source, 'v'),
    reasonVersion: readNumber(source, 'rv'),
    ...unpack(packed),
  };
}

function pack(account: Account): Uint8Array {
  const { state, pending, lastActivityAt, flaggedAt } = account;
  const out = packer();
  out.count(SCHEMA);
  const told = [state, pending, lastActivityAt, flaggedAt].map((one) => one !== undefined);
  out.flags(...told, account.flaggedAtMost === true);
  out.text(account.customerId);
  if (state !== undefined) packState(out, state);
  if (pending !== undefined) packPending(out, pending);
  if (lastActivityAt !== undefined) out.signed(lastActivityAt);
  if (flaggedAt !== undefined) out.signed(flaggedAt);
  packWindow(out, account.window);
  out.count(account.gaps);
  out.bytes(account.baseline);
  out.count(account.openCases.length);
  for (const open of account.openCases) {
    out.bytes(packCaseId(open.caseId));
    out.text(open.kind);
  }
  return out.done();
}

/** Throws on a schema it does not know: an unread item must never be taken for an empty one. */
function unpack(from: Unpacker): Omit<Account, 'id' | 'version' | 'reasonVersion'> {
  const schema = from.count();
  if (schema < WITH_SUM || schema > SCHEMA)
    throw new Error(`account schema: got ${schema}, expected ${WITH_SUM} to ${SCHEMA}`);
  const has = from.flags();
  return {
    customerId: customerId(from.text()),
    ...(has(0) ? { state: unpackState(from) } : {}),
    ...(has(1) ? pendingIn(schema === WITH_SUM ? unpackWithSum(from) : unpackPending(from)) : {}),
    ...(has(2) ? { lastActivityAt: from.signed() } : {}),
    ...(has(3) ? { flaggedAt: from.signed() } : {}),
    ...(has(4) ? { flaggedAtMost: true } : {}),
    window: unpackWindow(from),
    gaps: from.count(),
    baseline: from.bytes(),
    openCases: Array.from({ length: from.count() }, () => ({
      caseId: unpackCaseId(from.bytes()),
      kind: from.text(),
    })),
  };
}

function packMoney(out: Packer, money: Money): void {
  out.signed(money.minor);
  out.text(money.currency);
}

const unpackMoney = (from: Unpacker): Money => ({ minor: from.signed(), currency: from.text() });

const FIELDS = ['product', 'status', 'balance', 'overdue', 'daysPastDue'] as const satisfies readonly StateField[];

const MATTERS = ['debt', 'status'] as const satisfies readonly StateMatter[];

/** Which fields were ever said, then each, then how much older than the newest sequence the older ones are. */
function packState(out: Packer, state: AccountState): void {
  const { product, status, balance, overdue, daysPastDue, older, words } = state;
  out.count(state.sequence);
  out.signed(state.asOf);
  out.text(state.source);
  out.flags(...FIELDS.map((field) => state[field] !== undefined));
  if (product !== undefined) out.text(product);
  if (status !== undefined) out.text(status);
  if (balance !== undefined) packMoney(out, balance);
  if (overdue !== undefined) packMoney(out, overdue);
  if (daysPastDue !== undefined) out.count(daysPastDue);
  const isOlder = FIELDS.map((field) => older?.[field] !== undefined);
  out.flags(older !== undefined, ...isOlder, ...MATTERS.map((matter) => words?.[matter] !== undefined));
  for (const field of FIELDS) {
    const said = older?.[field];
    if (said !== undefined) out.count(state.sequence - said);
  }
  for (const matter of MATTERS) {
    const word = words?.[matter];
    if (word !== undefined) packWord(out, word, state);
  }
}

/** No source: the newest statement's; empty ones do not come in. */
function packWord(out: Packer, { asOf, source }: Word, newest: Word): void {
  out.signed(newest.asOf - asOf);
  out.text(source === newest.source ? '' : source);
}

function unpackWord(from: Unpacker, newest: Word): Word {
  const asOf = newest.asOf - from.signed();
  const source = from.text();
  return { asOf, source: source === '' ? newest.source : source };
}

function unpackState(from: Unpacker): AccountState {
  const [sequence, asOf, source] = [from.count(), from.signed(), from.text()];
  const has = from.flags();
  const fields = {
    ...(has(0) ? { product: from.text() } : {}),
    ...(has(1) ? { status: from.text() } : {}),
    ...(has(2) ? { balance: unpackMoney(from) } : {}),
    ...(has(3) ? { overdue: unpackMoney(from) } : {}),
    ...(has(4) ? { daysPastDue: from.count() } : {}),
  };
  const isOlder = from.flags();
  const older = FIELDS.flatMap((field, at) => (isOlder(at + 1) ? [[field, sequence - from.count()] as const] : []));
  const words = MATTERS.flatMap((matter, at) =>
    isOlder(FIELDS.length + 1 + at) ? [[matter, unpackWord(from, { asOf, source })] as const] : [],
  );
  return {
    sequence,
    asOf,
    source,
    ...fields,
    ...(isOlder(0) ? { older: Object.fromEntries(older) } : {}),
    ...(words.length === 0 ? {} : { words: Object.fromEntries(words) }),
  };
}

/** Sum and time follow from the transactions: those are all that is kept, each beside the newest of them. */
function packPending(out: Packer, { sum, open = [] }: Pending): void {
  const newest = Math.max(0, ...open.map(({ at }) => at));
  const newestPosted = Math.max(0, ...open.map(({ posted = 0 }) => posted));
  out.text(sum.currency);
  out.count(newest);
  out.count(newestPosted);
  out.count(open.length);
  for (const one of open) {
    out.word(one.ref);
    out.count(one.minor);
    out.count(newest - one.at);
    out.count(one.posted === undefined ? 0 : newestPosted - one.posted + 1);
  }
}

function unpackPending(from: Unpacker): Pending | undefined {
  const [currency, newest, newestPosted] = [from.text(), from.count(), from.count()];
  const open = Array.from({ length: from.count() }, (): OpenTransaction => {
    const [ref, minor, at, posted] = [from.word(), from.count(), newest - from.count(), from.count()];
    return { ref, minor, at, ...(posted === 0 ? {} : { posted: newestPosted - posted + 1 }) };
  });
  return pendingOf(currency, open);
}

function unpackWithSum(from: Unpacker): Pending | undefined {
  const [sum, at, count] = [unpackMoney(from), from.signed(), from.count()];
  const open = Array.from({ length: Math.max(0, count - 1) }, () => ({
    ref: from.word(),
    minor: from.signed(),
    at: at - from.signed(),
  }));
  return pendingOf(sum.currency, open);
}

const pendingIn = (pending: Pending | undefined): Pick<Account, 'pending'> =>
  pending === undefined ? {} : { pending };

/** Newest sequence whole, the others as the gap below the one before: half a byte while gaps are small, and 4 of hash. */
function packWindow(out: Packer, window: SequenceWindow): void {
  out.count(window.length);
  const [newest] = window;
  if (newest === undefined) return;
  out.count(newest.sequence);
  const gaps = window.slice(1).map((one, index) => (window[index]?.sequence ?? 0) - one.sequence - 1);
  if (gaps.some((gap) => gap < 0)) throw new Error('sequence window: got another order, expected newest first');
  out.bytes(packNibbles(gaps));
  for (const one of window) out.word(one.hash);
}

function unpackWindow(from: Unpacker): SequenceWindow {
  const length = from.count();
  if (length === 0) return [];
  let sequence = from.count();
  const gaps = unpackNibbles(from.bytes(), length - 1);
  const sequences = [sequence, ...gaps.map((gap) => (sequence -= gap + 1))];
  return sequences.map((one) => ({ sequence: one, hash: from.word() }));
}
