import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { isMissing, LocalStageFailure } from '../local/failure.ts';

/** What a file holds before anybody checked it: the door does that. */
export type CloudEventDraft = Readonly<Record<string, unknown>>;

/** Whose word an event is that names no source. */
export const DEFAULT_SOURCE = 'urn:bank:core';

const Draft = v.record(v.string(), v.unknown());

/** Text of a file or, for `-`, of standard input; gzip is unpacked. */
export async function readInput(file: string): Promise<string> {
  if (file === '-') return textOf(process.stdin);
  const bytes = await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) throw new LocalStageFailure(`There is no file ${file}; name one that exists.`);
    throw error;
  });
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** One event, an array of events, or one a line, each with a source. */
export async function readEvents(file: string): Promise<readonly CloudEventDraft[]> {
  const drafts = await readJsonObjects(file, 'event');
  return drafts.map((draft) => ('source' in draft ? draft : { ...draft, source: DEFAULT_SOURCE }));
}

/** One object, an array of them, or one a line. Refuses what is no JSON object, naming its line. */
export async function readJsonObjects(file: string, what: string): Promise<readonly CloudEventDraft[]> {
  const text = await readInput(file);
  const whole = parse(text);
  const values =
    whole === undefined ? parseLines(text, { file, what }) : Array.isArray(whole.value) ? whole.value : [whole.value];
  if (values.length === 0) throw new LocalStageFailure(`${file} holds no ${what}; write one, an array, or one a line.`);
  return values.map((value: unknown, index) => {
    const draft = v.safeParse(Draft, value);
    if (draft.success) return draft.output;
    const called = what.charAt(0).toUpperCase() + what.slice(1);
    throw new LocalStageFailure(`${called} ${index + 1} of ${file} is no JSON object; write one.`);
  });
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function parseLines(text: string, { file, what }: { file: string; what: string }): readonly unknown[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = parse(line);
    if (read === undefined)
      throw new LocalStageFailure(`Line ${index + 1} of ${file} is no JSON; write one ${what} a line.`);
    return [read.value];
  });
}
