import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import type { Bank } from './bank.ts';
import { webhook } from './doors.ts';
import type { FIRST_HEARD } from './moods.ts';
import type { People } from './people.ts';

type At = { readonly machine: Machine; readonly bank: Bank; readonly people: People; readonly chance: Chance };
/** It stays the first for as long as nothing else comes, and is told again until somebody took it. */
const WEBHOOK_TRIES = 12;
/** A number nobody has heard of. */
const STRANGER = '+8613600000000';

/** Something comes by a door at which nothing is expected yet, before anything else. */
export function hearFirst(what: (typeof FIRST_HEARD)[number], { machine, bank, people, chance }: At): unknown {
  switch (what) {
    case 'text':
      return people.write(STRANGER, '请问你们几点开门？');
    case 'webhook':
      return webhook({ machine, chance, customers: [] }, WEBHOOK_TRIES);
    case 'receipt':
      return machine.inbound('receipts', {
        eventType: 'TEXT_DELIVERED',
        eventVersion: '1.0',
        eventTimestamp: machine.time.now(),
        isFinal: true,
        destinationPhoneNumber: STRANGER,
        messageId: 'nobody-knows',
        messageRequestTimestamp: machine.time.now(),
        context: {},
      });
    case 'event':
      return bank.babble('{"specversion":"1.0","id":"first","source":"urn:bank:core","type":"liaison.nothing.v1"}');
  }
}
