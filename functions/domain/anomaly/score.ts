import type { Account } from '../account/account.ts';
import type { Movement } from '../account/event.ts';
import { DAY } from '../time.ts';

/** Reason codes of intake's own rules; each is a kind of policies/kinds.ts. */
export type AnomalyCode = 'unusual-amount' | 'dormant-moving';
export type Scored = { readonly score: number; readonly reasons: readonly AnomalyCode[]; readonly opened: boolean };

const QUIET_FOR = 100 * DAY;

export function score(by: Movement, account: Account): Scored {
  const bytes = account.baseline;
  if (bytes.length < 24 || by.direction !== 'debit') return { score: 0, reasons: [], opened: false };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [n, mean, variance] = [view.getFloat64(0), view.getFloat64(8), view.getFloat64(16)];
  const z = (Math.log1p(by.amount.minor) - mean) / Math.sqrt(Math.max(variance, 0.0625));
  const reasons: AnomalyCode[] = [];
  if (n >= 20 && z > 4.5) reasons.push('unusual-amount');
  if (account.lastActivityAt !== undefined && by.at - account.lastActivityAt > QUIET_FOR) reasons.push('dormant-moving');
  return { score: n < 20 ? 0 : z, reasons, opened: reasons.length > 0 };
}

export function learn(by: Movement, { baseline }: Account): Uint8Array {
  if (by.direction !== 'debit') return baseline;
  const out = new Uint8Array(24);
  const view = new DataView(out.buffer);
  const x = Math.log1p(by.amount.minor);
  const old = baseline.length < 24 ? undefined : new DataView(baseline.buffer, baseline.byteOffset, baseline.byteLength);
  const n = old?.getFloat64(0) ?? 0;
  const mean = old?.getFloat64(8) ?? x;
  const variance = old?.getFloat64(16) ?? 1;
  const a = 1 / Math.min(n + 6, 50);
  const d = x - mean;
  view.setFloat64(0, n + 1);
  view.setFloat64(8, mean + a * d);
  view.setFloat64(16, (1 - a) * (variance + a * d * d));
  return out;
}
