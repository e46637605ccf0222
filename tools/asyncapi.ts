import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { asyncDocumentText } from './asyncapi/document.ts';

/** Writes docs/asyncapi.json; with `--check` only says whether the committed one is current (exit code 2 when not). */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const file = resolve(import.meta.dirname, '../docs/asyncapi.json');
const text = asyncDocumentText();
if (values.check) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  const isCurrent = committed === text;
  console.log(isCurrent ? 'docs/asyncapi.json is current' : 'docs/asyncapi.json differs: run node tools/asyncapi.ts');
  process.exitCode = isCurrent ? 0 : 2;
} else {
  await writeFile(file, text);
  console.log('docs/asyncapi.json written');
}
