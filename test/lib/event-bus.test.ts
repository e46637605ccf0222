import { expect, test } from 'vitest';
import { at } from '../../lib/checks/template.ts';
import { ofType, synthesise } from '../support/deploy/stacks.ts';

const CORE = 'AROACOREBANKINGEXAMPLE';
const CARDS = 'AROACARDSYSTEMEXAMPLE';

const policiesFor = (producers: readonly object[]): readonly unknown[] =>
  ofType(synthesise({ stage: 'prod', config: { producers } }).pipeline, 'AWS::Events::EventBus').flatMap(
    ({ Properties }) => [at(Properties, 'Policy', 'Statement')].flat(),
  );

/** `*` of a policy as a pattern. */
const isLike = (patterns: unknown, value: string): boolean =>
  [patterns]
    .flat()
    .some((one) => new RegExp(`^${String(one).replaceAll(/\./gu, '\\.').replaceAll('*', '.*')}$`, 'u').test(value));

/** Would the statement speak about this call? Only the operators that the policy uses. */
function speaksOf(statement: unknown, call: { userid: string; source: string }): boolean {
  const when = (operator: string, key: string): unknown => at(statement, 'Condition', operator, key);
  const holds = [
    [when('StringLike', 'aws:userid'), call.userid, true],
    [when('StringNotLike', 'aws:userid'), call.userid, false],
    [when('ForAllValues:StringLike', 'events:source'), call.source, true],
    [when('ForAnyValue:StringNotLike', 'events:source'), call.source, false],
  ] as const;
  return holds.every(([patterns, value, like]) => patterns === undefined || isLike(patterns, value) === like);
}

/** May they put such an event, even if their own role allows it? */
function mayPut(producers: readonly object[], userid: string, source: string): boolean {
  const speaking = policiesFor(producers).filter((one) => speaksOf(one, { userid, source }));
  const effects = new Set(speaking.map((one) => at(one, 'Effect')));
  return effects.has('Allow') && !effects.has('Deny');
}

const TWO = [
  { principal: CORE, sources: ['urn:bank:core'] },
  { principal: CARDS, sources: ['urn:bank:cards*'] },
];

test('a role may put events as its own sources, in whatever session, and as no other', () => {
  expect(mayPut(TWO, `${CORE}:session`, 'urn:bank:core')).toBe(true);
  expect(mayPut(TWO, CARDS, 'urn:bank:cards:debit')).toBe(true);
  expect(mayPut(TWO, CARDS, 'urn:bank:core')).toBe(false);
  expect(mayPut(TWO, `${CORE}:session`, 'urn:bank:cards')).toBe(false);
});

test('whoever is not named may put nothing', () => {
  expect(mayPut(TWO, 'AROASOMEBODYELSE:session', 'urn:bank:core')).toBe(false);
  expect(mayPut([{ client: 'core', sources: ['urn:bank:core'] }], CORE, 'urn:bank:core')).toBe(false);
});

test('what is everybody is said once, and beside it a role keeps what is its own', () => {
  const open = [...TWO, { principal: '*', sources: ['urn:bank:open'] }];
  expect(mayPut(open, 'AROASOMEBODYELSE:session', 'urn:bank:open')).toBe(true);
  expect(mayPut(open, 'AROASOMEBODYELSE:session', 'urn:bank:core')).toBe(false);
  expect(mayPut(open, `${CORE}:session`, 'urn:bank:open')).toBe(true);
  expect(mayPut(open, `${CORE}:session`, 'urn:bank:core')).toBe(true);
});

test('every event of the bus goes to one queue, encrypted by our own key, with dead letters', () => {
  const { pipeline } = synthesise();
  const [bus] = ofType(pipeline, 'AWS::Events::EventBus');
  const rule = ofType(pipeline, 'AWS::Events::Rule').find(
    ({ Properties }) => at(Properties, 'EventBusName') !== undefined,
  );

  expect(at(bus?.Properties, 'KmsKeyIdentifier')).toBeDefined();
  expect(at(bus?.Properties, 'DeadLetterConfig', 'Arn')).toBeDefined();
  expect(rule?.Properties).toMatchObject({
    EventPattern: { account: [{ Ref: 'AWS::AccountId' }] },
    Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^IntakeBusEventsQueue/u), 'Arn'] } }],
  });
  expect(at(rule?.Properties, 'Targets', 0, 'InputPath')).toBeUndefined();
});
