import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { takeStep } from '#domain/case/step.ts';
import { contactId, customerId } from '#domain/ids.ts';
import { HOUR } from '#domain/time.ts';
import { customerTouch } from '#store/people/customer-store.ts';
import { pointAdvance, unknownPoint } from '#store/point-store.ts';
import { moved, NOON, openedCase } from '../../support/cases.ts';
import { agent, consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, contactOf, pointOf } from '../../support/records.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
let records: ReturnType<typeof recordsOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  records = recordsOn(engine, api.vault);
  await records.customer();
});
afterAll(() => engine.stop());

const verified = (number: string) => addressOf(number, { verifiedAt: NOON });
const CALL = { id: 'call', channel: 'call', audience: 'customer', point: pointOf('+8613900000001') } as const;

/** A case whose call task is claimed by the agent; the task's id. */
async function claimedCall(id: string, change: Partial<Case> = {}): Promise<string> {
  await records.opened(openedCase({ id, ...change }));
  const then = { do: 'call', at: CALL, decision: { verdict: 'ALLOW' }, tries: 3 } as const;
  await records.moved(id, (of) => moved(takeStep(of, { position: { step: 3, round: 0 }, skipped: [], then }, NOON)));
  await api.ask('POST /v1/tasks/{id}/claim', { id: `${id}.t2` }, { as: agent });
  return `${id}.t2`;
}

const dial = (id: string, more: { expectedVersion?: number } = {}) =>
  api.ask('POST /v1/tasks/{id}/dial', { id }, { as: agent, body: more });
const outcome = (id: string, body: object) => api.ask('POST /v1/tasks/{id}/outcome', { id }, { as: agent, body });

test('a call the rules allow: number, script, voicemail and level; the decision and the words are on record', async () => {
  const id = await claimedCall('dial1');

  const told = await dial(id);

  expect(told).toMatchObject({
    status: 200,
    body: { decisionId: 'dial1#4', number: '+8613900000001', disclosureLevel: 3, version: 4 },
  });
  expect(told.body['script']).toContain('甲乙银行');
  expect(told.body['voicemail']).toContain('甲乙银行');
  const entry = (await api.needs.cases.whole('dial1'))?.entries.at(-1);
  expect(entry).toMatchObject({
    type: 'call.dialled',
    actor: { kind: 'staff', id: 'li.na' },
    facts: { task: id, decision: { verdict: 'ALLOW', zone: 'Asia/Shanghai' } },
  });
  expect(JSON.stringify(entry?.facts)).not.toContain('13900000001');
  const why = await api.ask('GET /v1/cases/{id}/why', { id: 'dial1' }, { as: agent });
  expect(why.body['contacts']).toMatchObject([{ decisionId: 'dial1#4', channel: 'call', attemptId: 'dial1.1' }]);
  const seen = await api.ask('GET /v1/cases/{id}', { id: 'dial1' }, { as: agent });
  expect((seen.body['timeline'] as object[]).at(-1)).toMatchObject({ text: told.body['script'] });
});

test('a call that was given out shows its script to whoever opens its task, and that they read it is on record', async () => {
  const id = await claimedCall('dial1b');
  const told = await dial(id);

  const task = await api.ask('GET /v1/tasks/{id}', { id }, { as: agent });

  expect(task.body['script']).toBe(told.body['script']);
  const notes = await api.needs.customerEntries('u1', 20);
  expect(notes.filter(({ type, facts }) => type === 'texts.read' && facts['of'] === 'dial1b')).toHaveLength(1);
});

test('refuses a call outside the permitted hours, with the rule; nothing is written', async () => {
  const id = await claimedCall('dial2');
  api.time.now = NOON + 12 * HOUR;

  const told = await dial(id);
  api.time.now = NOON;

  expect(told).toMatchObject({
    status: 409,
    body: { code: 'contact.refused', rules: ['hours.closed'], legal: ['outcome', 'release'] },
  });
  expect(JSON.stringify(told.body)).not.toContain('1390000');
  expect((await api.needs.cases.load('dial2'))?.state.version).toBe(3);
});

