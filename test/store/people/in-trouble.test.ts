import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { inTrouble } from '#store/people/in-trouble.ts';
import { accountOf } from '../../support/accounts.ts';
import { caseOf } from '../../support/cases.ts';
import { customerOf } from '../../support/rules/people.ts';

const beforeCourt = { ...caseOf('debt', { id: 'court' }), purpose: 'pre_litigation' } as const;
const to = (...ids: readonly string[]) => ({ openCases: ids.map((caseId) => ({ caseId, kind: 'any' })) });

/** Asked of one case, beside these others; `read`: which of them were read. */
async function asked(of: Case, others: readonly Case[], at: { customer?: string[]; account?: string[] }) {
  const read: string[] = [];
  const loadAll = (ids: readonly string[]) => {
    read.push(...ids);
    return Promise.resolve(
      ids.map((id) => {
        const state = others.find((one) => one.id === id);
        return state === undefined ? undefined : { state, head: new Uint8Array() };
      }),
    );
  };
  const is = await inTrouble({ cases: { loadAll } })(of, {
    customer: customerOf(to(...(at.customer ?? []))),
    account: accountOf(to(...(at.account ?? []))),
  });
  return { is, read };
}

const welfare = caseOf('welfare', { id: 'w1' });

test.each<[string, { customer?: string[]; account?: string[] }]>([
  ['the customer', { customer: ['w1'] }],
  ['the account', { account: ['w1', 'court'] }],
])('a customer is in trouble while a welfare case is open that %s points to', async (_who, at) => {
  expect(await asked(beforeCourt, [welfare], at)).toEqual({ is: true, read: ['w1'] });
});

test('one that is over, another matter, somebody else’s, or a case that is gone is no trouble', async () => {
  const ofOther = caseOf('welfare', { id: 'w2', customerId: 'u-other' });
  const others = [caseOf('welfare', { id: 'w1', status: 'RESOLVED' }), caseOf('fraud', { id: 'f1' }), ofOther];

  expect(await asked(beforeCourt, others, { customer: ['w1', 'f1', 'w2', 'gone'] })).toMatchObject({ is: false });
});

test('of any other purpose nothing is read', async () => {
  expect(await asked(caseOf('debt'), [welfare], { customer: ['w1'] })).toEqual({ is: false, read: [] });
});
