import { openStage } from '../local/client.ts';
import { progressOn } from '../local/host/progress.ts';
import { readTexts } from '../running/handed.ts';
import { readNotices } from '../running/notices.ts';
import { seedBank } from './bank.ts';
import type { Lang } from './cast.ts';
import { playCleared } from './cleared.ts';
import { playAgreement } from './complaints/agreement.ts';
import { playCourt } from './complaints/court.ts';
import { playDepartments } from './complaints/departments.ts';
import { playRecurring } from './complaints/recurring.ts';
import { playHelp } from './help.ts';
import { sceneOn } from './scene.ts';

const complaintStories = [
  { name: 'S2, across departments', play: playDepartments },
  { name: 'S3, negotiation', play: playAgreement },
  { name: 'S5, before court', play: playCourt },
] as const;

/**
 * Seeds a small bank and plays every story on the running local stage, telling each as it is over. A story that does not
 * come out as it should ends with its own sentence: the deployed tests play the same ones.
 */
export async function playStories(): Promise<void> {
  const stage = await openStage();
  const scene = sceneOn(stage);
  const progress = progressOn();
  const told: string[] = [];
  const out = (text: string): void => void told.push(text);
  const show = (): void => void process.stdout.write(told.splice(0).join(''));
  await progress.step('Seeding a small bank', () => seedBank(scene));
  for (const lang of ['zh', 'en'] as const) {
    await progress.step(`Playing S1, a call for help (${lang})`, () => playHelp(scene, lang, out));
    show();
  }
  const apart: Record<Lang, string[]> = { zh: [], en: [] };
  const outs = { zh: (text: string) => void apart.zh.push(text), en: (text: string) => void apart.en.push(text) };
  const showApart = (): void => {
    told.push(...apart.zh.splice(0), ...apart.en.splice(0));
    show();
  };
  await progress.step('Playing S4, wrongly dunned (zh, en)', () => playCleared(scene, outs));
  showApart();
  for (const { name, play } of complaintStories) {
    for (const lang of ['zh', 'en'] as const) {
      await progress.step(`Playing ${name} (${lang})`, () => play(scene, lang, out));
      show();
    }
  }
  await progress.step('Playing S2, one fault twelve times (zh, en)', () => playRecurring(scene, outs));
  showApart();
  const [texts, notices] = await Promise.all([readTexts(stage), readNotices(stage)]);
  process.stdout.write(`\n${texts.length} texts went out, ${notices.length} notices were published.\n`);
}
