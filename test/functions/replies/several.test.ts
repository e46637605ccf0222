import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenQuestion } from '#domain/contact/point.ts';
import { DAY } from '#domain/time.ts';
import type { Purpose } from '#domain/words.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { question } from '../../support/points.ts';
import { type ReplyWorld, replyWorld } from '../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const PLANS: Partial<Record<Purpose, string>> = {
  fraud_security: 'fraud-card',
  welfare: 'welfare-urgent',
  account_service: 'contact-data',
  debt_reminder: 'debt-reminder',
};
const TOKENS = ['4K', '7M', '2A'];
let customers = 0;

type Asked = {
  readonly world: ReplyWorld;
  readonly number: string;
  /** Status, outcome, and the urgency and queue of its task. */
  readonly standing: (nth: number) => Promise<string>;
  readonly says: (text: string) => Promise<void>;
};

/** A customer of whose number these purposes asked, the last one last. */
async function asked(...purposes: readonly Purpose[]): Promise<Asked> {
  const world = replyWorld(engine);
  customers += 1;
  const id = `several-${customers}`;
  const number = `+86138000063${String(customers).padStart(2, '0')}`;
  await world.bank(id, number);
  const questions: OpenQuestion[] = [];
  for (const [nth, purpose] of purposes.entries()) {
    const caseId = `${id}-${nth}`;
    const plan = { id: PLANS[purpose] ?? 'fraud-card', version: 1 };
    await world.open({ id: caseId, customerId: id, accountId: `a-${caseId}`, kind: `k${nth}`, purpose, plan });
    const at = { askedAt: world.now(), until: world.now() + DAY };
    questions.push(question({ ...at, token: TOKENS[nth] ?? '', caseId, purpose }));
  }
  await world.point(await world.pointAt(number), { questions });
  return {
    world,
    number,
    standing: async (nth) => {
      const { stored, tasks } = await world.whole(`${id}-${nth}`);
      const { status, outcome } = stored.state;
      const done = tasks.map(({ severity, queue }) => `${severity} at ${queue}`);
      return [status, ...(outcome === undefined ? [] : [outcome]), ...done].join(' ');
    },
    says: async (text) => {
      await world.type(number, text);
    },
  };
}

const HEARD = 'HUMAN high at contact-centre';

test.each(['I need help', 'HELP', 'not safe', '救命', '我不安全', 'No, I need help'])(
  'a call for help is heard beside a question about fraud: %s',
  async (text) => {
    const { says, standing } = await asked('welfare', 'fraud_security');
    await says(text);

    expect([await standing(0), await standing(1)]).toEqual([HEARD, 'RECEIVED']);
  },
);

test.each([
  'not me',
  '不是本人',
  'It was not me, I need help',
  'Stop the payment, help me',
  '2',
  'no',
  'freeze my card',
])('a denial of fraud stays one beside a question whether somebody is safe: %s', async (text) => {
  const { says, standing } = await asked('welfare', 'fraud_security');
  await says(text);

  expect([await standing(0), await standing(1)]).toEqual(['RECEIVED', 'HUMAN DENIED_NOT_ME high at fraud-desk']);
});

test.each([
  ['of a debt', 'debt_reminder'],
  ['of contact data', 'account_service'],
  ['whether somebody else is safe', 'welfare'],
] as const)('a call for help is heard beside a question %s', async (_what, purpose) => {
  const { says, standing } = await asked('welfare', purpose);
  await says('I am not safe');

  const both = [await standing(0), await standing(1)];
  expect(both.filter((one) => one === HEARD)).toHaveLength(1);
  expect(both).toContain('RECEIVED');
});

test('grave news is heard with the question whether somebody is safe', async () => {
  const { says, standing } = await asked('welfare', 'fraud_security');
  await says('She has been kidnapped');

  expect([await standing(0), await standing(1)]).toEqual([HEARD, 'RECEIVED']);
});

test('a call for help that names another question by its token is an answer to that one', async () => {
  const { says, standing } = await asked('welfare', 'fraud_security');
  await says('7M I need help');

  expect(await standing(0)).toBe('RECEIVED');
});

test('that somebody is safe, among several questions, is asked back: a yes settles only what it names', async () => {
  const { says, standing } = await asked('welfare', 'fraud_security');
  await says("I'm safe");

  expect([await standing(0), await standing(1)]).toEqual(['RECEIVED', 'CLARIFYING']);
});

test('a third party’s number that asks for help for themselves is no answer of the customer', async () => {
  const { world, number, standing } = await asked('welfare', 'fraud_security');
  const point = await world.pointAt(number);
  const { questions } = await world.number(number);
  const ofContact = questions.map((one) => ({ ...one, audience: 'contact' as const, contactId: 'k1' }));
  await world.point(point, { questions: ofContact });
  await world.type(number, 'I need help');

  expect(await standing(0)).toBe('RECEIVED');
});
