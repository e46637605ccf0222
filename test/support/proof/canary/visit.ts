import type { ApiAnswer, ApiCall } from '../../../../tools/local/api.ts';
import type { StageClient } from '../../../../tools/local/client.ts';
import { emulatorPage } from '../../../../tools/running/emulator-pages.ts';
import type { Staff } from '../../../../tools/running/staff.ts';
import type { Scene } from '../../../../tools/stories/scene.ts';
import type { Canaries } from './words.ts';

/** One walk through the doors of a running stage: what was refused, and what lay in its queues on the way. */
export type Visit = {
  readonly stage: StageClient;
  readonly scene: Scene;
  readonly words: Canaries;
  /** Asks a route; the answer must be of this class (2, 4). */
  readonly ask: (expected: 2 | 4, path: string, call?: ApiCall & { readonly by?: Staff }) => Promise<ApiAnswer>;
  readonly refused: string[];
  readonly queued: string[];
  readonly unexpected: string[];
  /** Lets the stage run empty, with a look at its queues before. */
  readonly settled: () => Promise<void>;
  asked: number;
};

export function visitOf(on: Pick<Visit, 'stage' | 'scene' | 'words'>): Visit {
  const visit: Visit = {
    ...on,
    refused: [],
    queued: [],
    unexpected: [],
    asked: 0,
    ask: async (expected, path, { by = on.scene.registry, ...call } = {}) => {
      const answer = await by.call(path, call);
      visit.asked += 1;
      if (answer.status >= 400) visit.refused.push(answer.text);
      if (Math.floor(answer.status / 100) !== expected) {
        visit.unexpected.push(`${call.method ?? 'GET'} ${path}: got ${answer.status} ${answer.text.slice(0, 200)}`);
      }
      return answer;
    },
    settled: async () => {
      visit.queued.push(JSON.stringify(ours(await emulatorPage(on.stage, 'sqs/messages'))));
      await on.scene.settled();
    },
  };
  return visit;
}

/** What others put into a queue of theirs is their own message; what we put into ours names ids. */
const THEIRS = /events|inbound|receipts|outcomes/iu;
function ours(page: unknown): unknown {
  if (Array.isArray(page)) return page.filter((one) => !THEIRS.test(JSON.stringify(one).slice(0, 200)));
  if (typeof page !== 'object' || page === null) return page;
  return Object.fromEntries(
    Object.entries(page).map(([name, value]) => (THEIRS.test(name) ? [name, '-'] : [name, ours(value)])),
  );
}
