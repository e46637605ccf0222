import * as nodeCrypto from 'node:crypto';
import type { Context } from 'aws-lambda';
import type { Program } from './programs.ts';
import type { Chance } from './random.ts';
import type { Planned, Timeline } from './timeline.ts';

/** A request as the SDK hands it to its HTTP handler, and what comes back. */
export type WireRequest = {
  readonly hostname: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};
export type WireAnswer = {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
};
export type Wire = (
  request: WireRequest,
  options: { readonly requestTimeout?: number; readonly throwOnRequestTimeout?: boolean },
) => Promise<WireAnswer>;

export type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** One process of one function: its own memory, clock, chance and network. A dead one gets no answer any more. */
export type Container = { readonly handler: Handler; readonly die: () => void; readonly isDead: () => boolean };

export type Surroundings = {
  readonly program: Program;
  readonly env: Readonly<Record<string, string>>;
  readonly time: Timeline;
  readonly chance: Chance;
  /** Milliseconds by which this machine's clock is ahead. */
  readonly skewMs: number;
  readonly wire: Wire;
  /** Everything it writes to its log and as metrics. */
  readonly says: (text: string) => void;
};

export function startContainer(of: Surroundings): Container {
  let dead = false;
  const isDead = (): boolean => dead;
  const module: { exports: { handler?: Handler } } = { exports: {} };
  const now = (): number => of.time.now() + of.skewMs;
  const timers = timersOf(of.time, isDead);
  const crypto = cryptoOf(of.chance);
  const console = consoleOf(of.says);
  of.program({
    module,
    process: processOf({ env: of.env, builtins: builtinsOf({ timers, crypto, console }) }),
    // Clocks tell whole milliseconds; only the simulation's own time has parts of one.
    Date: dateOf(() => Math.floor(now())),
    Math: Object.assign(Object.create(Math) as Math, { random: of.chance.next }),
    ...timers,
    console,
    crypto,
    performance: { now, timeOrigin: 0 },
    wire: async (...asked: Parameters<Wire>) => (dead ? never() : of.wire(...asked)),
  });
  const { handler } = module.exports;
  if (handler === undefined) throw new Error('program: got no handler');
  return { handler, die: () => void (dead = true), isDead };
}

/** What a dead process waits for. */
export const never = (): Promise<never> => new Promise(() => {});

function timersOf(time: Timeline, isDead: () => boolean) {
  const setTimeout = (does: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const planned = time.after(ms, () => (isDead() ? undefined : does(...args)));
    return Object.assign(planned, { ref: () => planned, unref: () => planned, hasRef: () => true });
  };
  return { setTimeout, clearTimeout: (planned?: Planned) => planned?.cancel() };
}

function cryptoOf(chance: Chance): object {
  const uuid = (): string => {
    const hex = chance.bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  return {
    ...nodeCrypto,
    randomUUID: uuid,
    randomBytes: (count: number) => chance.bytes(count),
    getRandomValues: (array: Uint8Array) => {
      array.set(chance.bytes(array.length));
      return array;
    },
  };
}

type Doors = { timers: ReturnType<typeof timersOf>; crypto: object; console: object };

/** Modules of Node in which time, chance or the disk would come in by another door. */
function builtinsOf({ timers, crypto, console }: Doors): Readonly<Record<string, object>> {
  const nothing = (): Promise<never> => Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
  return {
    'node:crypto': crypto,
    'node:console': {
      Console: function Console() {
        return console;
      },
    },
    'node:timers': timers,
    'node:timers/promises': {
      setTimeout: (ms: number, value?: unknown) => new Promise((done) => timers.setTimeout(done, ms, value)),
    },
    'node:fs/promises': { readFile: nothing, stat: nothing },
  };
}

type Inside = { env: Readonly<Record<string, string>>; builtins: Readonly<Record<string, object>> };

/** Node's own process, but for what a program finds by it; properties of its own, because Node's are getters. */
const processOf = ({ env, builtins }: Inside): object =>
  Object.create(process, {
    env: { value: { ...env } },
    getBuiltinModule: { value: (name: string) => builtins[name] ?? process.getBuiltinModule(name) },
    emitWarning: { value: () => {} },
    on: { value: () => {} },
    once: { value: () => {} },
  }) as object;

function consoleOf(says: (text: string) => void): object {
  const write = (...parts: unknown[]): void => says(`${parts.map(String).join(' ')}\n`);
  return { log: write, info: write, warn: write, error: write, debug: write, trace: write };
}

function dateOf(now: () => number): DateConstructor {
  return class extends Date {
    constructor(...given: [] | [number | string | Date]) {
      super(given.length === 0 ? now() : given[0]);
    }
    static override now = now;
  } as DateConstructor;
}
