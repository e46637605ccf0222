import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import { triageComplaint } from '#policies/triage/triage.ts';
import { asText, round, type Section } from './measure.ts';

/**
 * What triage makes of labelled texts that lie in a folder of your own: gzip'd JSON lines, named as below. Nothing of
 * them is kept. `node bench/triage.ts --data FOLDER`.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, limit: { type: 'string', default: '3000' } } });
const folder = values.data;
if (folder === undefined) {
  process.stderr.write('usage: node bench/triage.ts --data FOLDER [--limit N]\n');
  process.exit(1);
}
const limit = Number(values.limit);

const Row = v.object({
  text: v.optional(v.string()),
  narrative: v.optional(v.string()),
  kind: v.optional(v.string()),
  category: v.optional(v.string()),
  topic: v.nullish(v.string()),
  severity: v.optional(v.string()),
  flags: v.optional(v.array(v.string()), []),
});
type Row = v.InferOutput<typeof Row>;
type Judged = { readonly row: Row; readonly verdict: TriageVerdict };

function read(name: string): readonly Judged[] {
  const lines = gunzipSync(readFileSync(join(folder ?? '', `${name}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, limit);
  const rows = lines.map((line) => v.parse(Row, JSON.parse(line)));
  const begun = process.cpuUsage();
  const judged = rows.map((row) => ({ row, verdict: triageComplaint(row.text ?? row.narrative ?? '') }));
  const { user, system } = process.cpuUsage(begun);
  times.push([name, String(rows.length), round((user + system) / rows.length, 0), '≤ 1000']);
  return judged;
}

const ONE_TEXT = 160;
const times: string[][] = [];
const share = (judged: readonly Judged[], holds: (one: Judged) => boolean): string =>
  judged.length === 0 ? '–' : round(judged.filter(holds).length / judged.length, 3);

/** Over all rows and flags together: twice the hits over what was said and what was meant. */
function microF1(judged: readonly Judged[]): string {
  let hits = 0;
  let both = 0;
  for (const { row, verdict } of judged) {
    hits += verdict.flags.filter((flag) => row.flags.includes(flag)).length;
    both += verdict.flags.length + row.flags.length;
  }
  return both === 0 ? '–' : round((2 * hits) / both, 3);
}

const isP1 = ({ verdict }: Judged): boolean => verdict.severity === 'P1';
const meantP1 = ({ row }: Judged): boolean => row.severity === 'P1';

const isP2 = ({ verdict }: Judged): boolean => verdict.severity === 'P2';
const isRouted = ({ verdict }: Judged): boolean => verdict.autoRoute;
const isRight = ({ row, verdict }: Judged): boolean => row.topic === verdict.category;

const gold = read('triage_gold.train');
const cfpb = read('cfpb.train').filter(({ row }) => typeof row.topic === 'string');
const questions = read('banking77.train');
const citizens = read('zh_gov_messages.train');
const comments = read('zh_bank_review.train');
// Thresholds of letters were chosen on the rows with even numbers: what they are worth is told by the others.
const kept = cfpb.filter((_, nth) => nth % 2 === 1);
const routed = kept.filter(({ verdict }) => verdict.autoRoute);
const isLetter = ({ row }: Judged): boolean => (row.narrative ?? '').length > ONE_TEXT;
const routedLetters = routed.filter(isLetter);
const goldRouted = gold.filter(({ verdict }) => verdict.autoRoute);

const sections: readonly Section[] = [
  {
    title: 'Messages written for triage',
    said: '',
    head: ['what', 'value', 'to reach'],
    rows: [
      ['flags, micro-F1', microF1(gold), '≥ 0.85'],
      ['category', share(gold, ({ row, verdict }) => row.category === verdict.category), '≥ 0.70'],
      [
        'category among the three',
        share(gold, ({ row, verdict }) => verdict.categories.some((one) => one.category === row.category)),
        '',
      ],
      ['kind', share(gold, ({ row, verdict }) => row.kind === verdict.kind), ''],
      ['severity', share(gold, ({ row, verdict }) => row.severity === verdict.severity), ''],
      ['P1 found', share(gold.filter(meantP1), isP1), '≥ 0.92'],
      ['false P1', String(gold.filter((one) => isP1(one) && !meantP1(one)).length), '≤ 2 of 151'],
      ['routed without a person', share(gold, ({ verdict }) => verdict.autoRoute), ''],
      ['routed rightly', share(goldRouted, ({ row, verdict }) => row.category === verdict.category), '≥ 0.90'],
    ],
  },
  {
    title: 'Other texts (labels weak, or none)',
    said: '',
    head: ['what', 'value', 'to reach'],
    rows: [
      ['US complaints: category as their weak topic', share(cfpb, isRight), ''],
      [
        'US complaints: among the three',
        share(cfpb, ({ row, verdict }) => verdict.categories.some((one) => one.category === row.topic)),
        '',
      ],
      ['US complaints: routed without a person, of the rows not fitted on', share(kept, isRouted), ''],
      ['US complaints: routed rightly, of these', share(routed, isRight), '≥ 0.90'],
      ['US complaints: routed rightly, longer than a text', share(routedLetters, isRight), '≥ 0.90'],
      ['US complaints: taken for complaints', share(cfpb, ({ verdict }) => verdict.kind === 'complaint'), ''],
      ['US complaints: P1', share(cfpb, isP1), ''],
      ['US complaints: P2', share(cfpb, isP2), ''],
      ['bank questions: inquiries', share(questions, ({ verdict }) => verdict.kind === 'inquiry'), 'most'],
      [
        'bank questions: inquiries or help',
        share(questions, ({ verdict }) => verdict.kind === 'inquiry' || verdict.kind === 'help_request'),
        '',
      ],
      ['bank questions: P1', share(questions, isP1), ''],
      ['letters to a city: P1', share(citizens, isP1), 'rare'],
      ['letters to a city: P2', share(citizens, isP2), ''],
      ['comments on banks: P1', share(comments, isP1), 'rare'],
      ['comments on banks: P2', share(comments, isP2), ''],
    ],
  },
  { title: 'Time', said: '', head: ['texts', 'number', 'CPU µs a text', 'to reach'], rows: times },
];
for (const section of sections) process.stdout.write(`${asText(section)}\n`);