test('passes over a number that is quarantined and takes the next', async () => {
  await records.customer({ id: customerId('two'), phones: [verified('+8613900000011'), verified('+8613900000012')] });
  const before = unknownPoint(pointOf('+8613900000011'));
  const entry = {
    type: 'point.quarantined',
    actor: { kind: 'system', name: 'test' },
    at: NOON,
    facts: {},
    effects: [],
  } as const;
  const quarantine = { at: NOON, reason: 'wrong-person' };
  await records.commit({ advances: [pointAdvance(before, { ...before.state, quarantine }, entry)] });
  const id = await claimedCall('dial3', { customerId: 'two' });

  const told = await dial(id);

  expect(told).toMatchObject({ status: 200, body: { number: '+8613900000012' } });
});

test('a standing that moves between reading and writing is read again before the number is told', async () => {
  await records.customer({ id: customerId('moving'), phones: [verified('+8613900000013')] });
  const id = await claimedCall('dial4', { customerId: 'moving' });
  let first = true;
  const needs = {
    ...api.needs,
    askCall: async (...asked: Parameters<typeof api.needs.askCall>) => {
      const answer = await api.needs.askCall(...asked);
      const person = await api.needs.people.load('moving');
      if (first && person !== undefined) {
        await records.commit({ advances: [], also: [customerTouch(person.customer.state, { any: [NOON], debt: [] })] });
      }
      first = false;
      return answer;
    },
  };

  const told = await consoleOn(engine, { needs }).ask('POST /v1/tasks/{id}/dial', { id }, { as: agent });

  expect(told.status).toBe(200);
  expect((await api.needs.cases.whole('dial4'))?.entries.map(({ type }) => type)).toEqual([
    'case.opened',
    'call.queued',
    'task.claimed',
    'call.dialled',
  ]);
});

test('refuses a call to a customer who has died, and one of whom nothing is on record', async () => {
  await records.customer({ id: customerId('late'), phones: [verified('+8613900000014')], flags: ['deceased'] });
  const late = await claimedCall('dial5', { customerId: 'late' });
  const unknown = await claimedCall('dial6', { customerId: 'nobody' });

  expect(await dial(late)).toMatchObject({
    status: 409,
    body: { code: 'contact.refused', rules: ['customer.deceased'] },
  });
  expect(await dial(unknown)).toMatchObject({
    status: 409,
    body: { code: 'contact.refused', rules: ['customer.unknown'] },
  });
});

test('a call to an emergency contact says nothing of the matter', async () => {
  await records.customer({ id: customerId('kin'), phones: [verified('+8613900000015')] }, [
    contactOf({ contactId: contactId('mother'), customerId: customerId('kin') }),
  ]);
  await records.opened(
    openedCase({
      id: 'dial7',
      customerId: 'kin',
      purpose: 'welfare',
      kind: 'unreachable',
      department: 'contact-centre',
      plan: { id: 'welfare-urgent', version: 1 },
    }),
  );
  const at = { id: 'contact-call', channel: 'call', audience: 'contact', contactId: 'mother' } as const;
  const then = { do: 'call', at, decision: { verdict: 'ALLOW' }, tries: 3 } as const;
  await records.moved('dial7', (of) =>
    moved(takeStep(of, { position: { step: 5, round: 0 }, skipped: [], then }, NOON)),
  );
  const as = { role: 'agent', departments: ['contact-centre'] } as const;
  await api.ask('POST /v1/tasks/{id}/claim', { id: 'dial7.t2' }, { as });

  const told = await api.ask('POST /v1/tasks/{id}/dial', { id: 'dial7.t2' }, { as });

  // Without proof that the customer cannot be reached, the call is not permitted at all.
  expect(told).toMatchObject({
    status: 409,
    body: { code: 'contact.refused', rules: expect.arrayContaining(['third-party.no-proof']) as string[] },
  });
});

