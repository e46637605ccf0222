import type { Command } from 'commander';
import * as v from 'valibot';
import type { ReplyContext } from '#domain/reply/reading/reading.ts';
import { PURPOSES } from '#domain/words.ts';
import { classifyReply } from '#policies/reply-grammar.ts';
import { parseJson } from '#runtime/wire.ts';
import { readInput } from '../doors/read-events.ts';
import { LocalStageFailure } from '../local/failure.ts';
import type { Frame } from './frame.ts';

/** `classify reply`: tries the reply grammar on texts; needs no running stack. */
export function addClassifyCommand(program: Command, { does }: Frame): void {
  program
    .command('classify')
    .description('tries what the bank understands on texts of your own; needs no running stage')
    .command('reply')
    .description('one JSON object a line, { text, context? }; the same lines out, with the result')
    .requiredOption('--file <file>', 'the file, or - for standard input')
    .action(({ file }: { file: string }) =>
      does(async () => {
        const lines = classifyLines(await readInput(file), file);
        return { json: lines, lines };
      }),
    );
}

const Context: v.GenericSchema<unknown, ReplyContext> = v.object({
  purpose: v.exactOptional(v.picklist(PURPOSES)),
  question: v.exactOptional(v.string()),
  audience: v.exactOptional(v.picklist(['customer', 'emergency_contact'])),
  openQuestions: v.exactOptional(v.number()),
  tokens: v.exactOptional(v.array(v.string())),
  optedOut: v.exactOptional(v.boolean()),
});
const Line = v.looseObject({ text: v.string(), context: v.nullish(v.record(v.string(), v.unknown())) });

/** Every line with what was understood. Refuses a line that is none, naming it. */
export function classifyLines(text: string, file: string): readonly Readonly<Record<string, unknown>>[] {
  return text.split('\n').flatMap((written, index) => {
    if (written.trim() === '') return [];
    const refuse = (issue: v.BaseIssue<unknown>): never => {
      const at = v.getDotPath(issue) ?? 'the line';
      throw new LocalStageFailure(
        `Line ${index + 1} of ${file} is no { "text", "context"? }: ${at}: ${issue.message}.`,
      );
    };
    const line = v.safeParse(Line, parseJson(written)?.value);
    if (!line.success) return refuse(line.issues[0]);
    const context = v.safeParse(Context, known(line.output.context ?? {}));
    if (!context.success) return refuse(context.issues[0]);
    const { token = null, rating = null, ...read } = classifyReply(line.output.text, context.output);
    return [{ ...line.output, result: { ...read, token, rating } }];
  });
}

/** What is null is not known, as what is left out. */
const known = (given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
