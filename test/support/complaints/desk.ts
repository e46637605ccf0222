import { datesSet } from '#domain/complaint/clocks/due-dates.ts';
import { isClockRefusal } from '#domain/complaint/clocks/policy.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { complaintAdvance } from '#store/complaint-store.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { NOON } from '../cases.ts';
import { type As, consoleOn, recordsOn, type Told } from '../console.ts';
import type { Engine } from '../engine.ts';
import { startClocks } from './clocks.ts';
import { complaintBook, complaintOf } from './complaints.ts';

export const clerk: As = { role: 'agent', departments: ['hardship'], staff: 'li.na' };
export const stranger: As = { role: 'agent', departments: ['credit-record'], staff: 'wu.qi' };
export const supervisor: As = { role: 'supervisor', departments: ['hardship'], staff: 'chen.bo' };
export const head: As = { role: 'head', staff: 'zhao.min' };

/** The routes of complaints on a table engine, with customer u1 on record; complaints come in at noon, to the hardship desk. */
export async function complaintDesk(engine: Engine) {
  const api = consoleOn(engine);
  const records = recordsOn(engine, api.vault);
  await records.customer();
  return {
    api,
    records,
    /** A complaint with its clocks running and the customer's words sealed. */
    received: async (id: string, change: Partial<Complaint> = {}): Promise<void> => {
      const { handler: _nobody, ...fresh } = complaintOf({ id, version: 1, status: 'RECEIVED', receivedAt: NOON });
      const of = { ...fresh, ...change };
      const clocks = startClocks(of, complaintBook);
      if (isClockRefusal(clocks)) throw new Error(clocks.refused);
      const key = of.key ?? (await api.needs.people.load('u1'))?.key ?? new Uint8Array();
      const at = { ...entryKey(aggregateName('complaint', id), 1), attribute: 's' };
      const sealed = await api.vault.seal(key, at, '请帮我分期');
      const { kind, category, flags, severity, receivedAt } = of;
      const facts = { kind, category, flags, severity, receivedAt, due: datesSet([], clocks) };
      const said = { type: 'complaint.received', actor: { kind: 'customer' }, at: NOON, facts } as const;
      const entry = { ...said, effects: [] };
      await records.commit({ advances: [complaintAdvance(undefined, { next: { ...of, clocks }, entry }, sealed)] });
    },
    move: (id: string, name: string, body: object = {}, as: As = clerk): Promise<Told> =>
      api.ask(`POST /v1/complaints/{id}/${name}`, { id }, { as, body }),
    offer: (id: string, offerId: string, name: string, body: object = {}, as: As = clerk): Promise<Told> =>
      api.ask(`POST /v1/complaints/{id}/offers/{offerId}/${name}`, { id, offerId }, { as, body }),
    shown: (id: string, as: As = clerk): Promise<Told> => api.ask('GET /v1/complaints/{id}', { id }, { as }),
  };
}
