import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Pipeline, startPipeline } from '../test/support/pipeline/pipeline.ts';
import { USAGE_FILE } from '../tools/cost/usage.ts';
import { coldStarts } from './cold/cold-start.ts';
import { endToEnd } from './end-to-end.ts';
import { growth } from './growth.ts';
import { lifeCycles } from './life-cycles.ts';
import { listPrice } from './list-price.ts';
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
    cases: { type: 'string', default: '200' },
    /** Stored cases among which growth is measured. */
    stored: { type: 'string', default: '1000,10000,100000' },
    dry: { type: 'boolean', default: false },
    /** These parts alone, nothing written: `--part life,growth`; usage alone writes bench/usage.json. */
    part: { type: 'string' },
    /** Cold starts of these functions alone, nothing written: `--only receive-reply,relay`. */
    only: { type: 'string' },
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
    said: 'From docs/write-units.md, which tests measure and compare: written, read and requests of a step; of complaints: moves, texts, figures.',
    head: ['step', 'written', 'read', 'requests'],
    rows,
  };
}

async function usage(): Promise<Section> {
  writeFileSync(USAGE_FILE, `${JSON.stringify(await measureUsage(tell), null, 2)}\n`);
  return listPrice();
}

/** With real time, so that waits are waits. */
async function running(measure: (of: Pipeline) => Promise<Section>): Promise<Section> {
  const of = await startPipeline({ now: Date.now(), clock: 'real' });
  try {
    return await measure(of);
  } finally {
    await of.stop();
  }
}

const rounds = Number(values.rounds);
const PARTS: Readonly<Record<string, () => Section | Promise<Section>>> = {
  bundles: bundleSizes,
  pure: pureParts,
  units: writeUnits,
  usage,
  growth: () => growth(values.stored.split(',').map(Number), tell),
  life: () => lifeCycles({ rounds: Math.ceil(rounds / 3), cases: Number(values.cases) }, tell),
  end: () => running((of) => endToEnd(of, Number(values.texts), tell)),
  cold: () => running((of) => coldStarts(of, { rounds, only: values.only?.split(',') }, tell)),
};

const wanted = values.only === undefined ? (values.part?.split(',') ?? Object.keys(PARTS)) : ['cold'];
const sections: Section[] = [];
for (const name of wanted) {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`part: got ${name}, expected one of ${Object.keys(PARTS).join(', ')}`);
  tell(name);
  const section = await part();
  tell('');
  sections.push(section);
  process.stdout.write(`${asText(section)}\n`);
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
if (!values.dry && wanted.length === Object.keys(PARTS).length) writeFileSync(RESULTS, report);
