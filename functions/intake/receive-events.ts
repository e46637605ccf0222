import type { BadMessage, MessageInfo } from '#runtime/from-queue.ts';
import type { QuarantineStore } from '#store/received/quarantine-store.ts';
import { BusEnvelope } from './bus.contract.ts';
import { invalid, type Outcome, rejected } from './outcome.ts';
import { ReplayMessage } from './replay.contract.ts';
import type { Sender } from './take/producers.ts';
import { type DoorNeeds, takeIn } from './take/take-in.ts';

export type ReceiveNeeds = DoorNeeds & {
  /** Where messages are set aside; loaded with the first of them. */
  readonly quarantine: () => Promise<Pick<QuarantineStore, 'setAside' | 'get' | 'remove'>>;
  readonly wallNow: () => number;
  /** Queue that the event bus fills; undefined: there is no bus. */
  readonly busQueueArn: string | undefined;
};

/** One message of a queue of events: an event, applied or set aside; or the wish to try one again that was set aside. */
export async function receiveEvent(message: unknown, needs: ReceiveNeeds, info: MessageInfo): Promise<void> {
  const isBus = isOfBus(info, needs);
  const replay = isBus ? { ok: false as const } : needs.parse(ReplayMessage, message);
  if (replay.ok) return replayEvent(replay.value, needs);
  const sender: Sender = { door: 'queue', principal: info.senderId };
  const outcome = isBus ? await takeOfBus(message, needs) : await take(message, sender, needs);
  if (outcome?.kind !== 'rejected') return undefined;
  // Who was erased does not come back as something set aside: of such an event only its names are kept.
  const kept = outcome.code === 'event.customer-erased' ? namesOf(message) : message;
  await setAside({ code: outcome.code, issues: outcome.issues ?? [], body: JSON.stringify(kept), info }, needs);
  needs.metrics.count('MessageQuarantined', 1, { code: outcome.code });
}

const NAMES: readonly string[] = ['specversion', 'id', 'source', 'type', 'time'];

/** The names of an event, or of the one inside the bus's envelope, without its data. */
function namesOf(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return {};
  if ('detail' in message) return { detail: namesOf(message.detail) };
  return Object.fromEntries(Object.entries(message).filter(([name]) => NAMES.includes(name)));
}

const isOfBus = ({ queueArn }: MessageInfo, { busQueueArn }: Pick<ReceiveNeeds, 'busQueueArn'>): boolean =>
  queueArn === busQueueArn;

async function take(value: unknown, sender: Sender, needs: DoorNeeds): Promise<Outcome | undefined> {
  const [outcome] = await takeIn([value], sender, needs);
  return outcome;
}

/** The event inside: put as the source it speaks for, under its own type. */
async function takeOfBus(message: unknown, needs: DoorNeeds): Promise<Outcome | undefined> {
  const read = needs.parse(BusEnvelope, message);
  if (!read.ok) return rejected('event.invalid', read.issues);
  const { source, detail, 'detail-type': type } = read.value;
  if (typeOf(detail) === type) return take(detail, { door: 'bus', source }, needs);
  return invalid('/detail-type', 'expected the type of the event inside');
}

const typeOf = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;

/** As it came, for as whom it came; it leaves quarantine when it stands, or stood already. */
async function replayEvent({ replay: id }: ReplayMessage, needs: ReceiveNeeds): Promise<void> {
  const quarantine = await needs.quarantine();
  const kept = await quarantine.get(id);
  if (kept === undefined) return;
  const { door, senderId = '' } = kept;
  const body = parsed(kept.body);
  const sender: Sender = door === 'http' ? { door, client: senderId } : { door: 'queue', principal: senderId };
  const outcome = door === 'bus' ? await takeOfBus(body, needs) : await take(body, sender, needs);
  if (outcome?.kind === 'accepted' || outcome?.kind === 'duplicate') await quarantine.remove(id);
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

/** Kept and visible under the door it came by. */
export async function setAside(
  bad: Bad,
  needs: Pick<ReceiveNeeds, 'quarantine' | 'wallNow' | 'busQueueArn'>,
): Promise<void> {
  const door = isOfBus(bad.info, needs) ? 'bus' : 'queue';
  await (await needs.quarantine()).setAside(bad, door, needs.wallNow());
}
