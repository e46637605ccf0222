import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdByStaff } from '#domain/case/staff.ts';
import { customerId } from '#domain/ids.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { moved } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, at, help, intakeOn } from '../../support/intake/doors.ts';
import { customerOf } from '../../support/records.ts';
import { caseName, type ReplyWorld, replyWorld } from '../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const DANGER = {
  kind: 'in-danger',
  purpose: 'welfare',
  severity: 'high',
  plan: { id: 'welfare-urgent', version: 1 },
} as const;
const DATA = {
  kind: 'dormant-x',
  purpose: 'account_service',
  plan: { id: 'contact-data', version: 1 },
} as const;

async function asked(world: ReplyWorld, id: string, number: string, of: object = { severity: 'high' }): Promise<void> {
  await world.bank(id, number);
  await world.open({ id, customerId: id, accountId: `acc-${id}`, ...of });
  await world.work(caseName(id));
}

test('a yes from another number of the customer does not undo their denial', async () => {
  const world = replyWorld(engine);
  const [first, second] = ['+8613877770001', '+8613877770002'];
  await world.bank('w1', first);
  await world.change('w1', { phones: [await world.addressAt(first), await world.addressAt(second)] });
  await world.open({ id: 'w1', customerId: 'w1', accountId: 'acc-w1', severity: 'high' });
  await world.work(caseName('w1'));
  await world.point(await world.pointAt(first), { suspect: { at: world.now() + 1, reason: 'carrier' } });
  await world.run('w1', 6 * MINUTE);
  await world.type(first, '2');

  await world.type(second, '1');

  const { stored, tasks } = await world.whole('w1');
  expect(stored.state).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME', protectiveHold: true });
  expect(tasks.find(({ id }) => id === stored.state.taskId)?.state).toBe('QUEUED');
});

test('whoever wrote that they want to die is not safe because a bare yes follows', async () => {
  const world = replyWorld(engine);
  await asked(world, 'w2', '+8613877770003', DANGER);
  await world.type('+8613877770003', '我不想活了');

  await world.type('+8613877770003', '1');

  const { stored, tasks } = await world.whole('w2');
  expect([stored.state.status, tasks.map(({ state, severity }) => [state, severity])]).toEqual([
    'HUMAN',
    [['QUEUED', 'high']],
  ]);
});

test('a yes to a case that staff hold goes to a person, and its protective hold stays', async () => {
  const world = replyWorld(engine);
  await asked(world, 'w3', '+8613877770004');
  const { stored } = await world.whole('w3');
  const held = moved(holdByStaff(stored.state, { staff: 'wang', reason: 'branch looks into it', at: world.now() }));
  const { advance, also } = world.needs.store.caseChange(stored, held);
  await world.needs.store.ledger.commit({ advances: [advance], also });

  await world.type('+8613877770004', '1');

  expect(await world.caseOf('w3')).toMatchObject({ status: 'HUMAN', protectiveHold: true });
});

test('a yes after a denial of everything does not confirm the case that waits for a person', async () => {
  const world = replyWorld(engine);
  await world.bank('w4', '+8613877770005');
  for (const id of ['w4a', 'w4b']) {
    await world.open({ id, customerId: 'w4', accountId: `acc-${id}`, severity: 'high' });
    await world.work(caseName(id));
  }
  await world.type('+8613877770005', '2');

  await world.type('+8613877770005', '1');

  const outcomes = await Promise.all(['w4a', 'w4b'].map(async (id) => (await world.caseOf(id)).outcome));
  expect(new Set(outcomes)).toEqual(new Set(['DENIED_NOT_ME', undefined]));
});

/** Somebody else is put on record with the number, verified later. */
async function movesTo(world: ReplyWorld, id: string, number: string): Promise<void> {
  world.later(MINUTE);
  const phone = { ...(await world.addressAt(number)), verifiedAt: world.now() };
  await world.customer(customerOf({ id: customerId(id), phones: [phone], mails: [] }));
  await world.needs.syncHolders(id);
}

test('whoever has the number now confirms nothing for whoever had it, and is told nothing of them', async () => {
  const world = replyWorld(engine);
  await asked(world, 'w5', '+8613811110001');
  await movesTo(world, 'w5-new', '+8613811110001');

  await world.type('+8613811110001', '1');
  await world.type('+8613811110001', '为什么联系我');

  expect(await world.caseOf('w5')).toMatchObject({ status: 'HUMAN', protectiveHold: true });
  expect(await world.answered(caseName('w5'))).toEqual([]);
});

