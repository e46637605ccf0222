import type { DeadLetter } from '#channels/dead-letters.ts';
import type { QueueOfDeployment } from '#runtime/env.contract.ts';
import { ReplayMessage } from '../../intake/replay.contract.ts';
import type { RedriveNeeds } from './ports.ts';

/** Messages that went back, and those that could not be sent and stay where they are. */
export type Redriven = { readonly moved: number; readonly failed: number };

/** A queue that answers with fewer than asked may still hold some: so many empty looks end a request. */
const EMPTY_LOOKS = 2;

/**
 * Brings dead letters back, each removed only after it was sent: cut short, a message comes twice, which changes nothing,
 * for no consumer takes a message's id for an identity.
 */
export async function redrive(queue: QueueOfDeployment, limit: number, needs: RedriveNeeds): Promise<Redriven> {
  let [moved, failed, empty] = [0, 0, 0];
  while (moved + failed < limit && empty < EMPTY_LOOKS) {
    const letters = await needs.deadLetters.take(queue.deadLetters, limit - moved - failed);
    if (letters.length === 0) {
      empty += 1;
      continue;
    }
    const sent = await sendBack(queue, letters, needs);
    await needs.deadLetters.remove(
      queue.deadLetters,
      sent.map(({ receipt }) => receipt),
    );
    moved += sent.length;
    failed += letters.length - sent.length;
  }
  return { moved, failed };
}

async function sendBack(
  { url }: QueueOfDeployment,
  letters: readonly DeadLetter[],
  needs: RedriveNeeds,
): Promise<readonly DeadLetter[]> {
  const door = doorOf(url, needs);
  const bodies = await Promise.all(
    letters.map(async (letter) => (door === undefined ? letter.body : kept(letter, door, needs))),
  );
  const refused = await needs.deadLetters.send(door === undefined ? url : needs.eventsUrl, bodies);
  return letters.filter((_, at) => !refused.includes(at));
}

const doorOf = (url: string, { eventsUrl, busQueueName }: RedriveNeeds): 'queue' | 'bus' | undefined =>
  url === eventsUrl ? 'queue' : url.endsWith(`/${busQueueName}`) ? 'bus' : undefined;

/**
 * Whoever sends an event to a queue speaks for a source, and we may speak for none: the event is set aside as it came, and
 * asked to be applied again as whoever sent it first.
 */
async function kept(letter: DeadLetter, door: 'queue' | 'bus', needs: RedriveNeeds): Promise<string> {
  if (needs.parse(ReplayMessage, jsonOf(letter.body)).ok) return letter.body;
  const { id: name, sentAt: at, senderId, body } = letter;
  const item = { name, at, code: 'queue.dead-letter', issues: [], door, senderId, body };
  return JSON.stringify({ replay: await needs.quarantine.put(item, needs.wallNow()) } satisfies ReplayMessage);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
