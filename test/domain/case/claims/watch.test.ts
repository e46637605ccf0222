import { expect, test } from 'vitest';
import { effectsKnowing } from '#domain/case/watch.ts';
import { SECOND } from '#domain/time.ts';
import { NOON } from '../../../support/cases.ts';

const WATCH = { do: 'work', lane: 'urgent', at: NOON + 150 * SECOND } as const;
const NEXT = { do: 'work', lane: 'urgent', at: NOON + 90 * SECOND } as const;
const claimed = { type: 'contact.claimed', at: NOON, facts: { attempt: 2 }, effects: [NEXT, WATCH] };
const said = (type: string, attempt: number) => ({ type, at: NOON + SECOND, facts: { attempt }, effects: [] });

test.each(['contact.accepted', 'contact.not-sent', 'contact.in-doubt'])(
  'a claim of which %s is known already is not looked at again; its other work stays',
  (type) => {
    expect(effectsKnowing(claimed, [said(type, 2)])).toEqual([NEXT]);
    expect(effectsKnowing({ ...claimed, type: 'answer.claimed' }, [said(type, 2)])).toEqual([NEXT]);
  },
);

test.each([
  ['nothing is known of it', []],
  ['what is known is of another attempt', [said('contact.accepted', 1), said('contact.not-sent', 3)]],
  ['only a receipt or a reply has come', [said('receipt.recorded', 2), said('reply.received', 2)]],
])('a claim is looked at after its deadline while %s', (_why, later) => {
  expect(effectsKnowing(claimed, later)).toEqual([NEXT, WATCH]);
});

test('what is no claim keeps all its work', () => {
  const retried = { ...claimed, type: 'contact.not-sent' };

  expect(effectsKnowing(retried, [said('contact.accepted', 2)])).toEqual([NEXT, WATCH]);
});