test('the same key dials once: the repeat gets the same decision', async () => {
  const id = await claimedCall('dial8');
  const ask = () => api.ask('POST /v1/tasks/{id}/dial', { id }, { as: agent, key: 'dial-8' });

  const first = await ask();

  expect(await ask()).toEqual(first);
  expect((await api.needs.cases.load('dial8'))?.state.version).toBe(4);
});

test('nobody answers: the task returns to its queue under the same id until its tries are spent', async () => {
  const id = await claimedCall('tries1');
  const states: unknown[] = [];
  for (const word of ['NO_ANSWER', 'BUSY', 'VOICEMAIL']) {
    const told = await outcome(id, { outcome: word });
    states.push([told.body['id'], told.body['state'], told.body['tries']]);
    api.time.now += 2 * HOUR;
    await api.ask('POST /v1/tasks/{id}/claim', { id }, { as: agent });
  }

  expect(states).toEqual([
    [id, 'QUEUED', 1],
    [id, 'QUEUED', 2],
    [id, 'DONE', 3],
  ]);
  api.time.now = NOON;
  expect((await api.needs.cases.load('tries1'))?.state).toMatchObject({
    status: 'WAITING',
    attempts: [{ state: 'VOICEMAIL' }],
  });
});

test.each([
  ['WRONG_PARTY', 'wrong-person'],
  ['INVALID', 'invalid'],
])(
  '%s: the number that was dialled is quarantined with the outcome, and fresh data is asked for',
  async (word, reason) => {
    const number = word === 'INVALID' ? '+8613900000021' : '+8613900000022';
    const holder = { kind: 'customer', customerId: word } as const;
    await records.customer({ id: customerId(word), phones: [verified(number)] });
    const before = unknownPoint(pointOf(number));
    const entry = {
      type: 'point.held',
      actor: { kind: 'system', name: 'test' },
      at: NOON,
      facts: {},
      effects: [],
    } as const;
    await records.commit({ advances: [pointAdvance(before, { ...before.state, holders: [holder] }, entry)] });
    const id = await claimedCall(`wrong-${reason}`, { customerId: word });
    await dial(id);

    const told = await outcome(id, { outcome: word, note: '机主称不认识' });

    expect(told).toMatchObject({ status: 200, body: { state: 'DONE' } });
    const whole = await api.needs.cases.whole(`wrong-${reason}`);
    expect(whole?.tasks.map(({ kind, state }) => [kind, state])).toContainEqual(['refresh', 'QUEUED']);
    expect((await api.needs.points.load(pointOf(number)))?.state.quarantine).toEqual({ at: NOON, reason });
    expect(await api.needs.entryOf('point', pointOf(number), 2)).toMatchObject({
      type: 'point.quarantined',
      actor: { kind: 'staff', id: 'li.na' },
      facts: { caseId: `wrong-${reason}`, reason },
      effects: [{ do: 'notify', type: 'contact-point.quarantined', data: { customerId: word } }],
    });
  },
);

test('an emergency contact who refuses on the phone is not asked again', async () => {
  await records.customer({ id: customerId('kin2'), phones: [verified('+8613900000016')] }, [
    contactOf({ contactId: contactId('father'), customerId: customerId('kin2') }),
  ]);
  await records.opened(openedCase({ id: 'refuse1', customerId: 'kin2' }));
  const at = { id: 'contact', channel: 'call', audience: 'contact', contactId: 'father' } as const;
  const then = { do: 'call', at, decision: { verdict: 'ALLOW' }, tries: 3 } as const;
  await records.moved('refuse1', (of) =>
    moved(takeStep(of, { position: { step: 4, round: 0 }, skipped: [], then }, NOON)),
  );
  await api.ask('POST /v1/tasks/{id}/claim', { id: 'refuse1.t2' }, { as: agent });

  const told = await outcome('refuse1.t2', { outcome: 'REFUSED' });

  expect(told.status).toBe(200);
  expect((await api.needs.people.contact('kin2', 'father'))?.contact.refusedAt).toBe(NOON);
});
