import { expect, test } from 'vitest';
import type { Allow, Evidence } from '#domain/contact/evidence.ts';
import { conditionsOf } from '#domain/contact/gate/evidence.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { RULE_IDS } from '#domain/words.ts';
import { RULE_TEXTS } from '#policies/rule-texts.ts';
import { caseOf, NOON } from '../../support/cases.ts';
import { evidenceOf, judge, moment, overdueAccount, pointAt, thirdParty } from '../../support/rules/evidence.ts';
import { customerOf, phone } from '../../support/rules/people.ts';
import { bookWith, shipped } from '../../support/rules/policies.ts';

const NIGHT = moment('2026-06-03T23:00:00+08:00');
const deceased = customerOf({ flags: ['deceased'] });
const vulnerable = customerOf({ flags: ['vulnerable'] });
const onHold = { holds: [{ rule: 'hold.complaint', cause: 'm1', since: NOON, purposes: ['debt_reminder'] }] } as const;
const quarantined = pointAt('p1', { quarantine: { at: NOON, reason: 'r' } });
const stopped = pointAt('p1', { optOut: { at: NOON, purposes: 'all' } });
const silent = { feed: { source: 's', newestAt: NOON - DAY } };
const account = overdueAccount({ flaggedAt: NOON - 2 * DAY });

const quarantinedToo = { point: { ...quarantined, ...stopped, quarantine: { at: NOON, reason: 'r' } } };

/** Each row adds a stronger objection to the rows before it; the strongest decides. */
const LADDER: readonly (readonly [string, Evidence, string])[] = [
  ['only closed hours', evidenceOf('debt', { account }), 'DEFER hours.closed'],
  [
    'a bad address beside closed hours',
    evidenceOf('debt', { account, point: quarantined }),
    'DENY address contact-point.quarantined',
  ],
  [
    'a refused channel beside a bad address',
    evidenceOf('debt', { account, ...quarantinedToo }),
    'DENY channel consent.withdrawn',
  ],
  [
    'a refused step beside a refused channel',
    evidenceOf('debt', { account, ...quarantinedToo, customer: vulnerable }),
    'DENY step customer.vulnerable',
  ],
  [
    'a hold of the case beside all that one contact is refused for',
    evidenceOf('debt', { account, ...silent, ...quarantinedToo, customer: vulnerable }),
    'HOLD feed.silent',
  ],
  [
    'a refused case beside everything',
    evidenceOf('debt', {
      account,
      ...silent,
      point: stopped,
      customer: { ...deceased, flags: ['deceased', 'vulnerable'] },
    }),
    'DENY case customer.deceased',
  ],
];

test.each(LADDER)('with %s the verdict is the strongest', (_what, evidence, verdict) => {
  const result = judge(evidence, NIGHT);
  const scope = result.verdict === 'DENY' ? ` ${result.scope}` : '';
  const because = result.verdict === 'ALLOW' ? [] : result.because;

  expect(`${result.verdict}${scope} ${because.join(' ')}`).toBe(verdict);
  expect(result.rules).toContain('hours.closed');
});

test('a refusal lists every rule that fired, those that decided first, each once', () => {
  const result = judge(evidenceOf('debt', { account, ...silent, point: stopped, customer: vulnerable }), NIGHT);

  expect(result.rules).toEqual(['feed.silent', 'customer.vulnerable', 'consent.withdrawn', 'hours.closed']);
});

test('what the law of one number leaves open is that number’s alone: a refusal of it counts more', () => {
  const lawless = judge(evidenceOf('debt', { account, point: quarantined }), NOON, bookWith({ pack: () => undefined }));

  expect(lawless).toMatchObject({
    verdict: 'DENY',
    scope: 'address',
    rules: ['contact-point.quarantined', 'policy.none'],
  });
});

test('several deferrals wait for the last of them', () => {
  const full = pointAt('p1', { sends: [1, 2, 3, 4, 5].map((n) => NIGHT - n * MINUTE) });
  const result = judge(evidenceOf('service', { point: full, of: { openedAt: NOON } }), NIGHT);

  expect(result).toMatchObject({
    verdict: 'DEFER',
    because: ['cap.number', 'hours.closed'],
    until: NIGHT + DAY - 5 * MINUTE,
  });
});

test('several holds wait for the last known end; while one is known the others need no look', () => {
  const flagged = overdueAccount({ flaggedAt: NOON - HOUR });
  const both = judge(evidenceOf('debt', { account: flagged, customer: customerOf(onHold), ...silent }));

  expect(both).toMatchObject({ verdict: 'HOLD', knownEnd: NOON + DAY });
  expect(both.rules).toEqual(['hold.first-flag', 'feed.silent', 'hold.complaint']);
});

test('a fact older than half an hour is asked about without saying that it just happened', () => {
  const old = (age: number, id = 'sms-again') =>
    judge(evidenceOf('fraud', { at: id, of: { reason: { ...caseOf('fraud').reason, at: NOON - age } } }));

  expect(old(30 * MINUTE)).toMatchObject({ verdict: 'ALLOW', template: 'fraud.ask' });
  expect(old(30 * MINUTE + 1)).toMatchObject({ verdict: 'ALLOW', template: 'fraud.ask.neutral' });
  expect(judge(evidenceOf('welfare', { of: { reason: { ...caseOf('welfare').reason, at: 0 } } }))).toMatchObject({
    template: 'welfare.ask',
  });
});

