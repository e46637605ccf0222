import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import { binary, json, number, text } from '#store/attributes.ts';
import { fromItem, toItem } from '#store/codecs/complaint.ts';
import { packBody } from '#store/codecs/complaints/body.ts';
import { packLater } from '#store/codecs/complaints/later.ts';
import { packer } from '#store/codecs/packed.ts';
import { snapshotKey } from '#store/keys.ts';
import { NOON } from '../../support/cases.ts';
import { complaintBook, complaintOf, moved, toldComplaint } from '../../support/complaints/complaints.ts';
import { anyComplaint } from '../../support/table/any-complaint.ts';
import { itemSize } from '../../support/table/item-size.ts';

const stored = (of: Complaint) => {
  const key = snapshotKey('complaint', of.id);
  const kept = { hd: binary(new Uint8Array(32)), fe: binary(new Uint8Array(8)) };
  return { ...toItem(of), ...kept, pk: text(key.pk), sk: text(key.sk), v: number(of.version) };
};

test('a complaint reads back as it was written, whatever it holds', () => {
  fc.assert(
    fc.property(anyComplaint, (of) => {
      expect(fromItem(stored(of))).toEqual(of);
    }),
  );
});

test('a usual complaint stays within one write unit of 1 KB: two regimes, an offer accepted, decided', () => {
  const id = 'abcdefghijklmnopqrst';
  const receipt = { now: NOON, book: complaintBook };
  const { next } = moved(
    receiveComplaint(toldComplaint({ id, channel: 'regulator', externalRef: '12378-2026-0001' }), receipt),
  );
  const full: Complaint = {
    ...next,
    version: 18,
    customerId: 'customer-0000000001',
    accountId: 'account-0000000001',
    caseId: id,
    handler: 'agent-0001',
    left: ['triage', 'collections'],
    acknowledgedAt: NOON,
    linked: [{ complaintId: 'bcdefghijklmnopqrstu', relation: 'same-matter' }],
    offers: [
      {
        id: `${id}.o1`,
        state: 'ACCEPTED',
        terms: { kind: 'instalments', count: 6, amount: { minor: 120_000, currency: 'CNY' } },
        madeBy: 'agent-0001',
        madeByRole: 'agent',
        madeAt: NOON,
        expiresAt: NOON + 1,
        caseId: id,
        accountId: 'account-0000000001',
      },
    ],
    offerCount: 1,
    agreements: [{ id: `${id}.a1`, offerId: `${id}.o1`, seq: 9, at: NOON }],
    decision: { decision: 'upheld', closureCode: 'explanation', at: NOON, seq: 12 },
    resolvedAt: NOON,
    followUp: { plannedFor: NOON, caseId: id },
  };

  expect(next.clocks).toHaveLength(4);
  expect(itemSize(stored(full))).toBeLessThanOrEqual(1_024);
});

test('its timer stands in the index of what is due, in its lane', () => {
  const due = { ...moved(receiveComplaint(toldComplaint(), { now: NOON, book: complaintBook })).next };

  expect(due.dueAt).toBeGreaterThan(NOON);
  expect(toItem(due)).toMatchObject({ dq: { S: 'normal#6' } });
  expect(fromItem(stored(due)).dueAt).toBe(due.dueAt);
});

test('a complaint of the second form, which did not keep its rounds, is read as it was', () => {
  const of = complaintOf({ formerHandlers: ['a2'], reopened: 1 });
  const [whole, later] = [packBody(of), packer()];
  packLater(later, of);
  const body = whole.slice(0, whole.length - later.done().length);

  expect(fromItem({ ...stored(of), sc: number(2), b: binary(body) })).toEqual(of);
});

test('a complaint of the first form is read with what it did not know yet left empty', () => {
  const item = {
    pk: text('CMP#m1'),
    sk: text('SNAPSHOT'),
    sc: number(1),
    v: number(1),
    st: text('RECEIVED'),
    cu: text('u1'),
    ra: number(NOON),
    d: json({
      audience: 'customer',
      channel: 'sms',
      category: 'not_owed',
      severity: 'P2',
      department: 'triage',
      stage: 'NEGOTIATION',
    }),
  };

  expect(fromItem(item)).toMatchObject({ id: 'm1', category: 'not_owed', receivedAt: NOON, clocks: [], offers: [] });
});