test('an answer’s five minutes count from the text, not from when it was read', async () => {
  const world = replyWorld(engine);
  await asked(world, 'w6', '+8613811110003', {});
  const typedAt = world.now();
  world.later(4 * MINUTE);
  await world.type('+8613811110003', '为什么联系我', { at: typedAt });
  world.later(2 * MINUTE);

  expect((await world.answered(caseName('w6'))).filter((text) => text.includes('与您联系'))).toEqual([]);
});

test('nothing is asked back once the debt has cleared, and nothing at all of somebody who died', async () => {
  const world = replyWorld(engine);
  await world.bank('w7', '+8613899990001');
  const ids = { accountId: 'w7-a', customerId: 'w7' };
  await intakeOn(engine).one(accountEvents.flagged(1, { ...ids, asOf: at(-30 * HOUR) }));
  const [debt] = await intakeOn(engine).casesOf('w7');
  await world.work(caseName(debt?.id ?? ''));
  await world.type('+8613899990001', '嗯哼呃');
  await intakeOn(engine).one(accountEvents.cleared(2, ids));
  await asked(world, 'w8', '+8613899990002');
  await world.type('+8613899990002', '嗯哼呃');
  await world.change('w8', { flags: ['deceased'] });

  expect([await world.answered(caseName(debt?.id ?? '')), await world.answered(caseName('w8'))]).toEqual([[], []]);
});

test('a START that was typed before the STOP does not lift it, in whichever order they come', async () => {
  const world = replyWorld(engine);
  await asked(world, 'w9', '+8613822220001', {});
  world.later(10 * MINUTE);
  await world.type('+8613822220001', '退订', { at: world.now() });

  await world.type('+8613822220001', 'START', { at: world.now() - 5 * MINUTE });

  expect(await world.number('+8613822220001')).toHaveProperty('optOut');
});

/** A number with a question of its own, and a newer one about somebody who named it for an emergency. */
async function askedTwice(world: ReplyWorld, id: string, number: string, other: string): Promise<void> {
  await world.bank(id, number);
  await world.bank(`${id}-kin`, other, { contacts: [number] });
  await world.open({ id, customerId: id, ...DATA });
  await world.work(caseName(id));
  await world.open({ id: `${id}-kin`, customerId: `${id}-kin`, ...DANGER });
  const { questions } = await world.number(number);
  const about = { caseId: `${id}-kin`, attempt: 3, purpose: 'welfare', audience: 'contact' } as const;
  const open = { token: '9X', contactId: `${id}-kin-k1`, askedAt: world.now(), until: world.now() + 2 * DAY };
  await world.point(await world.pointAt(number), { questions: [...questions, { ...about, ...open }] });
}

test.each(['2', '9'])(
  'a bare %s beside a question about somebody else is asked back, and is their own',
  async (text) => {
    const world = replyWorld(engine);
    const id = `w10-${text}`;
    const number = `+861382222001${text}`;
    await askedTwice(world, id, number, `+861382222002${text}`);

    await world.type(number, text);

    expect(await world.number(number)).not.toHaveProperty('quarantine');
    expect((await world.caseOf(id)).clarified).toBe(true);
  },
);

test('somebody who was safe and calls for help again is asked again', async () => {
  const world = replyWorld(engine);
  await world.bank('w11', '+8613944440003');
  const call = (ms: number) => help({ customerId: 'w11', kind: 'in-danger', at: at(ms) }, { time: at(ms) });
  await intakeOn(engine).one(call(0));
  const [first] = await intakeOn(engine).casesOf('w11');
  await world.work(caseName(first?.id ?? ''));
  await world.type('+8613944440003', '1');

  await intakeOn(engine, { now: world.now() + 8 * HOUR }).one(call(8 * HOUR));

  const cases = await intakeOn(engine).casesOf('w11');
  expect(new Set(cases.map(({ status }) => status))).toEqual(new Set(['RECEIVED', 'RESOLVED']));
});

test('a reminder that went out after the debt was gone is a complaint once its debtor says so', async () => {
  const world = replyWorld(engine);
  await world.bank('w12', '+8613899990012');
  const ids = { accountId: 'w12-a', customerId: 'w12' };
  await intakeOn(engine).one(accountEvents.flagged(1, { ...ids, asOf: at(-30 * HOUR) }));
  const [debt] = await intakeOn(engine).casesOf('w12');
  await world.work(caseName(debt?.id ?? ''));
  await intakeOn(engine).one(accountEvents.cleared(2, { ...ids, asOf: at(-29 * HOUR) }));

  await world.type('+8613899990012', '我早还清了，为什么催我');

  const { complaintId = '', outcome } = await world.caseOf(debt?.id ?? '');
  const { stored } = await world.complaint(complaintId);
  expect([outcome, stored.state.category, stored.state.customerId]).toEqual(['CLEARED', 'not_owed', 'w12']);
});
