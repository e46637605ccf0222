import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import type { Staff } from '../../running/staff.ts';
import type { Person } from '../cast.ts';
import type { Scene } from '../scene.ts';
import type { Teller } from '../teller.ts';

/** Complaints as the staff of a story see and move them: over the API, as a staff tool does. */

const OfferSeen = v.object({
  id: v.string(),
  state: v.string(),
  counter: v.optional(v.object({ note: v.optional(v.string()) })),
});
const Agreement = v.object({
  id: v.string(),
  offerId: v.string(),
  at: v.string(),
  replyText: v.optional(v.string()),
  from: v.optional(v.string()),
  inboundMessageId: v.optional(v.string()),
});
const Clock = v.object({ policy: v.string(), kind: v.string(), dueAt: v.string(), state: v.string() });

const ComplaintSeen = v.object({
  id: v.string(),
  status: v.string(),
  stage: v.string(),
  kind: v.string(),
  category: v.string(),
  severity: v.string(),
  department: v.string(),
  handler: v.optional(v.string()),
  receivedAt: v.string(),
  nextDueAt: v.optional(v.string()),
  reopened: v.number(),
  clocks: v.array(Clock),
  offers: v.array(OfferSeen),
  agreements: v.array(Agreement),
  timeline: v.array(v.object({ seq: v.number(), at: v.string(), type: v.string(), actor: v.unknown() })),
});
export type ComplaintSeen = v.InferOutput<typeof ComplaintSeen>;

const Received = v.object({ id: v.string() });
const Line = v.object({ items: v.array(v.object({ id: v.string() })) });
const Verified = v.object({ ok: v.boolean(), entries: v.number() });
const OfferMade = v.object({ offerId: v.string(), state: v.string() });
type OfferMade = v.InferOutput<typeof OfferMade>;

/** What was said on the phone, at a desk or in a form. */
interface Heard {
  readonly channel: 'web' | 'phone' | 'branch';
  readonly customerId: string;
  readonly text: string;
}

export async function takeDown(by: Staff, heard: Heard): Promise<string> {
  return v.parse(Received, await by.ask('/v1/complaints', { method: 'POST', body: heard })).id;
}

/** One move of its life; the complaint as it then stands. */
export async function move(by: Staff, path: string, body: object): Promise<ComplaintSeen> {
  return v.parse(ComplaintSeen, await by.ask(`/v1/complaints/${path}`, { method: 'POST', body }));
}

export async function offer(by: Staff, complaintId: string, body: object): Promise<OfferMade> {
  return v.parse(OfferMade, await by.ask(`/v1/complaints/${complaintId}/offer`, { method: 'POST', body }));
}

export async function read(by: Staff, complaintId: string): Promise<ComplaintSeen> {
  return v.parse(ComplaintSeen, await by.ask(`/v1/complaints/${complaintId}`));
}

/** The newest complaint of a customer. */
export async function complaintOf(scene: Scene, { id }: Person): Promise<ComplaintSeen> {
  const { items } = v.parse(Line, await scene.registry.ask(`/v1/complaints?customerId=${id}`));
  const [first] = items;
  assert.ok(first !== undefined, `customer ${id} has no complaint`);
  return read(scene.registry, first.id);
}

/** Its record is whole: every entry is there, unchanged, in its order. */
export async function verified(scene: Scene, complaintId: string): Promise<number> {
  const { ok, entries } = v.parse(Verified, await scene.registry.ask(`/v1/audit/${complaintId}/verify`));
  assert.ok(ok, `the record of ${complaintId} is whole`);
  return entries;
}

export function tellComplaint(teller: Teller, of: ComplaintSeen): void {
  const { id, status, stage, category, severity, department, handler, timeline } = of;
  const line = [id, status, stage, category, severity, department, ...(handler === undefined ? [] : [handler])];
  const entries = timeline.map(({ seq, at, type }) => `${String(seq).padStart(3)}  ${at}  ${type}`);
  teller.line('recorded', [line.join('  '), ...entries].join('\n'));
}

export function tellClocks(teller: Teller, { clocks }: ComplaintSeen): void {
  const lines = clocks.map(({ policy, kind, dueAt, state }) => `${policy}  ${kind}  ${dueAt}  ${state}`);
  teller.line('decided', lines.join('\n'));
}

/** The token of the newest text to a number, as the person reads it. */
export async function tokenTo(scene: Scene, phone: string): Promise<string> {
  const body = (await scene.textsTo(phone)).at(-1)?.body ?? '';
  const token = /(?<![0-9A-Z])([2346789][ACDEFHJKMPQUVWX])[1-5]/u.exec(body)?.[1];
  assert.ok(token !== undefined, `the text says how to answer: ${body}`);
  return token;
}

const Row = v.object({ figure: v.string(), value: v.nullable(v.number()), events: v.nullish(v.number()) });
const Report = v.object({ report: v.string(), rows: v.array(Row) });

/** One number of a report, as analysts read it; 0 where nothing was counted. */
export async function figure(scene: Scene, report: string, name: string): Promise<number> {
  const { rows } = v.parse(Report, await scene.registry.ask(`/v1/reports/${report}`));
  return rows.find((row) => row.figure === name)?.value ?? 0;
}
