import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { documentText } from './openapi/document.ts';

/** Writes docs/openapi.json; with `--check` only says whether the committed one is current (exit code 2 when not). */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const file = resolve(import.meta.dirname, '../docs/openapi.json');
const text = documentText();
if (values.check) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  const isCurrent = committed === text;
  console.log(isCurrent ? 'docs/openapi.json is current' : 'docs/openapi.json differs: run node tools/openapi.ts');
  process.exitCode = isCurrent ? 0 : 2;
} else {
  await writeFile(file, text);
  console.log('docs/openapi.json written');
}
