import type { Said } from './people.ts';
import type { Pipeline } from './pipeline.ts';

type Known = { readonly id: string; readonly phone: string; readonly name?: string };

const time = (of: Pipeline): string => new Date(of.now()).toISOString();

/** The record of a customer in Shanghai with one verified number. */
export const knows = (of: Pipeline, { id, phone, name = '王芳' }: Known): Said => ({
  type: 'customer.upserted',
  data: {
    customerId: id,
    name,
    locale: 'zh-CN',
    timezone: 'Asia/Shanghai',
    jurisdiction: 'CN',
    phones: [{ number: phone, source: 'contract', verifiedAt: time(of) }],
    asOf: time(of),
  },
});

/** An emergency contact who agreed, freshly verified. */
export const names = (of: Pipeline, customerId: string, contact: Known & { readonly order: number }): Said => ({
  type: 'contact.upserted',
  data: {
    customerId,
    contactId: contact.id,
    name: contact.name ?? '王强',
    relation: 'brother',
    order: contact.order,
    phone: contact.phone,
    consent: { given: true, proof: 'branch form', at: time(of) },
    source: 'branch_form',
    verifiedAt: time(of),
    asOf: time(of),
  },
});

export const accountOf = (customerId: string): string => `acc-${customerId}`;

const debt = (of: Pipeline, customerId: string, state: { amount: string; days: number; sequence: number }) => ({
  accountId: accountOf(customerId),
  customerId,
  overdueAmount: { amount: state.amount, currency: 'CNY' },
  daysPastDue: state.days,
  sequence: state.sequence,
  asOf: time(of),
});

export const overdue = (of: Pipeline, customerId: string, sequence = 1): Said => ({
  type: 'account.overdue-flagged',
  data: debt(of, customerId, { amount: '300.00', days: 3, sequence }),
});

export const cleared = (of: Pipeline, customerId: string, sequence = 2): Said => ({
  type: 'account.overdue-cleared',
  data: debt(of, customerId, { amount: '0.00', days: 0, sequence }),
});

export const helpRequested = (customerId: string, note?: string): Said => ({
  type: 'customer.help-requested',
  data: { customerId, kind: 'locked-out', ...(note === undefined ? {} : { note }) },
});

/** A card payment the bank's own detector finds odd. */
export const anomaly = (customerId: string, change: Readonly<Record<string, unknown>> = {}): Said => ({
  type: 'anomaly.reported',
  data: {
    customerId,
    kind: 'large-transaction',
    severity: 'medium',
    amount: { amount: '900.00', currency: 'CNY' },
    ...change,
  },
});
