import { afterEach, beforeEach, expect, test } from 'vitest';
import { playAgreement } from '../../tools/stories/complaints/agreement.ts';
import { playCourt } from '../../tools/stories/complaints/court.ts';
import { playDepartments } from '../../tools/stories/complaints/departments.ts';
import { playRecurring } from '../../tools/stories/complaints/recurring.ts';
import { NOON } from '../support/cases.ts';
import { failures, type Pipeline, startPipeline } from '../support/pipeline/pipeline.ts';
import { sceneOn } from '../support/pipeline/scene.ts';

let of: Pipeline;
beforeEach(async () => {
  of = await startPipeline({ now: NOON });
});
afterEach(() => of.stop());

const stories = [
  {
    name: 'S2: two departments, the clocks unmoved, answered in time',
    play: playDepartments,
    says: /complaint\.resolved/u,
  },
  {
    name: 'S3: countered, approved, accepted by text; a late answer refused',
    play: playAgreement,
    says: /offer\.accepted/u,
  },
  {
    name: 'S5: withheld while a complaint is open, reopened higher, content in the end',
    play: playCourt,
    says: /FOLLOWED_UP_SATISFIED/u,
  },
] as const;
const told = stories.flatMap((story) => (['zh', 'en'] as const).map((lang) => ({ ...story, lang })));

test.each(told)('$name ($lang)', async ({ play, lang, says }) => {
  const lines: string[] = [];
  try {
    await play(sceneOn(of), lang, (text) => lines.push(text));
  } finally {
    if (process.env['LIAISON_TELL'] === '1') process.stdout.write(lines.join(''));
  }

  expect(lines.join('')).toMatch(says);
  expect(of.queues.dead).toEqual([]);
  expect(failures(of)).toBe('');
});

test('S2: twelve texts about one outage, zh and en, are one incident with its members', async () => {
  const lines: string[] = [];
  const out = (text: string): void => void lines.push(text);
  await playRecurring(sceneOn(of), { zh: out, en: out });
  if (process.env['LIAISON_TELL'] === '1') process.stdout.write(lines.join(''));

  expect(of.queues.dead).toEqual([]);
  expect(failures(of)).toBe('');
});