test('a contact person always gets the relay text, however old the fact', () => {
  const reason = { ...caseOf('fraud').reason, at: 0, amount: { minor: 9_000_000, currency: 'CNY' } };
  const result = judge(thirdParty('fraud', { of: { severity: 'critical', reason } }));

  expect(result).toMatchObject({ verdict: 'ALLOW', template: 'contact.relay' });
});

const conditions = (evidence: Evidence): Allow['conditions'] => {
  const result = judge(evidence);
  if (result.verdict !== 'ALLOW') throw new Error(`got ${result.verdict} ${result.rules.join(' ')}`);
  return result.conditions;
};

test('an ALLOW for a debt names what its transaction must find unchanged: reason, customer, number', () => {
  expect(conditions(evidenceOf('debt'))).toEqual({
    accountId: 'a1',
    reasonVersion: 4,
    gateVersion: 2,
    pointVersion: 6,
  });
});

test('a fact does not rest on the account, so a card payment cannot starve its text', () => {
  expect(conditions(evidenceOf('fraud', { account }))).toEqual({ gateVersion: 2, pointVersion: 6 });
});

test('a number nobody has written about must still be unwritten', () => {
  const { point: _none, ...unknown } = evidenceOf('fraud');

  expect(conditions(unknown)).toMatchObject({ pointVersion: 0 });
});

test('what was never read is no condition', () => {
  const { customer: _none, address: _gone, ...bare } = evidenceOf('fraud');

  expect(conditionsOf(bare, shipped.purpose('fraud_security'))).toEqual({});
});

test('a push names no number, a text to a contact person the version of that person', () => {
  const {
    address: _none,
    point: _gone,
    ...push
  } = evidenceOf('fraud', {
    at: 'push',
    customer: customerOf({ pushEndpoints: [customerOf().name] }),
  });

  expect(conditions(push)).toEqual({ gateVersion: 2 });
  expect(conditions(thirdParty('welfare'))).toEqual({ gateVersion: 2, pointVersion: 6, contactVersion: 4 });
});

test('the decision keeps what it rests on: kind, source, sequence, time and a hash of the facts', () => {
  const result = judge(evidenceOf('debt', { feed: { source: 'urn:bank:core', newestAt: NOON } }));

  expect(result.evidence.map(({ kind, source, sequence }) => [kind, source, sequence])).toEqual([
    ['reason', 'urn:bank:core', 7],
    ['account', 'urn:bank:core', 7],
    ['customer', 'registry', undefined],
    ['contact-point', 'contract', undefined],
    ['feed', 'urn:bank:core', undefined],
  ]);
  expect(result.evidence.every(({ hash }) => /^[0-9a-f]{16}$/u.test(hash))).toBe(true);
  expect(result.policy.plan).toMatch(/^debt-reminder@1:[0-9a-f]{12}$/u);
  expect(result.policy.jurisdictions).toEqual([expect.stringMatching(/^CN@1:[0-9a-f]{12}$/u)]);
});

test('what is known of a number is as old as its verification, else as its place in the record, else as the record', () => {
  const { verifiedAt: _never, ...unverified } = phone('p1');
  const asOf = (address: Evidence['address']) =>
    judge(evidenceOf('fraud', address === undefined ? {} : { address })).evidence.find(
      (item) => item.kind === 'contact-point',
    )?.asOf;

  expect(asOf(phone('p1', { verifiedAt: 5 }))).toBe(5);
  expect(asOf({ ...unverified, since: NOON - DAY })).toBe(NOON - DAY);
  expect(asOf({ ...unverified, since: 0 })).toBe(customerOf().asOf);

  const { customer: _none, ...unknown } = evidenceOf('fraud', { address: { ...unverified, since: 0 } });
  expect(judge(unknown).evidence.find((item) => item.kind === 'contact-point')?.asOf).toBe(0);
});

test('a third-party decision rests on the person and the proof as well', () => {
  const kinds = judge(thirdParty('welfare')).evidence.map((item) => item.kind);

  expect(kinds).toEqual(['reason', 'customer', 'contact-point', 'contact', 'proof']);
});

test('equal facts have equal hashes, and any fact that moves changes its hash', () => {
  const hashes = (evidence: Evidence): readonly string[] => judge(evidence).evidence.map((item) => item.hash);
  const before = hashes(evidenceOf('debt'));
  const paid = hashes(evidenceOf('debt', { account: overdueAccount({ reasonVersion: 5 }) }));

  expect(hashes(evidenceOf('debt'))).toEqual(before);
  expect(paid.map((hash, index) => hash === before[index])).toEqual([true, false, true, true]);
});

test('no evidence carries a name, a number or any other personal word', () => {
  const text = JSON.stringify(judge(thirdParty('welfare')));

  for (const secret of ['王芳', '王强', '13800000001', 'brother']) expect(text).not.toContain(secret);
});

test('every rule says in Chinese and English what it means to staff', () => {
  for (const rule of RULE_IDS) {
    expect(RULE_TEXTS[rule]['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
    expect(RULE_TEXTS[rule].en).toMatch(/^[A-Z].*\.$/u);
  }
  // Rules of the registry and of answers, which the gate of a contact does not raise.
  expect(RULE_IDS).toContain('event.older');
});
