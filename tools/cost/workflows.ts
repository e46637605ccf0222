import { type Bill, type Line, total } from './bill.ts';
import { type Priced, priceOf } from './prices.ts';

/**
 * The same flow of a one-text case as state machines, by arithmetic alone: no audit record, no gate in the claim's
 * transaction, no identity of messages. Sources of the counts: docs/decisions/0026.
 */
const MILLION = 1_000_000;
const priced = (what: string, [of, each]: readonly [Priced, number], how: string): Line => ({
  what,
  how,
  usd: priceOf(of, each) * MILLION,
});

const TABLE: readonly Line[] = [
  priced('table, written', ['writeUnit', 11], '11 units, ordered writes'),
  priced('table, read', ['readUnit', 2.5], '2.5 units'),
];
/** Seven tasks that are functions: 512 MB, 25 ms each. */
const FUNCTIONS: readonly Line[] = [
  priced('functions, invoked', ['lambdaRequest', 7], '7 times'),
  priced('functions, running', ['lambdaSecond', 7 * 0.025 * 0.5], '175 ms at 512 MB'),
];
const LOGS = priced('logs', ['logByte', 3_000], '3 kB');

/** One execution a case: it waits for the answer with a task token. */
export const standardWorkflow = (): Bill =>
  total([
    priced('door', ['httpRequest', 1], '1 request'),
    priced('transitions', ['transition', 17], '17 transitions'),
    ...FUNCTIONS,
    priced('topics', ['publish', 1], '1 publish'),
    ...TABLE,
    LOGS,
  ]);

/** Three executions a case, because one lasts five minutes at most; a bus and a scheduler between them. */
export const expressWorkflow = (): Bill =>
  total([
    priced('door', ['httpRequest', 1], '1 request'),
    priced('starts', ['expressRequest', 3], '3 starts'),
    priced('running', ['expressSecond', 3 * 0.4 * 0.0625], '3 times 0.4 s at 64 MB'),
    priced('bus', ['busEvent', 3], '3 events'),
    priced('scheduler', ['scheduled', 1], '1 invocation'),
    ...FUNCTIONS,
    priced('topics', ['publish', 1], '1 publish'),
    ...TABLE,
    LOGS,
  ]);
