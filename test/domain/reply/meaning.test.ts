import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { applyReply } from '#domain/case/reply.ts';
import type { Money } from '#domain/money.ts';
import { meaningOf, type Said } from '#domain/reply/meaning.ts';
import { DAY } from '#domain/time.ts';
import { CASE_STATUSES, INTENTS, type Intent, PURPOSES, type Purpose } from '#domain/words.ts';
import { bundledPolicies } from '#policies/book.ts';
import { NOON, openedCase } from '../../support/cases.ts';

const book = bundledPolicies((text) => text);

const saidOf = (intent: Intent, change: Partial<Said> & { why?: string; rating?: number } = {}): Said => {
  const { why = 'test', rating, ...more } = change;
  return {
    read: { intent, autoResolve: true, suppress: false, why, ...(rating === undefined ? {} : { rating }) },
    of: waiting(),
    audience: 'customer',
    trust: 2,
    open: true,
    certain: true,
    optedOut: false,
    complaintId: 'm1',
    ...more,
  };
};

const waiting = (change: Partial<Case> = {}): Case => openedCase({ status: 'WAITING', ...change });
const of = (purpose: Purpose, change: Partial<Case> = {}): { of: Case } => ({ of: waiting({ purpose, ...change }) });
const means = (said: Said) => meaningOf(said, book, NOON);

test('what a yes and a no mean, purpose by purpose', () => {
  const table: readonly (readonly [Purpose, Intent, object])[] = [
    ['fraud_security', 'confirm', { do: 'settle', outcome: 'CONFIRMED_GENUINE' }],
    ['fraud_security', 'deny', { do: 'person', outcome: 'DENIED_NOT_ME', urgent: true }],
    ['welfare', 'confirm', { do: 'settle', outcome: 'REACHED_SAFE' }],
    ['welfare', 'deny', { do: 'person', urgent: true }],
    ['account_service', 'confirm', { do: 'settle', outcome: 'CONTACT_DATA_UPDATED' }],
    ['account_service', 'deny', { do: 'person', task: 'refresh' }],
    ['debt_reminder', 'confirm', { do: 'person', outcome: 'ARRANGEMENT_REQUESTED' }],
    ['debt_reminder', 'deny', { do: 'complaint', complaintId: 'm1', outcome: 'DISPUTED' }],
    ['pre_litigation', 'confirm', { do: 'person', outcome: 'ARRANGEMENT_REQUESTED' }],
    ['pre_litigation', 'deny', { do: 'complaint', complaintId: 'm1', outcome: 'DISPUTED' }],
    ['negotiation_followup', 'accept', { do: 'person' }],
    ['negotiation_followup', 'decline', { do: 'person' }],
    ['complaint_followup', 'rating', { do: 'person' }],
  ];
  for (const [purpose, intent, meaning] of table) {
    expect({ purpose, intent, meaning: means(saidOf(intent, of(purpose))).meaning }).toEqual({
      purpose,
      intent,
      meaning,
    });
  }
});

test('other words go to a person, after one question back where they cannot be understood', () => {
  for (const purpose of PURPOSES) {
    expect(means(saidOf('info', of(purpose))).meaning).toEqual({ do: 'person' });
    expect(means(saidOf('counter', of(purpose))).meaning).toEqual({ do: 'person' });
    expect(means(saidOf('unclear', of(purpose)))).toEqual({ meaning: { do: 'clarify' }, answer: 'answer.clarify' });
  }
});

const amount = (minor: number, currency = 'CNY'): { of: Case } => {
  const sum: Money = { minor, currency };
  return { of: waiting({ reason: { ...waiting().reason, amount: sum } }) };
};

test('confirming needs trust 2 up to the limit, inclusive, and 3 above it or in an unknown currency', () => {
  const kept = { do: 'person' };
  const settled = { do: 'settle', outcome: 'CONFIRMED_GENUINE' };

  expect(means(saidOf('confirm', amount(5_000_000))).meaning).toEqual(settled);
  expect(means(saidOf('confirm', amount(5_000_001))).meaning).toEqual(kept);
  expect(means(saidOf('confirm', amount(600_000, 'GBP'))).meaning).toEqual(settled);
  expect(means(saidOf('confirm', amount(1, 'JPY'))).meaning).toEqual(kept);
  expect(means(saidOf('confirm', { ...amount(5_000_001), trust: 3 })).meaning).toEqual(settled);
  expect(means(saidOf('confirm', { trust: 1 })).meaning).toEqual(kept);
});

test('a yes to the sum that a text named confirms no greater one that has joined since', () => {
  const joined = { of: waiting({ joinedAmount: { minor: 200, currency: 'CNY' } }) };

  expect(means(saidOf('confirm', joined))).toMatchObject({ meaning: { do: 'person' }, accepted: true });
  expect(means(saidOf('confirm', { ...joined, trust: 4 })).meaning).toEqual({ do: 'person' });
  expect(means(saidOf('deny', joined)).meaning).toMatchObject({ outcome: 'DENIED_NOT_ME' });
  const arranges = of('debt_reminder', { joinedAmount: { minor: 200, currency: 'CNY' } });
  expect(means(saidOf('confirm', arranges)).meaning).toMatchObject({ outcome: 'ARRANGEMENT_REQUESTED' });
});

