/** Bodies no route can want. `raw`: sent as it stands. */
export const badBodies: readonly { readonly what: string; readonly raw: string }[] = [
  { what: 'no JSON', raw: '{"a":' },
  { what: 'a text', raw: '"hello"' },
  { what: 'a number', raw: '42' },
  { what: 'a list', raw: '[[]]' },
  { what: 'an unknown field', raw: '{"nobodyKnowsThis":1}' },
  { what: 'NUL', raw: String.raw`{"reason":"a\u0000b","text":"a\u0000b"}` },
  { what: 'half a surrogate pair', raw: String.raw`{"reason":"a\ud800b"}` },
  { what: 'a prototype', raw: '{"__proto__":{"admin":true},"constructor":1}' },
  { what: 'depth', raw: `${'['.repeat(2000)}${']'.repeat(2000)}` },
  { what: 'a megabyte', raw: JSON.stringify({ reason: 'x'.repeat(1_048_576) }) },
];

const account = { accountId: 'bad-account', customerId: 'bad-customer', sequence: 1 };
const money = (amount: string) => ({ amount, currency: 'CNY' });
const posted = (change: Readonly<Record<string, unknown>>) => ({
  type: 'liaison.account.transaction-posted.v1',
  data: {
    ...account,
    transactionId: 't1',
    amount: money('1.00'),
    direction: 'debit',
    postedAt: '2026-06-03T02:00:00Z',
    ...change,
  },
});
const customer = (change: Readonly<Record<string, unknown>>) => ({
  type: 'liaison.customer.upserted.v1',
  data: { customerId: 'bad-customer', name: 'A', ...change },
});

const faults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'an unknown type': { ...customer({}), type: 'liaison.customer.cloned.v1' },
  'no type': { ...customer({}), type: undefined },
  'no id': { ...customer({}), id: undefined },
  'an old version of the envelope': { ...customer({}), specversion: '0.3' },
  'a foreign source': { ...customer({}), source: 'urn:elsewhere:core' },
  'no data': { ...customer({}), data: undefined },
  'an unknown field': customer({ shoeSize: 42 }),
  'an id with the separator of keys': customer({ customerId: 'bad#SNAPSHOT' }),
  'a telephone that is none': customer({ phones: ['+86123'] }),
  'eleven telephones': customer({ phones: Array.from({ length: 11 }, (_, n) => `+86199123456${10 + n}`) }),
  'a zone that is none': customer({ timezone: 'Mars/Olympus' }),
  NUL: customer({ name: 'A\u0000B' }),
  'half a surrogate pair': customer({ name: 'A\uD800B' }),
  'an amount with too many digits': posted({ amount: money('12345678901234567890.00') }),
  'an amount below zero': posted({ amount: money('-1.00') }),
  'a fraction of a cent': posted({ amount: money('1.001') }),
  'an amount as a number': posted({ amount: { amount: 1, currency: 'CNY' } }),
  'a sequence below zero': posted({ sequence: -1 }),
  'half a sequence': posted({ sequence: 1.5 }),
  'a time without offset': posted({ postedAt: '2026-06-03T02:00:00' }),
  'a day that is none': posted({ postedAt: '2026-02-30T02:00:00Z' }),
  'more than 64 KB': customer({ name: 'A', preferences: { note: 'x'.repeat(70_000) } }),
};

/** Events that are refused, each for one fault; ids and sources as every good event has them. */
export const badEvents: readonly { readonly what: string; readonly event: Readonly<Record<string, unknown>> }[] =
  Object.entries(faults).map(([what, fault], index) => ({
    what,
    event: { specversion: '1.0', id: `bad-${index}`, source: 'urn:bank:core', time: '2026-06-03T02:00:00Z', ...fault },
  }));

/** What no provider sends. */
export const badMessages: readonly string[] = [
  'no json',
  '[]',
  '{}',
  '"hello"',
  '{"originationNumber":42,"messageBody":["4K1"],"inboundMessageId":null}',
  '{"originationNumber":"+8619929999998","inboundMessageId":"with space","messageBody":"1"}',
  '{"eventType":7,"messageId":"","destinationPhoneNumber":{}}',
  '{"eventType":"TEXT_DELIVERED","eventTimestamp":"yesterday","messageId":"m","destinationPhoneNumber":"+1"}',
];
