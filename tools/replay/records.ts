import { parse as parseCsv } from 'csv-parse/sync';
import * as v from 'valibot';
import { readInput } from '../doors/read-events.ts';
import { LocalStageFailure } from '../local/failure.ts';

/** A row as its file names it; every value is a text, absent ones are empty. */
export type Row = Readonly<Record<string, string>>;

const Loose = v.record(v.string(), v.unknown());

/** Rows of a CSV file with a header line, or of a file with one JSON object a line; gzip is unpacked. */
export async function readRows(file: string): Promise<readonly Row[]> {
  const text = await readInput(file);
  const isJson = text.trimStart().startsWith('{');
  try {
    return isJson ? readJsonLines(text) : v.parse(v.array(v.record(v.string(), v.string())), readCsv(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LocalStageFailure(`${file} is neither CSV with a header line nor JSON lines: ${why}.`);
  }
}

const readCsv = (text: string): unknown => parseCsv(text, { columns: true, skip_empty_lines: true, bom: true });

function readJsonLines(text: string): readonly Row[] {
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    const values = Object.entries(v.parse(Loose, JSON.parse(line)));
    return [Object.fromEntries(values.map(([name, value]) => [name, textOf(value)]))];
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
