import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startPipeline } from '../test/support/pipeline/pipeline.ts';
import { USAGE_FILE } from '../tools/cost/usage.ts';
import { coldStarts } from './cold-start.ts';
import { endToEnd } from './end-to-end.ts';
import { asMarkdown, asText, type Section } from './measure.ts';
import { pureParts } from './micro.ts';
import { bundleSizes } from './sizes.ts';
import { measureUsage } from './usage.ts';

const RESULTS = new URL('./results.md', import.meta.url);
const UNITS = new URL('../docs/write-units.md', import.meta.url);

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '11' },
    texts: { type: 'string', default: '200' },
    dry: { type: 'boolean', default: false },
    /** Cold starts of these functions alone, nothing written: `--only receive-reply,relay`. */
    only: { type: 'string' },
    /** What events and cases use, alone: bench/usage.json, which `liaison cost` prices. */
    usage: { type: 'boolean', default: false },
  },
});
const tell = (text: string): void => void process.stderr.write(`\r\u001B[K${text}`);

/** Write units are counted and asserted elsewhere; here they stand beside the times. */
function writeUnits(): Section {
  const rows = readFileSync(UNITS, 'utf8')
    .split('\n')
    .filter((line) => /^\| .+ \| \d/u.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, 5)
        .map((cell) => cell.trim()),
    );
  return {
    title: 'Write units',
    said: 'From docs/write-units.md, which a test measures and compares.',
    head: ['step', 'written', 'read', 'requests'],
    rows,
  };
}

if (values.usage) {
  writeFileSync(USAGE_FILE, `${JSON.stringify(await measureUsage(tell), null, 2)}\n`);
  tell('bench/usage.json is written; npx liaison cost prices it\n');
  process.exit(0);
}

const sections: Section[] = [];
const show = (section: Section): void => {
  tell('');
  sections.push(section);
  process.stdout.write(`${asText(section)}\n`);
};

if (values.only === undefined) {
  tell('bundles');
  show(await bundleSizes());
  tell('gate, replies, texts');
  show(pureParts());
  show(writeUnits());
}
tell('a pipeline');
const pipeline = await startPipeline({ now: Date.now(), clock: 'real' });
try {
  if (values.only === undefined) show(await endToEnd(pipeline, Number(values.texts), tell));
  show(await coldStarts(pipeline, { rounds: Number(values.rounds), only: values.only?.split(',') }, tell));
} finally {
  await pipeline.stop();
}

const command = `npm run bench${process.argv.slice(2).length === 0 ? '' : ` -- ${process.argv.slice(2).join(' ')}`}`;
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
const report = [
  '# What was measured',
  '',
  `${new Date().toISOString().slice(0, 10)}, \`${command}\`, ${machine}. Counts are asserted in tests; times are compared with something measured in the same run.`,
  '',
  ...sections.map(asMarkdown),
].join('\n');
if (!values.dry && values.only === undefined) writeFileSync(RESULTS, report);
