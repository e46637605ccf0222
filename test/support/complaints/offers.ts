import { createHash } from 'node:crypto';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { makeOffer, type OfferInput } from '#domain/complaint/offers/make.ts';
import type { OfferAt } from '#domain/complaint/offers/move.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { at } from './clocks.ts';
import { complaintBook as book, complaintOf, moved } from './complaints.ts';

/** Offers of one complaint: one that was made within authority, one that waits for approval, and the customer's word. */
export const NOW = at('2026-03-04T10:00:00+08:00');
export const EXPIRES = NOW + 3 * DAY;
export const agent = { staff: 'a1', role: 'agent' } as const;
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
export const cny = (minor: number) => ({ minor, currency: 'CNY' });

export const input = (yuan = 6_000): OfferInput => ({
  terms: { kind: 'instalments', count: 6, amount: cny(yuan * 100) },
  expiresAt: EXPIRES,
  accountId: 'acc1',
  caseId: 'k1',
});
export const made = (of = complaintOf(), by: OfferAt['by'] = agent, yuan = 6_000) =>
  moved(makeOffer(of, input(yuan), { now: NOW, by, book }));
export const open = made().next;
export const waiting = made(complaintOf(), agent, 20_000);
export const heard = {
  inboundMessageId: 'in1',
  point: 'p1',
  from: '0001',
  trust: 2,
  textHash: hash('4K1'),
  receivedAt: NOW + HOUR,
} as const;
export const first = (of: Complaint) => of.offers[0];
export const answer = (of = open, now = NOW + HOUR) =>
  [of, { offerId: 'm1.o1', heard }, { now, book, hash, caseId: 'k1' }] as const;
