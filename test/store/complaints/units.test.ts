import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { resolve } from '#domain/complaint/life/decide.ts';
import { rateComplaint } from '#domain/complaint/life/follow-up.ts';
import { acknowledge, transfer } from '#domain/complaint/life/handling.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import { acceptOffer } from '#domain/complaint/offers/answer.ts';
import { makeOffer } from '#domain/complaint/offers/make.ts';
import { type ComplaintRefusal, type ComplaintTransition, isComplaintRefusal } from '#domain/complaint/transition.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { bundledPolicies } from '#policies/book.ts';
import { sha256Hex } from '#runtime/ids.ts';
import { createAccountStore } from '#store/account-store.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createComplaintWriter } from '#store/complaints/complaint-writer.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { createPointStore } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { NOON } from '../../support/cases.ts';
import { complaintBook, toldComplaint } from '../../support/complaints/complaints.ts';
import { consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { meterUnits, type UnitMeter } from '../../support/table/units.ts';

let engine: Engine;
let meter: UnitMeter;
beforeAll(async () => {
  engine = await startEngine();
  // Before the client's first call: it keeps the middleware it began with.
  meter = meterUnits(engine.client);
  await recordsOn(engine, consoleOn(engine).vault).customer();
});
afterAll(() => engine.stop());

const ID = 'abcdefghijklmnopqrst';
const by = { staff: 'a1', role: 'head' } as const;
const at = (now: number) => ({ now, by, book: complaintBook, caseId: 'k1', tasks: [], hash: sha256Hex });
const GOODWILL = { kind: 'goodwill', amount: { minor: 5_000, currency: 'CNY' } } as const;
const CONTACT = { channel: 'call', at: NOON + HOUR, confirmed: false };

type Rule = (of: Complaint) => ComplaintTransition | ComplaintRefusal | undefined;
/** The life of a complaint, as rules. */
const LIFE: readonly (readonly [string, Rule])[] = [
  ['acknowledged', (of) => acknowledge(of, at(NOON + 1))],
  ['transferred', (of) => transfer(of, { department: 'payments' }, at(NOON + 2))],
  ['offered', (of) => makeOffer(of, { terms: GOODWILL, expiresAt: NOON + 3 * DAY, caseId: 'k1' }, at(NOON + 3))],
  ['accepted', (of) => acceptOffer(of, { offerId: `${of.id}.o1` }, at(NOON + 4))],
  ['resolved', (of) => resolve(of, { contact: CONTACT, reached: true, asking: { caseId: 'k2' } }, at(NOON + HOUR))],
  ['rated', (of) => rateComplaint(of, { rating: 5, heard: true }, at(NOON + 2 * DAY))],
];

/** What every step of a life writes, contacts apart: its snapshots, entries, holds and places in the indexes. */
async function lifeOf(received: ReturnType<Rule>, id: string): Promise<Record<string, number>> {
  const { vault } = consoleOn(engine);
  const reader = createReader(engine.client, engine.tableName);
  const complaints = createComplaintStore(reader);
  const write = createComplaintWriter({
    ledger: ledgerOn(engine),
    cases: createCaseStore(reader),
    people: createPersonStore(reader, vault),
    accounts: createAccountStore(reader, engine.client, engine.tableName),
    points: createPointStore(reader),
    book: bundledPolicies(sha256Hex),
    vault,
  });
  const spent: Record<string, number> = {};
  const step = async (name: string, result: ReturnType<Rule>): Promise<void> => {
    if (result === undefined || isComplaintRefusal(result)) throw new Error(`${name}: ${JSON.stringify(result)}`);
    const { contact: _contact, asking: _asking, ends: _ends, ...transition } = result;
    const from = await complaints.load(id);
    const { result: written, units } = await meter.of(() => write({ from, transition }));
    expect(written.kind).toBe('committed');
    spent[name] = units.writes;
  };
  await step('received', received);
  for (const [name, rule] of LIFE) {
    const of = (await complaints.load(id))?.state;
    if (of !== undefined) await step(name, rule(of));
  }

  return spent;
}

const sumOf = (spent: Record<string, number>): number => Object.values(spent).reduce((sum, units) => sum + units, 0);
const receive = (change: Parameters<typeof toldComplaint>[0]) =>
  receiveComplaint(toldComplaint({ id: ID, ...change }), { now: NOON, book: complaintBook });

test('the life of a complaint by text, answered by itself at once, costs at most 60 units, contacts apart', async () => {
  const spent = await lifeOf(receive({ told: true }), ID);

  expect(spent).toEqual({
    received: 11,
    acknowledged: 4,
    transferred: 6,
    offered: 6,
    accepted: 6,
    resolved: 8,
    rated: 10,
  });
  expect(sumOf(spent)).toBe(51);
});

test('on the web, where a person acknowledges it, its places in the indexes move once more: at most 60 too', async () => {
  const id = 'bcdefghijklmnopqrstu';
  const spent = await lifeOf(receive({ id, channel: 'web' }), id);

  expect(spent['acknowledged']).toBe(8);
  expect(sumOf(spent)).toBe(55);
});
