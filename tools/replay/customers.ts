import { DEFAULT_SOURCE } from '../doors/read-events.ts';
import type { Row } from './records.ts';

/**
 * A number for a customer whose file names none: always the same for the same id, inside +86 199 0000 0000 to
 * +86 199 0999 9999. Ids of one letter and up to six digits never share one.
 */
export function testPhone(customerId: string): string {
  const simple = /^([A-Z])(\d{1,6})$/.exec(customerId);
  const [, letter = '', digits = ''] = simple ?? [];
  const number =
    simple === null ? hash(customerId) % RANGE : ((letter.charCodeAt(0) - 65) % 10) * 1_000_000 + Number(digits);
  return `+861990${String(number).padStart(7, '0')}`;
}

const RANGE = 10_000_000;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

interface Person {
  readonly customerId: string;
  readonly locale: string;
  readonly timezone: string;
}

/** Customers of a customers file; without one, those the events name. */
export function customersOf(rows: readonly Row[] | undefined, customerIds: Iterable<string>): readonly Person[] {
  if (rows === undefined) return [...new Set(customerIds)].map((customerId) => ({ customerId, ...CHINESE }));
  return rows.map((row) => ({
    customerId: row['customer_id'] ?? '',
    locale: row['language'] === 'en' ? 'en' : 'zh-CN',
    timezone: zoneOf(row['utc_offset'] ?? ''),
  }));
}

const CHINESE = { locale: 'zh-CN', timezone: 'Asia/Shanghai' } as const;

/** An IANA zone of a UTC offset in whole hours; its sign is turned round there. */
export function zoneOf(offset: string): string {
  const [, sign, hours] = /^([+-])(\d{2}):00$/.exec(offset) ?? [];
  if (offset === '+08:00' || hours === undefined) return CHINESE.timezone;
  return `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}

/** The record of a customer as an event; `asOf` is before everything in the file, and the same in every run. */
export function customerEvent(person: Person, asOf: string): Readonly<Record<string, unknown>> {
  const { customerId, locale, timezone } = person;
  return {
    specversion: '1.0',
    id: `replay-customer-${customerId}`,
    source: DEFAULT_SOURCE,
    type: 'liaison.customer.upserted.v1',
    time: asOf,
    data: {
      customerId,
      name: locale === 'en' ? `Customer ${customerId}` : `客户${customerId}`,
      locale,
      timezone,
      jurisdiction: 'CN',
      phones: [{ number: testPhone(customerId), source: 'contract', verifiedAt: asOf }],
      asOf,
    },
  };
}
