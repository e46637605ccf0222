import { afterEach, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#domain/time.ts';
import { LIMITS } from '#policies/limits.ts';
import { NOON } from '../../support/cases.ts';
import { type Pipeline, startPipeline } from '../../support/pipeline/pipeline.ts';
import { passTo } from '../../support/pipeline/time.ts';
import { AMPLE } from '../../support/spend.ts';
import { alarmAt, attack, mostToOneNumber, partsOf, SMALL } from './attack.ts';

/** `LIAISON_PUMPING=5000`, two events each, is the run of docs/evidence/abuse.md. */
const NUMBERS = Number(process.env['LIAISON_PUMPING'] ?? 80);
const isLong = NUMBERS > 1_000;
const TIME_LIMIT = isLong ? HOUR : 2 * MINUTE;
const QUICKLY = 5 * MINUTE;

let of: Pipeline | undefined;
afterEach(async () => {
  await of?.stop();
});

/** Ordinary purposes leave the reserve alone. */
const openTo = (parts: number): number => Math.floor(parts * (1 - LIMITS.spend.reserve));

/** Far from one another: no two of ten thousand share more than their first digits. */
const scattered = (n: number): string => `+86139${String((n * 10_007) % 100_000_000).padStart(8, '0')}`;
const sideBySide = (n: number): string => `+861380013${String(n).padStart(4, '0')}`;

const report = (figures: object): void => {
  if (isLong) process.stdout.write(`${JSON.stringify({ numbers: NUMBERS, ...figures })}\n`);
};

test(
  'fresh numbers by the thousand get what an hour allows and no more; the alarm is up in minutes; what waits goes on',
  async () => {
    of = await startPipeline({ now: NOON, budget: SMALL });

    await attack(of, { numbers: NUMBERS, numberOf: scattered });

    const texts = [...of.provider.texts];
    const after = alarmAt(of, 'BudgetSpent') - NOON;
    report({ attack: 'scattered', texts: texts.length, parts: partsOf(texts), alarmSeconds: after / 1_000 });
    expect(partsOf(texts)).toBeLessThanOrEqual(openTo(SMALL.partsPerHour));
    expect(partsOf(texts)).toBeGreaterThan(openTo(SMALL.partsPerHour) / 2);
    expect(mostToOneNumber(texts)).toBe(1);
    expect(after).toBeLessThan(QUICKLY);
    if (isLong) return;
    await passTo(of, NOON + HOUR + 15 * MINUTE);
    expect(of.provider.texts.length).toBeGreaterThan(texts.length);
    expect(partsOf(of.provider.texts)).toBeLessThanOrEqual(2 * openTo(SMALL.partsPerHour));
  },
  TIME_LIMIT,
);

test(
  'numbers side by side are stopped long before any budget',
  async () => {
    of = await startPipeline({ now: NOON, budget: { ...AMPLE, partsPerRange: SMALL.partsPerRange } });

    await attack(of, { numbers: NUMBERS, numberOf: sideBySide });

    const { texts } = of.provider;
    const after = alarmAt(of, 'NumbersSideBySide') - NOON;
    report({ attack: 'side by side', texts: texts.length, parts: partsOf(texts), alarmSeconds: after / 1_000 });
    expect(partsOf(texts)).toBeLessThanOrEqual(LIMITS.spend.rangeFree + SMALL.partsPerRange);
    expect(after).toBeLessThan(QUICKLY);
  },
  TIME_LIMIT,
);
