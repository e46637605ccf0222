import * as v from 'valibot';
import type { Surroundings } from '#runtime/chain.ts';
import type { Clock } from '#runtime/clock.ts';
import { fromApi } from '#runtime/from-api.ts';
import { fromQueue } from '#runtime/from-queue.ts';
import { type AcceptNeeds, acceptEvents } from './accept-events.ts';
import { type ReceiveNeeds, receiveEvent, setAside } from './receive-events.ts';
import { lineOfMessage } from './take/lines.ts';

/** `POST /v1/events` on whatever it is joined to. One odd event of a batch is refused alone, so the door lets it by. */
export const eventsApi = (live: () => AcceptNeeds, around?: Surroundings) =>
  fromApi({ handle: acceptEvents, live, oddText: 'keep', ...(around === undefined ? {} : { around }) });

/** The queues of events, the bus's among them, on whatever they are joined to. Whether a message is an event is decided where it can be set aside. */
export const eventsQueue = (live: () => ReceiveNeeds, more: { around?: Surroundings; clock?: Clock } = {}) =>
  fromQueue({ schema: v.unknown(), run: receiveEvent, live, quarantine: setAside, orderOf: lineOfMessage, ...more });
