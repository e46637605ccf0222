import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { billOf } from '../../tools/cost/bill.ts';
import { PRICES } from '../../tools/cost/prices.ts';
import { readUsage } from '../../tools/cost/usage.ts';
import { expressWorkflow, standardWorkflow } from '../../tools/cost/workflows.ts';
import { liaison } from '../../tools/liaison.ts';

const usage = readUsage();
const UNITS = readFileSync(new URL('../../docs/write-units.md', import.meta.url), 'utf8');

test('a million normal events from the queue cost at most 3 dollars, a million one-text cases at most 42', () => {
  expect(billOf(usage.event).usd).toBeLessThanOrEqual(3);
  expect(billOf(usage.case).usd).toBeLessThanOrEqual(42);
});

test('the units that are priced are those of the table of write units, with a share of the reports', () => {
  const [, whole] = /to settled \(limit 36\), \*\*(\d+)\*\* with receipt and close/u.exec(UNITS) ?? [];

  expect(usage.event.writeUnits).toBe(1);
  expect(usage.event.readUnits).toBeLessThanOrEqual(1);
  expect(Math.abs(usage.case.writeUnits - Number(whole))).toBeLessThanOrEqual(1);
});

test('a price has an amount, a source, and the day of its source', () => {
  for (const price of Object.values(PRICES)) {
    expect(price.usd).toBeGreaterThan(0);
    expect(price.source).toMatch(/^aws\.amazon\.com\//u);
    expect(price.asOf).toMatch(/^20\d\d-\d\d-\d\d$/u);
  }
});

test('the same flow as a state machine costs ten times as much, or leaves out what makes it safe', () => {
  expect(standardWorkflow().usd).toBeGreaterThan(10 * billOf(usage.case).usd);
  expect(expressWorkflow().lines.find(({ what }) => what === 'table, written')?.how).toBe('11 units, ordered writes');
});

const Bills = v.looseObject({ bills: v.record(v.string(), v.looseObject({ usd: v.number() })) });

test('`liaison cost` tells every bill with every price, and needs no stage', async () => {
  const said: string[] = [];
  const screen = { out: (text: string) => void said.push(text), err: () => {} };

  expect(await liaison(screen, ['--json', 'cost'])).toBe(0);
  const { bills } = v.parse(Bills, JSON.parse(said.join('')));
  expect(Object.keys(bills)).toHaveLength(4);
  said.length = 0;
  expect(await liaison(screen, ['cost'])).toBe(0);
  for (const name of Object.keys(PRICES)) expect(said.join('')).toContain(`${name}: USD`);
});
