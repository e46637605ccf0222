import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import { triageComplaint } from '#policies/triage/triage.ts';

/** Messages of our own wording: kind, category, flags, text. */
type Message = {
  readonly kind: string;
  readonly category: string;
  readonly flags: readonly string[];
  readonly text: string;
};
type Judged = { readonly message: Message; readonly read: TriageVerdict };

const judged = (file: string): readonly Judged[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind = '', category = '', flags = '', text = ''] = line.split('\t');
      const message = { kind, category, flags: flags.split(',').filter((flag) => flag !== ''), text };
      return { message, read: triageComplaint(text) };
    });

const share = (all: readonly Judged[], holds: (one: Judged) => boolean): number =>
  all.filter(holds).length / all.length;

function microF1(all: readonly Judged[]): number {
  let hits = 0;
  let both = 0;
  for (const { message, read } of all) {
    hits += read.flags.filter((flag) => message.flags.includes(flag)).length;
    both += read.flags.length + message.flags.length;
  }
  return (2 * hits) / both;
}

const urgent = (flags: readonly string[]): boolean =>
  flags.some((flag) => flag === 'fraud_in_progress' || flag === 'self_harm');

const FILES = ['', '-2', '-3'].flatMap((nth) => [`messages${nth}.zh.tsv`, `messages${nth}.en.tsv`]);

test.for(FILES)('messages of %s are understood', (file) => {
  const all = judged(file);

  expect(microF1(all)).toBeGreaterThan(0.92);
  expect(share(all, ({ message, read }) => read.category === message.category)).toBeGreaterThan(0.93);
  expect(share(all, ({ message, read }) => read.kind === message.kind)).toBeGreaterThan(0.93);
  const routed = all.filter(({ read }) => read.autoRoute);
  expect(share(routed, ({ message, read }) => read.category === message.category)).toBeGreaterThan(0.95);
});

test.for(FILES)('nobody in danger of %s is overlooked', (file) => {
  const all = judged(file);
  const missed = all.filter(({ message, read }) => urgent(message.flags) && read.severity !== 'P1');
  const alarms = all.filter(({ message, read }) => !urgent(message.flags) && read.severity === 'P1');

  expect(missed.map((one) => one.message.text)).toEqual([]);
  expect(alarms.length).toBeLessThanOrEqual(1);
});

test.for(['letters.zh.tsv', 'letters.en.tsv'])('a bare word of a long letter of %s raises nothing', (file) => {
  const all = judged(file);

  expect(all.map(({ read }) => [read.kind, read.flags])).toEqual(
    all.map(({ message }) => [message.kind, message.flags]),
  );
});

test('of long letters only those about one matter that words are known to tell go straight to its desk', () => {
  const all = [...judged('letters.zh.tsv'), ...judged('letters.en.tsv')];
  const routed = all.filter(({ read }) => read.autoRoute);

  expect(routed.map(({ read }) => read.department)).toEqual(['credit-record', 'credit-record']);
  expect(share(routed, ({ message, read }) => read.category === message.category)).toBe(1);
  expect(share(all, ({ read }) => read.department === 'triage')).toBeGreaterThan(0.8);
});

test('most text messages that are complaints still go straight to their desk', () => {
  const all = [
    'messages.zh.tsv',
    'messages.en.tsv',
    'messages-2.zh.tsv',
    'messages-2.en.tsv',
    'messages-3.zh.tsv',
    'messages-3.en.tsv',
  ];
  const complaints = all.flatMap(judged).filter(({ read }) => read.kind === 'complaint');

  expect(share(complaints, ({ read }) => read.autoRoute)).toBeGreaterThan(0.7);
});
