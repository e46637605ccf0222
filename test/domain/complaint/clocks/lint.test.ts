import { expect, test } from 'vitest';
import { lintSla } from '#domain/complaint/clocks/lint.ts';
import type { ClockRule, SlaPolicy } from '#domain/complaint/clocks/policy.ts';
import { SLA_POLICIES, slaBook } from '#policies/sla/book.ts';
import { CN_CBIRC_2020 } from '#policies/sla/cn.ts';

const faults = (change: Partial<SlaPolicy>): string[] =>
  lintSla([{ ...CN_CBIRC_2020, ...change }], slaBook).map((issue) => `${issue.in} ${issue.at}: ${issue.what}`);
const [ack, decide, followUp] = CN_CBIRC_2020.clocks as [ClockRule, ClockRule, ClockRule];
const decideFaults = (change: Partial<ClockRule>): string[] =>
  faults({ clocks: [ack, { ...decide, ...change }, followUp] });

test('the deadlines that are shipped have no fault', () => {
  expect(lintSla(SLA_POLICIES, slaBook)).toEqual([]);
});

test('a policy has clocks, of each kind one', () => {
  expect(faults({ clocks: [] })).toEqual(['cn-cbirc-2020@1 clocks: a policy has at least one clock']);
  expect(faults({ clocks: [ack, ack] })).toEqual(['cn-cbirc-2020@1 clocks.ack: two clocks of one kind']);
});

test('two policies never share a version', () => {
  expect(lintSla([CN_CBIRC_2020, CN_CBIRC_2020], slaBook)).toEqual([
    { in: 'cn-cbirc-2020@1', at: 'version', what: 'two policies of one version' },
  ]);
});

test('its zone and its calendar exist', () => {
  expect(faults({ timezone: 'Asia/Nowhere' })).toEqual(['cn-cbirc-2020@1 timezone: Asia/Nowhere is no IANA zone']);
  expect(faults({ calendar: 'moon' })).toEqual(['cn-cbirc-2020@1 calendar: moon is no calendar with a year']);
});

test('warnings and escalations lie inside the time, one after the other', () => {
  expect(faults({ warnAt: [0.5, 1] })).toEqual(['cn-cbirc-2020@1 warnAt: a fraction of the time lies between 0 and 1']);
  expect(faults({ warnAt: [0.9, 0.5] })).toEqual(['cn-cbirc-2020@1 warnAt: fractions rise']);
  expect(decideFaults({ escalate: [{ at: 2, to: 'head' }] })).toEqual([
    'cn-cbirc-2020@1 clocks.decide.escalate: a fraction of the time lies between 0 and 1',
  ]);
});

test('a clock has time, something that stops it, and the right beginning', () => {
  expect(decideFaults({ due: { n: 0, unit: 'calendarDay' } })).toEqual([
    'cn-cbirc-2020@1 clocks.decide.due: 0 is no time to do it in',
  ]);
  expect(decideFaults({ stopOn: [] })).toEqual([
    'cn-cbirc-2020@1 clocks.decide.stopOn: nothing stops it: it could only be breached',
  ]);
  expect(decideFaults({ stopOn: ['received'] })).toEqual([
    'cn-cbirc-2020@1 clocks.decide.stopOn: it would stop as it begins',
  ]);
  expect(decideFaults({ startOn: 'resolved' })).toEqual([
    'cn-cbirc-2020@1 clocks.decide.startOn: the asking afterwards begins with the resolution, everything else with the receipt',
  ]);
});

test('an extension extends, in days', () => {
  const rule = { approver: 'head', reasonRequired: true, notice: true } as const;

  expect(decideFaults({ extensions: [{ ...rule, toTotal: { n: 15, unit: 'calendarDay' } }] })).toEqual([
    'cn-cbirc-2020@1 clocks.decide.extensions.0: it extends nothing: its total is no longer than the time without it',
  ]);
  expect(decideFaults({ extensions: [{ ...rule, add: { n: 30, unit: 'minute' } }] })).toEqual([
    'cn-cbirc-2020@1 clocks.decide.extensions.0: an extension is in days',
  ]);
  expect(faults({ clocks: [{ ...ack, extensions: [{ ...rule, add: { n: 1, unit: 'calendarDay' } }] }] })).toEqual([
    'cn-cbirc-2020@1 clocks.ack.extensions.0: only the time of a decision is extended',
  ]);
});

test('every time says where it comes from', () => {
  expect(faults({ sources: { ack: 'ours', followUp: 'ours' } })).toEqual([
    'cn-cbirc-2020@1 sources.decide: no source says where its time comes from',
  ]);
});

test('a window for reopening, and ratings that exist', () => {
  expect(faults({ reopen: { windowDays: 0, onScoreAtMost: 9, maxReopens: 3 } })).toEqual([
    'cn-cbirc-2020@1 reopen: a window of at least a day',
    'cn-cbirc-2020@1 reopen.onScoreAtMost: a rating is 1 to 5',
  ]);
});
