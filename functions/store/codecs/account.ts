import type { Account, AccountState, SequenceWindow } from '#domain/account/account.ts';
import { accountId, customerId } from '#domain/ids.ts';
import type { Money } from '#domain/money.ts';
import { binary, type Item, item, number, readBinary, readNumber, readText } from '../attributes.ts';
import { accountIdOf } from '../keys.ts';
import { packCaseId, unpackCaseId } from './case-id.ts';
import { type Packer, packer, packNibbles, type Unpacker, unpacker, unpackNibbles } from './packed.ts';

/** First byte of the packed form; older forms stay readable by a branch here. */
const SCHEMA = 1;

/**
 * The item without its keys: two numbers that conditions name, everything else packed. It stays within 1,024 bytes, one
 * write unit, with ids and source of 64 characters, product and status of 32, a baseline of 264 bytes, four open cases
 * of kinds up to 20, and a full window; longer words or sequences that jump by millions cost a second unit, no more.
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
  const out = packer();
  out.count(SCHEMA);
  out.text(account.customerId);
  optional(out, account.state, packState);
  optional(out, account.pending, (to, pending) => {
    packMoney(to, pending.sum);
    to.signed(pending.at);
  });
  packWindow(out, account.window);
  out.count(account.gaps);
  out.bytes(account.baseline);
  optional(out, account.lastActivityAt, (to, at) => to.signed(at));
  optional(out, account.flaggedAt, (to, at) => to.signed(at));
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
  if (schema !== SCHEMA) throw new Error(`account schema: got ${schema}, expected ${SCHEMA}`);
  const owner = customerId(from.text());
  const state = readOptional(from, unpackState);
  const pending = readOptional(from, (source) => ({ sum: unpackMoney(source), at: source.signed() }));
  const window = unpackWindow(from);
  const gaps = from.count();
  const baseline = from.bytes();
  const lastActivityAt = readOptional(from, (source) => source.signed());
  const flaggedAt = readOptional(from, (source) => source.signed());
  const openCases = Array.from({ length: from.count() }, () => ({
    caseId: unpackCaseId(from.bytes()),
    kind: from.text(),
  }));
  return {
    customerId: owner,
    ...(state === undefined ? {} : { state }),
    ...(pending === undefined ? {} : { pending }),
    window,
    gaps,
    baseline,
    ...(lastActivityAt === undefined ? {} : { lastActivityAt }),
    ...(flaggedAt === undefined ? {} : { flaggedAt }),
    openCases,
  };
}

function optional<T>(out: Packer, value: T | undefined, write: (to: Packer, value: T) => void): void {
  out.count(value === undefined ? 0 : 1);
  if (value !== undefined) write(out, value);
}

const readOptional = <T>(from: Unpacker, read: (source: Unpacker) => T): T | undefined =>
  from.count() === 0 ? undefined : read(from);

function packMoney(out: Packer, money: Money): void {
  out.signed(money.minor);
  out.text(money.currency);
}

const unpackMoney = (from: Unpacker): Money => ({ minor: from.signed(), currency: from.text() });

function packState(out: Packer, state: AccountState): void {
  out.count(state.sequence);
  out.signed(state.asOf);
  out.text(state.source);
  optional(out, state.product, (to, word) => to.text(word));
  optional(out, state.status, (to, word) => to.text(word));
  optional(out, state.balance, packMoney);
  optional(out, state.overdue, packMoney);
  optional(out, state.daysPastDue, (to, days) => to.count(days));
}

function unpackState(from: Unpacker): AccountState {
  const [sequence, asOf, source] = [from.count(), from.signed(), from.text()];
  const product = readOptional(from, (one) => one.text());
  const status = readOptional(from, (one) => one.text());
  const balance = readOptional(from, unpackMoney);
  const overdue = readOptional(from, unpackMoney);
  const daysPastDue = readOptional(from, (one) => one.count());
  return {
    sequence,
    asOf,
    source,
    ...(product === undefined ? {} : { product }),
    ...(status === undefined ? {} : { status }),
    ...(balance === undefined ? {} : { balance }),
    ...(overdue === undefined ? {} : { overdue }),
    ...(daysPastDue === undefined ? {} : { daysPastDue }),
  };
}

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
