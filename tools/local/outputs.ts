import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { LocalStageFailure } from './failure.ts';
import { localPaths } from './paths.ts';

/** What every tool needs to reach a deployed stage; the stack outputs stand beside these by their own names. */
export interface StageOutputs {
  readonly stage: string;
  readonly region: string;
  /** Address of the AWS services; absent where the SDK's own addresses hold, as in a real account. */
  readonly endpoint?: string;
  /** Certificates to trust when talking to the endpoint; absent where the machine's own are enough. */
  readonly caFile?: string;
  readonly [stackOutput: string]: string | undefined;
}

const StageOutputsFile = v.objectWithRest(
  {
    stage: v.string(),
    region: v.string(),
    endpoint: v.exactOptional(v.string()),
    caFile: v.exactOptional(v.string()),
  },
  v.string(),
);

/** Writes the outputs in one move, so that a reader never finds half a file. */
export async function writeOutputs(file: string, outputs: StageOutputs): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(outputs, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

/** The outputs of the stage in this file. Refuses with the cure when there is none. */
export async function readOutputs(file = localPaths().outputs): Promise<StageOutputs> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new LocalStageFailure(
      `No stage is described in ${file}; start the local one with \`npm start\`, or name a file with --outputs.`,
    );
  }
  const outputs = v.safeParse(StageOutputsFile, JSON.parse(text));
  if (outputs.success) return outputs.output;
  throw new LocalStageFailure(`${file} names no stage and region; write it anew with \`npm start\`.`);
}

/** One stack output by name. Refuses when the deployed stacks do not have it. */
export function requireOutput(outputs: StageOutputs, name: string): string {
  const value = outputs[name];
  if (value === undefined) {
    throw new LocalStageFailure(
      `The deployed stacks have no output ${name}; deploy this version of them and try again.`,
    );
  }
  return value;
}

const OutputsByStack = v.record(v.string(), v.record(v.string(), v.string()));

/** The text of the CDK's outputs file (stack → output → value) as one flat record, without the exports the CDK makes for itself. */
export function flattenStackOutputs(text: string): Record<string, string> {
  const byStack = v.parse(OutputsByStack, JSON.parse(text));
  const pairs = Object.values(byStack).flatMap((outputs) => Object.entries(outputs));
  return Object.fromEntries(pairs.filter(([name]) => !name.startsWith('ExportsOutput')));
}
