import { expect, test } from 'vitest';
import { openStage } from '../../tools/local/client.ts';
import { playCleared } from '../../tools/stories/cleared.ts';
import { playAgreement } from '../../tools/stories/complaints/agreement.ts';
import { playCourt } from '../../tools/stories/complaints/court.ts';
import { playDepartments } from '../../tools/stories/complaints/departments.ts';
import { playRecurring } from '../../tools/stories/complaints/recurring.ts';
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

const complaintStories = [
  { name: 'S2, across departments', play: playDepartments, says: 'complaint.resolved' },
  { name: 'S3, negotiation', play: playAgreement, says: 'offer.accepted' },
  { name: 'S5, before court', play: playCourt, says: 'FOLLOWED_UP_SATISFIED' },
] as const;
const inBoth = complaintStories.flatMap((story) => (['zh', 'en'] as const).map((lang) => ({ ...story, lang })));

test.for(inBoth)('$name, comes out as it should ($lang)', async ({ play, lang, says }) => {
  const told: string[] = [];

  await play(scene, lang, (text) => told.push(text));

  expect(told.join('')).toContain(says);
});

test('S2, one fault twelve times, comes out as one incident', async () => {
  const told = { zh: '', en: '' };

  await playRecurring(scene, { zh: (text) => (told.zh += text), en: (text) => (told.en += text) });

  for (const text of [told.zh, told.en]) expect(text).toContain('liaison.issue.recurring.v1');
});