test('for a week after the number changed a yes is kept for a person, a no is believed', () => {
  const fresh = { numberChangedAt: NOON - 7 * DAY + 1 };

  expect(means(saidOf('confirm', fresh)).meaning).toEqual({ do: 'person' });
  expect(means(saidOf('confirm', { numberChangedAt: NOON - 7 * DAY })).meaning).toMatchObject({ do: 'settle' });
  expect(means(saidOf('deny', { ...fresh, trust: 1 })).meaning).toMatchObject({ outcome: 'DENIED_NOT_ME' });
  expect(means(saidOf('deny', { trust: 0 })).meaning).toEqual({ do: 'person' });
});

test('an answer kept for a person leaves the question open; one that is carried out closes it', () => {
  expect(means(saidOf('confirm', { trust: 1 })).answered).toBeUndefined();
  expect(means(saidOf('confirm')).answered).toBe(true);
  expect(means(saidOf('deny')).answered).toBe(true);
  expect(means(saidOf('rating', of('complaint_followup'))).answered).toBe(true);
});

test('an answer that names no certain question is asked back, but a no counts all the same', () => {
  const unsure = { certain: false };

  for (const intent of ['confirm', 'accept', 'rating', 'counter'] as const) {
    expect(means(saidOf(intent, unsure)).meaning).toEqual({ do: 'clarify' });
  }
  expect(means(saidOf('deny', unsure)).meaning).toMatchObject({ do: 'person', outcome: 'DENIED_NOT_ME' });
});

test('where the bank demands it, a yes under a protective hold needs the token; a no does not', () => {
  const strict = { ...book, limits: { ...book.limits, tokenWhileProtected: true } };
  const guarded = waiting({ protectiveHold: true });
  const heard = (intent: Intent, token?: string) => {
    const said = saidOf(intent, { of: guarded });
    const named = token === undefined ? said : { ...said, read: { ...said.read, token } };
    return [strict, book].map((one) => meaningOf(named, one, NOON).meaning.do);
  };

  expect(heard('confirm')).toEqual(['clarify', 'settle']);
  expect(heard('confirm', '4K')).toEqual(['settle', 'settle']);
  expect(heard('deny')).toEqual(['person', 'person']);
  expect(meaningOf(saidOf('confirm', { of: openedCase() }), strict, NOON).meaning.do).toBe('settle');
});

test('a question is asked back once, never beside a person and never of a number that wants silence', () => {
  expect(means(saidOf('unclear', { of: waiting({ clarified: true }) })).answer).toBe('answer.thanks');
  expect(means(saidOf('unclear', { of: waiting({ status: 'HUMAN', taskId: 't1' }) })).answer).toBeUndefined();
  expect(means(saidOf('unclear', { of: waiting({ taskId: 't1' }) })).answer).toBeUndefined();
  const held = { since: NOON, ruleIds: ['hold.staff'] as const, recheckAt: NOON, cause: 'staff', rechecks: 0 };
  expect(means(saidOf('unclear', { of: waiting({ status: 'HELD', held }) })).answer).toBeUndefined();
  expect(means(saidOf('unclear', { optedOut: true }))).toEqual({ meaning: { do: 'person' } });
});

test('wishes are heard from anybody, at any time', () => {
  const ended = { of: waiting({ status: 'CLOSED' }), open: false };
  for (const change of [{}, ended, { audience: 'contact', trust: 0 } as const]) {
    expect(means(saidOf('stop', change))).toMatchObject({ meaning: { do: 'stop' }, answer: 'answer.stopped' });
    expect(means(saidOf('start', change))).toMatchObject({ meaning: { do: 'note' }, answer: 'answer.started' });
    expect(means(saidOf('wrong_person', change))).toMatchObject({
      meaning: { do: 'wrong-person' },
      answer: 'answer.wrong',
    });
    expect(means(saidOf('help', change))).toEqual({ meaning: { do: 'note' }, answer: 'answer.help' });
    expect(means(saidOf('why', change))).toEqual({ meaning: { do: 'note' }, answer: 'answer.why' });
    expect(means(saidOf('complaint', change)).meaning).toEqual({ do: 'complaint', complaintId: 'm1' });
  }
});

test('who asks for a person, or asks why with a story around it, gets one', () => {
  expect(means(saidOf('help', { why: 'help.person' })).meaning).toEqual({ do: 'person' });
  expect(means(saidOf('why', { why: 'why.story' })).meaning).toEqual({ do: 'person' });
  const ended = { of: waiting({ status: 'RESOLVED' }) };
  expect(means(saidOf('help', { why: 'help.person', ...ended }))).toEqual({
    meaning: { do: 'late', reopen: true },
    answer: 'answer.late',
  });
});

test('a case becomes one complaint: what is added to it goes to whoever has the case', () => {
  const complained = { of: waiting({ purpose: 'debt_reminder', complaintId: 'm0' }) };

  expect(means(saidOf('complaint', complained)).meaning).toEqual({ do: 'person' });
  expect(means(saidOf('deny', complained)).meaning).toEqual({ do: 'person', outcome: 'DISPUTED' });
});

