import { isLocal, type StageClient } from '../local/client.ts';
import { testPhone, zoneOf } from '../replay/customers.ts';
import type { Row } from '../replay/records.ts';
import { type CloudEventDraft, DEFAULT_SOURCE } from './read-events.ts';

/** Extension by which an event is told for the record only: nobody is contacted for it. Source: docs/message-contracts.md. */
const FOR_THE_RECORD = { contactoff: true } as const;

/** Customers of a file as records of the registry. The local stage gives those without a number a made-up one. */
export function customerRecords(stage: StageClient, rows: readonly Row[], now: string): readonly CloudEventDraft[] {
  return rows.map((row) => {
    const customerId = row['customer_id'] ?? '';
    const asOf = said(row, 'as_of') ?? now;
    const locale = said(row, 'locale') ?? (row['language'] === 'en' ? 'en' : 'zh-CN');
    const phone = said(row, 'phone') ?? (isLocal(stage.outputs) ? testPhone(customerId) : undefined);
    const mail = said(row, 'mail');
    const jurisdiction = said(row, 'jurisdiction');
    const data = {
      customerId,
      name: said(row, 'name') ?? customerId,
      locale,
      timezone: said(row, 'timezone') ?? zoneOf(row['utc_offset'] ?? ''),
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      phones: phone === undefined ? [] : [{ number: phone, source: 'contract', verifiedAt: asOf }],
      mails: mail === undefined ? [] : [{ address: mail, source: 'contract', verifiedAt: asOf }],
      asOf,
    };
    return eventOf('liaison.customer.upserted.v1', { id: `load-customer-${customerId}-${asOf}`, time: asOf, data });
  });
}

/** Accounts of a file as states of theirs. */
export function accountStates(rows: readonly Row[], now: string): readonly CloudEventDraft[] {
  return rows.map((row) => {
    const accountId = row['account_id'] ?? '';
    const asOf = said(row, 'as_of') ?? now;
    const sequence = Number(said(row, 'sequence') ?? 0);
    const currency = said(row, 'currency') ?? '';
    const product = said(row, 'product');
    const status = said(row, 'status');
    const days = said(row, 'days_past_due');
    const data = {
      accountId,
      customerId: row['customer_id'] ?? '',
      sequence,
      ...(product === undefined ? {} : { product }),
      ...(status === undefined ? {} : { status }),
      ...moneyOf(row, { column: 'balance', field: 'balance', currency }),
      ...moneyOf(row, { column: 'overdue_amount', field: 'overdueAmount', currency }),
      ...(days === undefined ? {} : { daysPastDue: Number(days) }),
      asOf,
    };
    const id = `load-account-${accountId}-${sequence}`;
    return eventOf('liaison.account.state-changed.v1', { id, time: asOf, data });
  });
}

type Draft = { readonly id: string; readonly time: string; readonly data: object };

const eventOf = (type: string, { id, time, data }: Draft): CloudEventDraft => ({
  specversion: '1.0',
  id,
  source: DEFAULT_SOURCE,
  type,
  time,
  data,
  ...FOR_THE_RECORD,
});

/** What a column says; an empty one says nothing. */
function said(row: Row, column: string): string | undefined {
  const value = row[column]?.trim();
  return value === '' ? undefined : value;
}

function moneyOf(row: Row, { column, field, currency }: { column: string; field: string; currency: string }): object {
  const amount = said(row, column);
  return amount === undefined ? {} : { [field]: { amount, currency } };
}
