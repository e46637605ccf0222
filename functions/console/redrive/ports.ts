import type { DeadLetters } from '#channels/dead-letters.ts';
import type { QuarantineStore } from '#store/received/quarantine-store.ts';
import type { ConsoleNeeds } from '../ports.ts';

/** Everything that bringing dead letters back asks of the world. */
export type RedriveNeeds = Pick<ConsoleNeeds, 'answers' | 'depth' | 'log' | 'parse' | 'pause' | 'queues'> & {
  readonly deadLetters: DeadLetters;
  readonly quarantine: Pick<QuarantineStore, 'put'>;
  /** Queue of events, and the name of the one that the event bus fills: there it matters who sent a message. */
  readonly eventsUrl: string;
  readonly busQueueName: string;
  readonly wallNow: () => number;
};
