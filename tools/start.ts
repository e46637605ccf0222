import { parseArgs } from 'node:util';
import { openStage } from './local/client.ts';
import { parseInstant } from './local/clock.ts';
import { LocalStageFailure } from './local/failure.ts';
import { defaultPort } from './local/host/ports.ts';
import { endRunningCommands } from './local/host/process.ts';
import { progressOn } from './local/host/progress.ts';
import type { StageOutputs } from './local/outputs.ts';
import { localPaths } from './local/paths.ts';
import { startStage, stopStage, untilStageEnds } from './local/stage.ts';
import { listenToOutcomes } from './running/notices.ts';
import { KNOWN_DAY, nextStoryTime } from './stories/calendar.ts';
import { playStories } from './stories/play.ts';
import { shownTime } from './time/advance.ts';
import { listenToProbes } from './time/probe.ts';

const usage = `npm start -- [--no-stories] [--clock TIME] [--port N] [--detach] [--keep]

  --no-stories  deploy only: an empty system, nothing seeded, no story played
  --clock TIME  where business time begins, such as 2026-06-03T10:00:00+08:00 (default: now)
  --port N      plain HTTP on N and TLS on N + 1, both on 127.0.0.1 (default: ${defaultPort})
  --detach      return when the stack answers and the stories are told; \`npm stop\` ends it
  --keep        go on with what the last run left, if it was ended in order, instead of an empty system
`;

interface StartOptions {
  readonly stories: boolean;
  readonly detach: boolean;
  readonly keep: boolean;
  readonly port: number;
  readonly clockAt?: number;
  /** Said before the stories. */
  readonly said?: string;
}

/** The options of the command line. Refuses what it does not know, a port that is none and a time without offset. */
function readOptions(args: readonly string[]): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'no-stories': { type: 'boolean', default: false },
      clock: { type: 'string' },
      port: { type: 'string', default: String(defaultPort) },
      detach: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1024 || port > 65_534) {
    throw new LocalStageFailure(`${values.port} is no port from 1024 to 65534; write it like \`--port 5000\`.`);
  }
  const clock = clockOption(values.clock, !values['no-stories'] && !values.keep);
  return { stories: !values['no-stories'], detach: values.detach, keep: values.keep, port, ...clock };
}

/** Now, unless a time is named; or a day whose calendar is shipped, where the stories would find none for today: said so. */
function clockOption(named: string | undefined, tells: boolean): Pick<StartOptions, 'clockAt' | 'said'> {
  const at = named === undefined ? Date.now() : parseInstant(named);
  const isKnown = !tells || nextStoryTime(at) !== undefined;
  if (isKnown) return named === undefined ? {} : { clockAt: at };
  if (named !== undefined) throw new LocalStageFailure(`${unknownAt(at)}; name an earlier time, or add --no-stories.`);
  return { clockAt: KNOWN_DAY, said: `${unknownAt(at)}, so business time begins ${shownTime(KNOWN_DAY)}.` };
}

const unknownAt = (at: number): string =>
  `The stories need the holidays of the sixty days after ${shownTime(at).slice(0, 10)}, and not all of them are published yet`;

const paths = localPaths();

async function start(options: StartOptions): Promise<void> {
  const { stories, detach, said, ...stage } = options;
  let phase: 'starting' | 'up' = 'starting';
  const end = (): void => void endEverything().then(() => process.exit(phase === 'up' ? 0 : 130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  whenNpmIsKilled(end);
  const progress = progressOn();
  const outputs = await startStage({ ...stage, paths, progress });
  await progress.step('Listening to what departments are told', listen).catch(endAndRethrow);
  if (said !== undefined) process.stdout.write(`${said}\n`);
  if (stories) await playStories().catch(endAndRethrow);
  phase = 'up';
  process.stdout.write(`${welcome(outputs, detach)}\n`);
  if (detach) return;
  await untilStageEnds(paths);
  await stopStage(paths);
}

/** A signal sent to npm alone ends npm and its shell but is not passed on; losing that parent means the same. */
function whenNpmIsKilled(end: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || end(), 500).unref();
}

let isEnding = false;

/** Once, however often Ctrl-C is pressed: a second one must not cut the first one's tidying short. */
async function endEverything(): Promise<void> {
  if (isEnding) return new Promise(() => {});
  isEnding = true;
  endRunningCommands();
  await stopStage(paths);
}

/** From the first moment on, so that no notice is missed. */
async function listen(): Promise<void> {
  const stage = await openStage(paths.outputs);
  await Promise.all([listenToOutcomes(stage), listenToProbes(stage)]);
}

async function endAndRethrow(error: unknown): Promise<never> {
  await stopStage(paths);
  throw error;
}

function welcome(outputs: StageOutputs, isDetached: boolean): string {
  const api = outputs['ApiUrl'];
  return [
    '',
    `Liaison is up as stage ${outputs.stage}.`,
    ...(api === undefined ? [] : [`  API    ${api}`]),
    ...(outputs.endpoint === undefined ? [] : [`  AWS    ${outputs.endpoint}`]),
    `  Files  ${paths.folder}`,
    '',
    'Try `npx liaison doctor`, `npx liaison token --role agent`, `npx liaison outbox`, `npx liaison clock advance PT2H`.',
    isDetached ? 'It runs on by itself; `npm stop` ends it.' : 'Ctrl-C ends it and leaves nothing running.',
  ].join('\n');
}

async function main(): Promise<void> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') process.stdout.write(usage);
    else await start(options);
    process.exitCode = 0;
  } catch (error) {
    if (isEnding) return; // the step that was under way failed because Ctrl-C ended it
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

await main();