test('after the end, or out of time, a yes is recorded and releases nothing, all else goes to a person', () => {
  for (const change of [{ of: waiting({ status: 'CLOSED' }) }, { open: false }] as const) {
    for (const intent of ['confirm', 'accept', 'rating'] as const) {
      expect(means(saidOf(intent, change))).toEqual({
        meaning: { do: 'late', reopen: false },
        answer: 'answer.thanks',
      });
    }
    for (const intent of ['deny', 'decline', 'unclear', 'counter', 'info'] as const) {
      expect(means(saidOf(intent, change)).meaning).toEqual({ do: 'late', reopen: true });
    }
  }
  expect(means(saidOf('deny', { of: waiting({ status: 'CLOSED' }) })).answer).toBe('answer.late');
  expect(means(saidOf('deny', { open: false })).answer).toBe('answer.thanks');
  expect(means(saidOf('deny', { of: waiting({ status: 'SUPPRESSED' }) })).answer).toBe('answer.thanks');
});

test('whoever disputes a debt contact that was found wrongful complains, also after the case has ended', () => {
  const said = (change: Partial<Case>) =>
    means(saidOf('deny', of('debt_reminder', { status: 'RESOLVED', outcome: 'CLEARED', ...change }))).meaning.do;

  expect(said({ wrongful: true })).toBe('complaint');
  expect(said({})).toBe('late');
  expect(said({ wrongful: true, complaintId: 'm0' })).toBe('late');
  expect(means(saidOf('deny', of('welfare', { status: 'RESOLVED', wrongful: true }))).meaning.do).toBe('late');
});

test('a third party confirms and denies nothing: noted, only grave news goes to a person', () => {
  const third = { audience: 'contact', trust: 0 } as const;

  for (const intent of INTENTS) {
    const { meaning } = means(saidOf(intent, third));
    expect(['note', 'stop', 'wrong-person', 'complaint']).toContain(meaning.do);
  }
  expect(means(saidOf('info', { ...third, why: 'info.grave' })).meaning).toEqual({ do: 'person', urgent: true });
  expect(means(saidOf('info', { ...third, why: 'info.grave', of: waiting({ status: 'CLOSED' }) })).meaning).toEqual({
    do: 'note',
  });
});

test('grave news of the customer are urgent', () => {
  expect(means(saidOf('info', { why: 'info.grave' })).meaning).toEqual({ do: 'person', urgent: true });
});

const anySaid = fc
  .record({
    intent: fc.constantFrom(...INTENTS),
    why: fc.constantFrom('test', 'help.person', 'why.story', 'info.grave'),
    purpose: fc.constantFrom(...PURPOSES),
    status: fc.constantFrom(...CASE_STATUSES),
    audience: fc.constantFrom('customer' as const, 'contact' as const),
    trust: fc.constantFrom(0 as const, 1 as const, 2 as const),
    open: fc.boolean(),
    certain: fc.boolean(),
    optedOut: fc.boolean(),
    clarified: fc.boolean(),
    changed: fc.option(fc.constantFrom(NOON, NOON - 8 * DAY), { nil: undefined }),
    minor: fc.option(fc.constantFrom(100, 5_000_001), { nil: undefined }),
  })
  .map((row): Said => {
    const reason = {
      ...waiting().reason,
      ...(row.minor === undefined ? {} : { amount: { minor: row.minor, currency: 'CNY' } }),
    };
    const { intent, why, audience, trust, open, certain, optedOut } = row;
    return saidOf(intent, {
      why,
      audience,
      trust: audience === 'contact' ? 0 : trust,
      open,
      certain,
      optedOut,
      of: openedCase({
        purpose: row.purpose,
        status: row.status,
        reason,
        protectiveHold: true,
        ...(row.clarified ? { clarified: true } : {}),
        ...(row.status === 'HUMAN' ? { taskId: 't1' } : {}),
      }),
      ...(row.changed === undefined ? {} : { numberChangedAt: row.changed }),
    });
  });

test('whatever is said, only a certain yes of the customer, in time and trusted enough, settles a case or lifts a hold', () => {
  fc.assert(
    fc.property(anySaid, (said) => {
      const { meaning } = means(said);
      const facts = {
        inboundId: 'i1',
        intent: said.read.intent,
        trust: said.trust,
        audience: said.audience,
        ...(said.audience === 'contact' ? { contactId: 'k1' } : {}),
        point: 'p1',
        at: NOON,
      };
      const { next } = applyReply(said.of, { facts, meaning }, NOON);
      const settled = next.status === 'RESOLVED' && said.of.status !== 'RESOLVED';
      const released = next.protectiveHold !== true;
      const confirms = said.read.intent === 'confirm' || said.read.intent === 'accept';
      const above = (said.of.reason.amount?.minor ?? 0) > 5_000_000 || said.numberChangedAt === NOON;
      const may = confirms && said.audience === 'customer' && said.open && said.certain && said.trust >= 2 && !above;

      expect(settled && !may).toBe(false);
      expect(released && !may).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});
