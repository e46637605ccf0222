import * as v from 'valibot';
import { Fault } from '#domain/errors.ts';

/** Deeper nesting has no use in any message of ours and only costs stack. */
export const MAX_DEPTH = 32;

/** Reads a time on the wire (RFC 3339, or milliseconds) as wall milliseconds. @throws Fault `clock.not-a-time` */
export function readWireTime(time: string | number): number {
  const millis = typeof time === 'number' ? time : /^\d{1,15}$/u.test(time) ? Number(time) : Date.parse(time);
  if (!Number.isSafeInteger(millis)) throw new Fault('clock.not-a-time');
  return millis;
}

/** Parses JSON; undefined when it is none. The parser's own message is dropped: it quotes the input. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** What lies at a path of member names of something nobody has checked; undefined when any step is missing. */
export function memberOf(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

export type OddText = { readonly kind: 'odd-text' | 'too-deep'; readonly pointer: string };

/**
 * Finds the first text or member name with a NUL or a lone surrogate, number out of range, and nesting deeper than
 * {@link MAX_DEPTH}: none can be kept as it came. Undefined when all is well. Walks without recursion.
 */
export function findOddText(root: unknown): OddText | undefined {
  const open: { value: unknown; path: readonly (string | number)[] }[] = [{ value: root, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    const odd = typeof value === 'string' ? isOdd(value) : typeof value === 'number' && !Number.isFinite(value);
    if (odd) return { kind: 'odd-text', pointer: pointerOf(path) };
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MAX_DEPTH) return { kind: 'too-deep', pointer: pointerOf(path.slice(0, 2)) };
    for (const [name, member] of Object.entries(value)) {
      if (isOdd(name)) return { kind: 'odd-text', pointer: pointerOf(path) };
      open.push({ value: member, path: [...path, name] });
    }
  }
  return undefined;
}

const isOdd = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

/** What is wrong with one place of a body: never the value that stood there. */
export type Issue = { readonly pointer: string; readonly detail: string };

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** At most so many issues are told: enough to mend a body, too few to flood a log. */
const MAX_ISSUES = 20;

/** Validates by a schema; issues carry JSON pointers (RFC 6901) and what was expected, never the value. */
export function parseWith<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Parsed<T> {
  const result = v.safeParse(schema, value);
  return result.success ? { ok: true, value: result.output } : { ok: false, issues: issuesOf(result.issues) };
}

/** Issues of a schema as the outer contract tells them. */
export function issuesOf(issues: readonly v.BaseIssue<unknown>[]): readonly Issue[] {
  return issues.slice(0, MAX_ISSUES).map((issue) => ({ pointer: pointerOf(pathOf(issue)), detail: detailOf(issue) }));
}

const pathOf = (issue: v.BaseIssue<unknown>): (string | number)[] =>
  (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));

function detailOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'unknown field';
  if (issue.kind === 'schema' && issue.input === undefined) return 'missing';
  const got = issue.kind === 'schema' ? `got ${kindOf(issue.input)}, ` : '';
  return `${got}expected ${issue.expected ?? issue.type}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** A member name is shown when it looks like one: a sender's free text (a name, a number) never is. */
const PLAIN_NAME = /^(?:[A-Za-z][A-Za-z0-9_-]{0,39}|\d{1,5})$/u;

function pointerOf(path: readonly (string | number)[]): string {
  return path.map((step) => `/${PLAIN_NAME.test(String(step)) ? step : '?'}`).join('');
}
