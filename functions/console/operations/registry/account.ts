import type { Account } from '#domain/account/account.ts';
import { formatMoney, type Money } from '#domain/money.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { AccountShape } from '../../shapes/account.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { timeIf } from '../../views/shown.ts';

export const getAccount = door({
  summary: { en: 'Newest known state of an account', zh: '账户的最新已知状态' },
  query: NoQuery,
  body: NoBody,
  answer: AccountShape,
  problems: ['request.not-found'],
  run: async ({ path }, needs): Promise<Answer> => {
    const account = await needs.accounts.load(path['id'] ?? '');
    return account === undefined ? notFound : ok(accountView(account));
  },
});

export function accountView({ id, customerId, state, pending, ...of }: Account): AccountShape {
  return {
    accountId: id,
    customerId,
    sequence: state?.sequence,
    asOf: timeIf(state?.asOf),
    source: state?.source,
    product: state?.product,
    status: state?.status,
    balance: moneyIf(state?.balance),
    overdueAmount: moneyIf(state?.overdue),
    daysPastDue: state?.daysPastDue,
    pendingCredits: moneyIf(pending?.sum),
    overdueSince: timeIf(of.flaggedAt),
    lastActivityAt: timeIf(of.lastActivityAt),
    gaps: of.gaps,
    openCases: [...of.openCases],
  };
}

const moneyIf = (money: Money | undefined) => (money === undefined ? undefined : formatMoney(money));
