import type { KindOrigin } from '#domain/policy/book.ts';
import type { KindRule } from '#domain/policy/types.ts';

const fraud = (severity: KindRule['severity']): KindRule => ({
  purpose: 'fraud_security',
  plan: 'fraud-card',
  severity,
  window: 'PT30M',
});
const welfare = (severity: KindRule['severity']): KindRule => ({
  purpose: 'welfare',
  plan: 'welfare-urgent',
  severity,
  window: 'P1D',
});
const service = (severity: KindRule['severity']): KindRule => ({
  purpose: 'account_service',
  plan: 'contact-data',
  severity,
  window: 'P1D',
});
const debt: KindRule = { purpose: 'debt_reminder', plan: 'debt-reminder', severity: 'medium', window: 'P1D' };

/** What a debt asks for once it is long past due. */
export const PRE_LITIGATION = 'pre-litigation';
const beforeCourt: KindRule = { purpose: 'pre_litigation', plan: 'pre-litigation', severity: 'high', window: 'P1D' };

/** What an unmapped kind becomes, by how it reached us. Source: docs/behaviour.md, Purposes. */
export const UNMAPPED: Readonly<Record<KindOrigin, KindRule>> = {
  anomaly: service('medium'),
  help: welfare('high'),
  unreachable: welfare('medium'),
  state: service('medium'),
};

/** Known kinds, in lower case with hyphens (`kindKey`). A purpose or severity in the event wins. */
export const KINDS: ReadonlyMap<string, KindRule> = new Map([
  ['unusual-amount', fraud('high')],
  ['unusual-transaction', fraud('high')],
  ['large-transaction', fraud('high')],
  ['dormant-moving', fraud('high')],
  ['new-payee', fraud('medium')],
  ['card-not-present', fraud('medium')],
  ['unusual-location', fraud('high')],
  ['account-takeover', fraud('critical')],
  ['sim-swap', fraud('critical')],
  ['overdue', debt],
  [PRE_LITIGATION, beforeCourt],
  ['dormant', service('medium')],
  ['dormant-account', service('medium')],
  ['contact-data', service('low')],
  ['delivery-failed', service('low')],
  ['family-emergency', welfare('high')],
  ['locked-out', welfare('high')],
  ['lost-phone', welfare('high')],
  ['payment-difficulty', welfare('high')],
  ['scam-suspected', welfare('critical')],
  ['in-danger', welfare('critical')],
]);

/** `Large_Transaction` and `large-transaction` are one kind. */
export const kindKey = (kind: string): string =>
  kind
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, '-');
