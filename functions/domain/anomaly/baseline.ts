import type { Instant } from '../time.ts';

/**
 * What intake remembers of an account's debits: no event is kept, only statistics of fixed size (123 bytes), so that the
 * account stays within one write unit. All fade: what a customer did long ago is no habit.
 */
export type Baseline = {
  /** Debits seen, at most 65,535. */
  readonly n: number;
  /** Newest debit; an older one that comes late never moves it back. */
  readonly lastAt: Instant;
  /** Mean and variance of log(1 + amount), the newest fifty or so counting most. */
  readonly mean: number;
  readonly variance: number;
  /** Share of its debits, of late, whose amount was well above the mean: how rare that is for this account. */
  readonly tail: number;
  /** Money spent, minor units: fading with one day, and with thirty. */
  readonly day: number;
  readonly month: number;
  /** Debits by hour of the day (UTC), fading. */
  readonly hours: Uint8Array;
  /** Counterparties seen: Bloom filters of 256 bits, the one in use and the one before. */
  readonly payees: Uint8Array;
  readonly earlierPayees: Uint8Array;
  /** Where the newest debit was made. */
  readonly place?: Place;
};

/** Hundredths of a degree. */
export type Place = { readonly lat: number; readonly lon: number };

export const HOURS = 24;
const PAYEE_BYTES = 32;
const NO_PLACE = -32_768;
const MOST = 65_535;

const SCHEMA = 1;
const AT = { n: 1, lastAt: 3, mean: 11, variance: 15, tail: 19, day: 23, month: 27, hours: 31, payees: 55, place: 119 };
/** Bytes of a packed baseline. */
export const BASELINE_BYTES = AT.place + 4;

/** An account without history. */
export const NO_HISTORY: Baseline = {
  n: 0,
  lastAt: 0,
  mean: 0,
  variance: 1,
  tail: 0.03,
  day: 0,
  month: 0,
  hours: new Uint8Array(HOURS),
  payees: new Uint8Array(PAYEE_BYTES),
  earlierPayees: new Uint8Array(PAYEE_BYTES),
};

export function packBaseline(of: Baseline): Uint8Array {
  const bytes = new Uint8Array(BASELINE_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, SCHEMA);
  view.setUint16(AT.n, Math.min(of.n, MOST));
  view.setFloat64(AT.lastAt, of.lastAt);
  view.setFloat32(AT.mean, of.mean);
  view.setFloat32(AT.variance, of.variance);
  view.setFloat32(AT.tail, of.tail);
  view.setFloat32(AT.day, of.day);
  view.setFloat32(AT.month, of.month);
  bytes.set(of.hours, AT.hours);
  bytes.set(of.payees, AT.payees);
  bytes.set(of.earlierPayees, AT.payees + PAYEE_BYTES);
  view.setInt16(AT.place, of.place?.lat ?? NO_PLACE);
  view.setInt16(AT.place + 2, of.place?.lon ?? NO_PLACE);
  return bytes;
}

/** Reads a packed baseline; bytes of another form (an account nobody has scored yet) are no history. */
export function unpackBaseline(bytes: Uint8Array): Baseline {
  if (bytes.length !== BASELINE_BYTES || bytes[0] !== SCHEMA) return NO_HISTORY;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [lat, lon] = [view.getInt16(AT.place), view.getInt16(AT.place + 2)];
  const base = {
    n: view.getUint16(AT.n),
    lastAt: view.getFloat64(AT.lastAt),
    mean: view.getFloat32(AT.mean),
    variance: view.getFloat32(AT.variance),
    tail: view.getFloat32(AT.tail),
    day: view.getFloat32(AT.day),
    month: view.getFloat32(AT.month),
    hours: bytes.subarray(AT.hours, AT.hours + HOURS),
    payees: bytes.subarray(AT.payees, AT.payees + PAYEE_BYTES),
    earlierPayees: bytes.subarray(AT.payees + PAYEE_BYTES, AT.place),
  };
  return lat === NO_PLACE ? base : { ...base, place: { lat, lon } };
}
