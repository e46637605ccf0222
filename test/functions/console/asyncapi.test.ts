import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { NOTICE_TYPES } from '#domain/effects.ts';
import { EVENT_DATA } from '../../../functions/intake/events.contract.ts';
import { NoticeEvent } from '../../../functions/ledger/notices.contract.ts';
import { asyncDocumentText } from '../../../tools/asyncapi/document.ts';
import { reachable } from '../../../tools/asyncapi/reachable.ts';
import { dataName } from '../../../tools/openapi/schemas.ts';

const root = resolve(import.meta.dirname, '../../..');
const Document = v.object({
  asyncapi: v.literal('3.0.0'),
  channels: v.record(v.string(), v.object({ address: v.string(), messages: v.record(v.string(), v.unknown()) })),
  operations: v.record(v.string(), v.object({ action: v.picklist(['send', 'receive']) })),
  components: v.object({
    messages: v.record(v.string(), v.looseObject({ summary: v.string(), 'x-summary-zh': v.string() })),
    schemas: v.record(v.string(), v.unknown()),
  }),
});
const document = v.parse(Document, JSON.parse(asyncDocumentText()));

test('every event type comes by the queue and the bus, and nothing else does', () => {
  const names = Object.keys(EVENT_DATA).map(dataName).toSorted();

  expect(Object.keys(document.channels['events']?.messages ?? {}).toSorted()).toEqual(names);
  expect(Object.keys(document.channels['eventsBus']?.messages ?? {}).toSorted()).toEqual(names);
});

test('every notice there is goes out, and nothing else does', () => {
  const names = NOTICE_TYPES.map((type) => dataName(`liaison.${type}.v1`)).toSorted();

  expect(Object.keys(document.channels['outcomes']?.messages ?? {}).toSorted()).toEqual(names);
  expect(document.operations['sendOutcomes']).toEqual({ action: 'send' });
});

test('every message has a sentence in both languages', () => {
  for (const message of Object.values(document.components.messages)) {
    expect(message.summary).not.toBe('');
    expect(message['x-summary-zh']).toMatch(/\p{Script=Han}/u);
  }
});

test('a notice that says more than ids and words is none', () => {
  const notice = {
    specversion: '1.0',
    id: 'c1#4',
    source: 'urn:liaison',
    type: 'liaison.complaint.breached.v1',
    subject: 'c1',
    time: '2026-06-03T02:00:00Z',
    sequence: 4,
    datacontenttype: 'application/json',
    data: { complaintId: 'c1', customerId: 'u1', clock: 'decide', dueAt: '2026-06-03T02:00:00Z' },
  };

  expect(v.is(NoticeEvent, notice)).toBe(true);
  expect(v.is(NoticeEvent, { ...notice, data: { ...notice.data, text: 'they owe' } })).toBe(false);
});

test('a schema that is pointed at and is not there is a fault', () => {
  expect(() => reachable({ $ref: '#/components/schemas/Nobody' }, {})).toThrow(/schema Nobody/u);
});

test('the committed document is the one the code makes', () => {
  expect(readFileSync(resolve(root, 'docs/asyncapi.json'), 'utf8') === asyncDocumentText()).toBe(true);
});
