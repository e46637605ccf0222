import { randomInt } from 'node:crypto';
import type { StageClient } from '../../../../tools/local/client.ts';
import { readOutbox } from '../../../../tools/running/outbox.ts';
import type { Scene } from '../../../../tools/stories/scene.ts';
import { sinksOf } from './sinks.ts';
import { staffLeads, staffWorks } from './staff.ts';
import { type Bird, peopleWrite, systemsTell } from './systems.ts';
import { visitOf } from './visit.ts';
import { canariesOf } from './words.ts';

export type CanaryRun = {
  readonly asked: number;
  /** Characters that were looked through, by where they stood. */
  readonly sinks: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
  readonly bird: Bird;
  readonly caseId: string;
  readonly complaintId: string;
};

/**
 * Names, numbers and words go in by every door of a running stage, well and badly formed; afterwards they stand in the
 * outgoing messages and nowhere else in clear. Source: docs/privacy.md.
 */
export async function canaryRun({ stage, scene }: { stage: StageClient; scene: Scene }): Promise<CanaryRun> {
  const letters = Array.from({ length: 6 }, () => String.fromCodePoint(97 + randomInt(26))).join('');
  const words = canariesOf({ letters, digits: String(randomInt(1_000, 10_000)) });
  const visit = visitOf({ stage, scene, words });
  const bird = await systemsTell(visit, `bird-${randomInt(1_000_000)}`);
  const sent = [
    ...(await readOutbox(stage, { to: bird.phone })),
    ...(await readOutbox(stage, { to: bird.endpoint, channel: 'push' })),
  ];
  const caseId = await staffWorks(visit, bird);
  await peopleWrite(visit, bird);
  const complaintId = await staffLeads(visit, bird);
  const mailed = await readOutbox(stage, { to: bird.mail, channel: 'mail' });
  const sinks = await sinksOf(visit);
  const found = Object.entries(sinks).flatMap(([sink, text]) => words.in(text).map((place) => `${sink}: ${place}`));
  const silent = [sent, mailed].filter((one) => one.length === 0).map(() => 'nothing was sent to the person');
  return {
    asked: visit.asked,
    sinks: Object.fromEntries(Object.entries(sinks).map(([sink, text]) => [sink, text.length])),
    failures: [...visit.unexpected, ...silent, ...found],
    bird,
    caseId,
    complaintId,
  };
}
