import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { Fault } from '#domain/errors.ts';
import { memberOf } from './wire.ts';

/** What a log line may carry. Anything else is dropped: the list says what is allowed, not what is forbidden. */
export const LOG_KEYS = [
  'accountId',
  'aggregate',
  'attempt',
  'attemptId',
  'caseId',
  'channel',
  'code',
  'complaintId',
  'contactId',
  'count',
  'counted',
  'customerId',
  'decisionId',
  'eventType',
  'failed',
  'figure',
  'hops',
  'intent',
  'lane',
  'messageId',
  'method',
  'ms',
  'outcome',
  'pointId',
  'purpose',
  'queue',
  'received',
  'receiveCount',
  'recounted',
  'requestId',
  'route',
  'ruleIds',
  'seq',
  'shard',
  'staffId',
  'status',
  'step',
  'taskId',
  'version',
] as const;
export type LogKey = (typeof LOG_KEYS)[number];
export type LogFields = Readonly<Partial<Record<LogKey, string | number | boolean | readonly string[]>>>;

export type Log = {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  /** `error` is told by name, code, facts and stack positions; its message is not, for it may quote the input. */
  readonly error: (message: string, error: unknown, fields?: LogFields) => void;
  /** Binds the invocation's context (function, request id, cold start) to the lines that follow. */
  readonly bind: (context: Context) => void;
};

/** The part of the Powertools logger that is used. */
export type LogWriter = {
  readonly info: (message: string, fields: Record<string, unknown>) => void;
  readonly warn: (message: string, fields: Record<string, unknown>) => void;
  readonly error: (message: string, fields: Record<string, unknown>) => void;
  readonly addContext: (context: Context) => void;
};

export function createLog(writer: () => LogWriter): Log {
  return {
    info: (message, fields = {}) => writer().info(message, allowed(fields)),
    warn: (message, fields = {}) => writer().warn(message, allowed(fields)),
    error: (message, error, fields = {}) =>
      writer().error(message, { ...allowed(fields), failure: describeError(error) }),
    bind: (context) => writer().addContext(context),
  };
}

let powertools: Logger | undefined;

/** The process's log. The event is never logged. */
export const log: Log = createLog(() => {
  powertools ??= new Logger();
  return powertools;
});

/** Ids and words as we make them; a telephone number, an address or a sentence does not pass. */
const PLAIN = /^(?![+\d][\d ()-]{6,}$)[\w.:/#-]{1,128}$/u;
/** Ids of the outer systems, which may be all digits. */
const OUTER_KEYS: ReadonlySet<string> = new Set(['accountId', 'contactId', 'customerId', 'aggregate', 'seq']);
const OUTER = /^[\w.:/#=-]{1,128}$/u;

function allowed(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const name of LOG_KEYS) {
    const value = fields[name];
    if (value !== undefined)
      out[name] = Array.isArray(value) ? value.map((one) => plain(name, one)) : plain(name, value);
  }
  return out;
}

function plain(name: string, value: unknown): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && (OUTER_KEYS.has(name) ? OUTER : PLAIN).test(value) ? value : '***';
}

type Failure = { name: string; code?: string; status?: number; facts?: object; at: string[]; cause?: Failure };
const MAX_CAUSES = 3;

/** Name, code, HTTP status, facts of a fault, and where it was raised; down to {@link MAX_CAUSES} causes. */
export function describeError(error: unknown, depth = 0): Failure {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = memberOf(error, 'code');
  const status = memberOf(error, '$metadata', 'httpStatusCode');
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 6);
  return {
    name: PLAIN.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && PLAIN.test(code) ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(error instanceof Fault ? { facts: error.facts } : {}),
    at: at.map((line) => line.trim()),
    ...(error.cause === undefined || depth >= MAX_CAUSES ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}
