import type { Context } from 'aws-lambda';
import { environment } from '../../support/pipeline/pipeline.ts';
import type { FunctionName } from '../../support/pipeline/process.ts';
import { type Container, startContainer, type Wire } from './container.ts';
import { compile, type Program, type Programs } from './programs.ts';
import type { Chance } from './random.ts';
import type { Timeline } from './timeline.ts';

/** What became of an invocation; `killed`: the process died before it answered. */
export type Ended =
  | { readonly kind: 'answered'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'killed' };

/** Runs functions as Lambda does: a process has one invocation at a time, and is ended when its time is over. */
export type Lambda = {
  readonly invoke: (name: FunctionName, event: unknown, seconds?: number) => Promise<Ended>;
  /** Processes that were started. */
  readonly started: () => number;
};

export type LambdaParts = {
  readonly programs: Programs;
  /** Another version, which half of the processes run. */
  readonly beside?: Programs | undefined;
  readonly time: Timeline;
  readonly chance: Chance;
  readonly tableName: string;
  readonly env: Readonly<Record<string, string>>;
  /** How far clocks of machines may be apart, in milliseconds. */
  readonly skewMs: number;
  /** Percentage of invocations that find their process gone. */
  readonly forgets?: number;
  readonly wireOf: (name: FunctionName, kill: () => void) => Wire;
  readonly says: (text: string) => void;
};

/** Longest any function may take. Source: the stages of lib. */
const SECONDS = 30;
/** One process in fifty is gone before its next invocation, where nothing else is said: Lambda promises no memory. */
const FORGETS_PERCENT = 2;

const compiled = new Map<string, Program>();
/** Compiled once for every seed of a process. */
function programOf(name: FunctionName, programs: Programs): Program {
  const known = compiled.get(programs[name]) ?? compile(name, programs);
  compiled.set(programs[name], known);
  return known;
}

type Running = { readonly container: Container; ends: ((ended: Ended) => void) | undefined };

export function createLambda(of: LambdaParts): Lambda {
  const idle = new Map<FunctionName, Running[]>();
  let started = 0;
  const version = (): Programs => (of.beside !== undefined && of.chance.happens(50) ? of.beside : of.programs);
  const start = (name: FunctionName): Running => {
    started += 1;
    const kill = (): void => {
      running.container.die();
      running.ends?.({ kind: 'killed' });
    };
    const running: Running = {
      container: startContainer({
        program: programOf(name, version()),
        env: { ...environment('https://aws.local', of.tableName), ...of.env },
        time: of.time,
        chance: of.chance.fork(`${name} ${started}`),
        skewMs: of.skewMs === 0 ? 0 : of.chance.between(-of.skewMs, of.skewMs),
        wire: of.wireOf(name, kill),
        says: of.says,
      }),
      ends: undefined,
    };
    return running;
  };
  return {
    started: () => started,
    invoke: async (name, event, seconds = SECONDS) => {
      const free = idle.get(name) ?? [];
      idle.set(name, free);
      const kept = free.pop();
      const running = kept === undefined || of.chance.happens(of.forgets ?? FORGETS_PERCENT) ? start(name) : kept;
      const ended = await run(running, { event, seconds, time: of.time });
      if (!running.container.isDead()) free.push(running);
      return ended;
    },
  };
}

function run(
  running: Running,
  { event, seconds, time }: { event: unknown; seconds: number; time: Timeline },
): Promise<Ended> {
  const deadline = time.now() + seconds * 1_000;
  return new Promise((resolve) => {
    const timer = time.at(deadline, () => {
      running.container.die();
      end({ kind: 'killed' });
    });
    const end = (ended: Ended): void => {
      timer.cancel();
      running.ends = undefined;
      resolve(ended);
    };
    running.ends = end;
    running.container.handler(event, contextUntil(deadline, time)).then(
      (result) => end({ kind: 'answered', result }),
      (error: unknown) => end({ kind: 'failed', error: String(error) }),
    );
  });
}

const contextUntil = (deadline: number, time: Timeline): Context =>
  ({
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'simulated',
    functionVersion: '1',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:simulated',
    memoryLimitInMB: '512',
    awsRequestId: 'request',
    logGroupName: '/aws/lambda/simulated',
    logStreamName: 'stream',
    getRemainingTimeInMillis: () => deadline - time.now(),
  }) as Context; // without the three calls that Node 24 no longer knows
