import { expect, test } from 'vitest';
import { openStage } from '../../tools/local/client.ts';
import { playCleared } from '../../tools/stories/cleared.ts';
import { playHelp } from '../../tools/stories/help.ts';
import { sceneOn } from '../../tools/stories/scene.ts';

/** The stories of `npm start`, with the same code: what they assert stands beside what they tell. */
const scene = sceneOn(await openStage());

test.for(['zh', 'en'] as const)('S1, a call for help, comes out as it should (%s)', async (lang) => {
  const told: string[] = [];

  await playHelp(scene, lang, (text) => told.push(text));

  expect(told.join('')).toContain('REACHED_SAFE');
});

test('S4, wrongly dunned, comes out as it should, in both languages', async () => {
  const told = { zh: '', en: '' };

  await playCleared(scene, { zh: (text) => (told.zh += text), en: (text) => (told.en += text) });

  for (const text of [told.zh, told.en]) expect(text).toContain('RESOLVED CLEARED');
});
