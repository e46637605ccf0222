import { styleText } from 'node:util';
import { type Command, CommanderError } from 'commander';
import { AwsCallError } from '../local/aws-call.ts';
import { openStage, type StageClient } from '../local/client.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { RefusedByApi } from '../running/staff.ts';

/** What a command's end means to a script. Source: docs/command-line.md. */
export const EXIT = { ok: 0, usage: 1, checkFailed: 2, awsError: 3, partial: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command has to say: a document for programs and, where that reads badly, a text for people. */
export interface Told {
  readonly json: unknown;
  /** Default: the document, indented. */
  readonly text?: string;
  /** One document a line, with `--json` and without. */
  readonly lines?: readonly unknown[];
  readonly exit?: ExitCode;
}

/** What every command works with. */
export interface Desk {
  /** The stage of `--outputs`, or the running local one. */
  readonly stage: () => Promise<StageClient>;
  /** Progress and hints: standard error, so that standard output stays one document. */
  readonly say: (line: string) => void;
}

export interface Screen {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface Frame {
  /** Runs a command's work and tells its result. */
  readonly does: (work: (desk: Desk) => Promise<Told>) => Promise<void>;
  /** What the process ends with. */
  readonly exit: () => ExitCode;
}

/** The frame around every command: `--json`, `--outputs`, errors in words, exit codes. */
export function frameOn(program: Command, screen: Screen): Frame {
  let exit: ExitCode = EXIT.ok;
  program
    .option('--json', 'exactly one JSON document on standard output')
    .option('--outputs <file>', 'a stage other than the running local one: the file that describes it');
  return {
    does: async (work) => {
      const { json = false, outputs } = program.opts<{ json?: boolean; outputs?: string }>();
      const desk: Desk = { stage: () => openStage(outputs), say: (line) => screen.err(`${line}\n`) };
      const told = await Promise.resolve(desk)
        .then(work)
        .catch((error: unknown) => failed(error, screen));
      exit = told.exit ?? EXIT.ok;
      screen.out(printed(told, json));
    },
    exit: () => exit,
  };
}

function printed({ json: document, text, lines }: Told, asJson: boolean): string {
  if (lines !== undefined) return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (asJson) return `${JSON.stringify(document)}\n`;
  if (text !== undefined) return text === '' ? '' : `${text}\n`;
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** An error in words; what nobody foresaw keeps its stack. */
function failed(error: unknown, screen: Screen): Told {
  const { sentence, exit, document } = explain(error);
  screen.err(`${sentence}\n`);
  return { json: document ?? { error: sentence }, text: '', exit };
}

interface Explained {
  readonly sentence: string;
  readonly exit: ExitCode;
  readonly document?: unknown;
}

function explain(error: unknown): Explained {
  if (error instanceof RefusedByApi) {
    const exit = error.status >= 500 ? EXIT.awsError : EXIT.checkFailed;
    return { sentence: error.message, exit, document: error.problem };
  }
  if (error instanceof LocalStageFailure) return { sentence: error.message, exit: EXIT.usage };
  if (error instanceof AwsCallError) return { sentence: error.message, exit: EXIT.awsError };
  if (!(error instanceof Error)) return { sentence: String(error), exit: EXIT.awsError };
  const said = error.message === '' ? error.name : error.message;
  if ('$fault' in error) return { sentence: `${error.name}: ${said}`, exit: EXIT.awsError };
  if ('code' in error && typeof error.code === 'string' && /^(E[A-Z]+|UND_ERR_.*)$/.test(error.code)) {
    return {
      sentence: `The stage does not answer (${error.code}); is it running? \`npx liaison doctor\` looks.`,
      exit: EXIT.awsError,
    };
  }
  return { sentence: error.stack ?? said, exit: EXIT.usage };
}

/** Parses and runs; a wrong command line is told by commander in one line and ends with 1. */
export async function runProgram(
  program: Command,
  { frame, screen }: { readonly frame: Frame; readonly screen: Screen },
  args: readonly string[],
): Promise<ExitCode> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return frame.exit();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    if (args.includes('--json')) screen.out(`${JSON.stringify({ error: error.message })}\n`);
    return EXIT.usage;
  }
}

/** `✓` or `✗` for people. */
export const mark = (ok: boolean): string => (ok ? styleText('green', '✓') : styleText('red', '✗'));
