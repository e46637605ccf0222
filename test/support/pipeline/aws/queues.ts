/** A message as a queue holds it. */
export type Held = {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  /** From this instant on a consumer may have it. */
  readonly visibleAt: number;
  readonly received: number;
};

export const QUEUES = ['events', 'urgent', 'normal', 'bulk', 'complaints', 'sweep', 'inbound', 'receipts'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Receives before a message is set aside as dead. Source: the queues' redrive policy. */
const RECEIVES = 5;

/** Standard queues: at least once, no order promised, delays and visibility by the business clock. */
export type Queues = {
  readonly send: (queue: QueueName, body: string, delayMs?: number) => string;
  /** Up to ten visible messages, taken out; give back what failed. */
  readonly take: (queue: QueueName, most?: number) => readonly Held[];
  readonly giveBack: (queue: QueueName, messages: readonly Held[], afterMs: number) => void;
  readonly visible: (queue: QueueName) => number;
  readonly nextVisibleAt: () => number;
  readonly depth: (queue: QueueName) => { readonly visible: number; readonly delayed: number };
  /** Everything that was ever sent, in order. */
  readonly sent: readonly { readonly queue: QueueName; readonly body: string }[];
  readonly dead: readonly { readonly queue: QueueName; readonly message: Held }[];
};

export function createQueues(now: () => number): Queues {
  const held = new Map<QueueName, Held[]>(QUEUES.map((name) => [name, []]));
  const sent: { queue: QueueName; body: string }[] = [];
  const dead: { queue: QueueName; message: Held }[] = [];
  const of = (queue: QueueName): Held[] => held.get(queue) ?? [];
  let last = 0;
  return {
    sent,
    dead,
    send: (queue, body, delayMs = 0) => {
      last += 1;
      const id = `m${last}`;
      of(queue).push({ id, body, sentAt: now(), visibleAt: now() + delayMs, received: 0 });
      sent.push({ queue, body });
      return id;
    },
    take: (queue, most = 10) => {
      const ready = of(queue)
        .filter((message) => message.visibleAt <= now())
        .slice(0, most);
      held.set(
        queue,
        of(queue).filter((message) => !ready.includes(message)),
      );
      return ready.map((message) => ({ ...message, received: message.received + 1 }));
    },
    giveBack: (queue, messages, afterMs) => {
      for (const message of messages) {
        if (message.received >= RECEIVES) dead.push({ queue, message });
        else of(queue).push({ ...message, visibleAt: now() + afterMs });
      }
    },
    visible: (queue) => of(queue).filter((message) => message.visibleAt <= now()).length,
    nextVisibleAt: () => Math.min(Number.POSITIVE_INFINITY, ...[...held.values()].flat().map((one) => one.visibleAt)),
    depth: (queue) => {
      const visible = of(queue).filter((message) => message.visibleAt <= now()).length;
      return { visible, delayed: of(queue).length - visible };
    },
  };
}
