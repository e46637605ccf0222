import { expect, test } from 'vitest';
import { handIn, textsOf } from '../../tools/replay/complaints.ts';
import type { Staff } from '../../tools/running/staff.ts';

const answer = (status: number, json: unknown) => Promise.resolve({ status, json, text: '', headers: {} });

/** A bank that takes every text once and refuses empty ones. */
function bank(): Staff {
  const known = new Map<string, string>();
  return {
    call: (_path, call) => {
      const text = JSON.stringify(call?.body);
      if (text.includes('refuse me')) return answer(400, {});
      const id = known.get(text);
      known.set(text, id ?? `c${known.size}`);
      return answer(id === undefined ? 201 : 200, { id: known.get(text) });
    },
    ask: (path) =>
      Promise.resolve({
        kind: 'complaint',
        category: path.endsWith('c0') ? 'not_owed' : 'other',
        flags: path.endsWith('c0') ? ['false_overdue'] : [],
        severity: 'P3',
        department: path.endsWith('c0') ? 'collections' : 'triage',
      }),
  };
}

test('texts are handed in once each, and what triage made of them is counted', async () => {
  const texts = textsOf([{ text: 'a' }, { narrative: 'b' }, { text: ' ' }, { text: 'a' }, { text: 'refuse me' }], 10);

  expect(await handIn(texts, { staff: bank(), channel: 'web', done: () => undefined })).toEqual({
    read: 4,
    created: 2,
    existing: 1,
    refused: { 400: 1 },
    kinds: { complaint: 3 },
    categories: { not_owed: 2, other: 1 },
    flags: { false_overdue: 2 },
    severities: { P3: 3 },
    departments: { collections: 2, triage: 1 },
    routed: 0.667,
  });
});

test('no more texts than asked for, none longer than a complaint may be', () => {
  const rows = [{ text: 'x'.repeat(9_000) }, { text: 'b' }];

  expect(textsOf(rows, 1).map((text) => text.length)).toEqual([8_000]);
});
