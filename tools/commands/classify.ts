import type { Command } from 'commander';
import * as v from 'valibot';
import { COMPLAINT_CATEGORIES } from '#domain/complaint/complaint.ts';
import type { TriageContext } from '#domain/complaint/triage/verdict.ts';
import type { ReplyContext } from '#domain/reply/reading/reading.ts';
import { AUDIENCES, type Audience, PURPOSES } from '#domain/words.ts';
import { classifyReply } from '#policies/reply-grammar.ts';
import { triageComplaint } from '#policies/triage/triage.ts';
import { parseJson } from '#runtime/wire.ts';
import { readInput } from '../doors/read-events.ts';
import { LocalStageFailure } from '../local/failure.ts';
import type { Frame } from './frame.ts';

type Line = Readonly<Record<string, unknown>>;

/** `classify reply`, `classify complaint`: tries what is understood on texts; needs no running stack. */
export function addClassifyCommand(program: Command, { does }: Frame): void {
  const classify = program
    .command('classify')
    .description('tries what the bank understands on texts of your own; needs no running stage');
  const kinds = { reply: classifyLines, complaint: triageLines } as const;
  for (const [kind, lines] of Object.entries(kinds)) {
    classify
      .command(kind)
      .description('one JSON object a line, { text, context? }; the same lines out, with the result')
      .requiredOption('--file <file>', 'the file, or - for standard input')
      .action(({ file }: { file: string }) =>
        does(async () => {
          const read = lines(await readInput(file), file);
          return { json: read, lines: read };
        }),
      );
  }
}

/** `emergency_contact`: the command's own word for what the record calls a contact. */
const Reader = v.pipe(
  v.picklist([...AUDIENCES, 'emergency_contact']),
  v.transform((word): Audience => (word === 'emergency_contact' ? 'contact' : word)),
);
const ReplyGiven: v.GenericSchema<unknown, ReplyContext> = v.object({
  purpose: v.exactOptional(v.picklist(PURPOSES)),
  question: v.exactOptional(v.string()),
  audience: v.exactOptional(Reader),
  openQuestions: v.exactOptional(v.number()),
  tokens: v.exactOptional(v.array(v.string())),
  optedOut: v.exactOptional(v.boolean()),
});
const TriageGiven: v.GenericSchema<unknown, TriageContext> = v.object({
  purpose: v.exactOptional(v.picklist(PURPOSES)),
  category: v.exactOptional(v.picklist(COMPLAINT_CATEGORIES)),
  accountOverdue: v.exactOptional(v.boolean()),
});
const Given = v.looseObject({ text: v.string(), context: v.nullish(v.record(v.string(), v.unknown())) });

/** Every line with what was understood of a reply. Refuses a line that is none, naming it. */
export const classifyLines = (text: string, file: string): readonly Line[] =>
  eachLine(text, file, (line, refuse) => {
    const context = v.safeParse(ReplyGiven, known(line.context ?? {}));
    if (!context.success) return refuse(context.issues[0]);
    const { token = null, rating = null, ...read } = classifyReply(line.text, context.output);
    return { ...read, token, rating };
  });

/** Every line with what triage makes of a complaint. Refuses a line that is none, naming it. */
export const triageLines = (text: string, file: string): readonly Line[] =>
  eachLine(text, file, (line, refuse) => {
    const context = v.safeParse(TriageGiven, known(line.context ?? {}));
    return context.success ? triageComplaint(line.text, context.output) : refuse(context.issues[0]);
  });

type Refuse = (issue: v.BaseIssue<unknown>) => never;
type Reads = (line: v.InferOutput<typeof Given>, refuse: Refuse) => Line;

function eachLine(text: string, file: string, reads: Reads): readonly Line[] {
  return text.split('\n').flatMap((written, index) => {
    if (written.trim() === '') return [];
    const refuse: Refuse = (issue) => {
      const at = v.getDotPath(issue) ?? 'the line';
      throw new LocalStageFailure(
        `Line ${index + 1} of ${file} is no { "text", "context"? }: ${at}: ${issue.message}.`,
      );
    };
    const line = v.safeParse(Given, parseJson(written)?.value);
    if (!line.success) return refuse(line.issues[0]);
    return [{ ...line.output, result: reads(line.output, refuse) }];
  });
}

/** What is null is not known, as what is left out. */
const known = (given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
