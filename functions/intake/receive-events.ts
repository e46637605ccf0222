import type { BadMessage, MessageInfo } from '#runtime/from-queue.ts';
import type { QuarantineStore } from '#store/received/quarantine-store.ts';
import type { Outcome } from './outcome.ts';
import type { Sender } from './producers.ts';
import { ReplayMessage } from './replay.contract.ts';
import { type DoorNeeds, takeIn } from './take-in.ts';

export type ReceiveNeeds = DoorNeeds & { readonly quarantine: Pick<QuarantineStore, 'put' | 'get' | 'remove'> };

/** One message of the events queue: an event, applied or set aside; or the wish to try one again that was set aside. */
export async function receiveEvent(message: unknown, needs: ReceiveNeeds, info: MessageInfo): Promise<void> {
  const replay = needs.parse(ReplayMessage, message);
  if (replay.ok) return replayEvent(replay.value, needs);
  const outcome = await take(message, { door: 'queue', principal: info.senderId }, needs);
  if (outcome?.kind !== 'rejected') return undefined;
  await setAside({ code: outcome.code, issues: outcome.issues ?? [], body: JSON.stringify(message), info }, needs);
  needs.metrics.count('MessageQuarantined', 1, { code: outcome.code });
}

async function take(value: unknown, sender: Sender, needs: DoorNeeds): Promise<Outcome | undefined> {
  const [outcome] = await takeIn([value], sender, needs);
  return outcome;
}

/** As it came, for as whom it came; it leaves quarantine when it stands, or stood already. */
async function replayEvent({ replay: id }: ReplayMessage, needs: ReceiveNeeds): Promise<void> {
  const kept = await needs.quarantine.get(id);
  if (kept === undefined) return;
  const { door, senderId = '' } = kept;
  const sender: Sender = door === 'http' ? { door, client: senderId } : { door: 'queue', principal: senderId };
  const outcome = await take(parsed(kept.body), sender, needs);
  if (outcome?.kind === 'accepted' || outcome?.kind === 'duplicate') await needs.quarantine.remove(id);
}

/** What is no JSON is no event either: it stays where it is. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

type Bad = Pick<BadMessage, 'issues' | 'body' | 'info'> & { readonly code: string };

/** Kept, visible and counted, under the time it was sent: a redelivery is the same item. */
export async function setAside(bad: Bad, needs: Pick<ReceiveNeeds, 'quarantine' | 'wallNow'>): Promise<void> {
  const { messageId, sentAt, senderId } = bad.info;
  const issues = bad.issues.map(({ pointer, detail }) => ({ pointer, message: detail }));
  const item = {
    name: messageId,
    at: sentAt,
    code: bad.code,
    issues,
    door: 'queue' as const,
    senderId,
    body: bad.body,
  };
  await needs.quarantine.put(item, needs.wallNow());
}
