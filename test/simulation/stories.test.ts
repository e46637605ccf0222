import { afterAll, beforeAll, expect, test } from 'vitest';
import { playCleared } from '../../tools/stories/cleared.ts';
import { playHelp } from '../../tools/stories/help.ts';
import { NOON } from '../support/cases.ts';
import { failures, type Pipeline, startPipeline } from '../support/pipeline/pipeline.ts';
import { sceneOn } from '../support/pipeline/scene.ts';

let of: Pipeline;
beforeAll(async () => {
  of = await startPipeline({ now: NOON });
});
afterAll(() => of.stop());

test.each(['zh', 'en'] as const)(
  'S1 (%s): silence is proven, contacts get the relay text alone, a wrong number is quarantined, the answer settles it',
  async (lang) => {
    const told: string[] = [];
    await playHelp(sceneOn(of), lang, (text) => told.push(text));

    expect(told.join('')).toMatch(/case\.settled/u);
    expect(of.queues.dead).toEqual([]);
    expect(failures(of)).toBe('');
  },
);

test('S4: a balance that clears between queueing and sending stops the text, and "why" is answered for both', async () => {
  const told: string[] = [];
  await playCleared(sceneOn(of), { zh: (text) => told.push(text), en: (text) => told.push(text) });

  expect(told.join('')).toMatch(/why .* contacts: 0/u);
  expect(told.join('')).toMatch(/why .* contacts: 1/u);
  expect(of.queues.dead).toEqual([]);
  expect(failures(of)).toBe('');
});
