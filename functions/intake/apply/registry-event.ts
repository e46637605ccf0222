import type { RegistryResult } from '#store/people/registry.ts';
import type { BankEvent, EventOf } from '../events.contract.ts';
import { ACCEPTED, type Outcome, type Rejected, rejected } from '../outcome.ts';
import type { IntakeNeeds } from '../ports.ts';
import { pastInstant } from './account-reading.ts';
import { noticeBeside } from './cases/contact-notice.ts';
import { identityOf, taken } from './once.ts';
import {
  type ReadRecord,
  type RecordContext,
  toContactInput,
  toCustomerInput,
  toRemovalInput,
} from './registry-input.contract.ts';
import { inRounds } from './rounds.ts';

export type RegistryEvent = EventOf<
  'liaison.customer.upserted.v1' | 'liaison.contact.upserted.v1' | 'liaison.contact.removed.v1'
>;

/** A record of a person, as the registry takes it: ordered by when it was true, newer ones stay. */
export async function applyRegistryEvent(event: RegistryEvent, needs: IntakeNeeds): Promise<Outcome> {
  const write = await writeOf(event, needs);
  if ('kind' in write) return write;
  const before = await taken(event, needs);
  if (before !== undefined) return before;
  return inRounds(needs.pause, async () => {
    const result = await write.run();
    if (result.kind === 'also-stale') return taken(event, needs);
    return outcomeOf(result);
  });
}

type Write = { readonly run: () => Promise<RegistryResult> };

async function writeOf(event: RegistryEvent, needs: IntakeNeeds): Promise<Write | Rejected> {
  const { registry } = needs;
  const context = await contextOf(event, needs);
  const also = [identityOf(event, needs)];
  switch (event.type) {
    case 'liaison.customer.upserted.v1':
      return writing(toCustomerInput(event.data, context), (input) => registry.upsertCustomer(input, also));
    case 'liaison.contact.upserted.v1':
      return writing(toContactInput(event.data, context), (input) =>
        registry.upsertContact(input, also, noticeBeside(event, needs)),
      );
    case 'liaison.contact.removed.v1':
      return { run: () => registry.removeContact(toRemovalInput(event.data, context), also) };
  }
}

function writing<T>(read: ReadRecord<T>, run: (input: T) => Promise<RegistryResult>): Write | Rejected {
  if (read.ok) return { run: () => run(read.input) };
  return rejected(
    'event.invalid',
    read.issues.map(({ pointer, detail }) => ({ pointer: `/data${pointer}`, detail })),
  );
}

const contextOf = async (event: BankEvent, needs: IntakeNeeds): Promise<RecordContext> => ({
  actor: { kind: 'producer', source: event.source },
  at: pastInstant(event.time, needs.now()),
  now: needs.now(),
  locale: needs.locale,
  readPhone: await needs.phones(),
});

function outcomeOf(result: Exclude<RegistryResult, { kind: 'also-stale' }>): Outcome {
  switch (result.kind) {
    case 'written':
    case 'unchanged':
      return ACCEPTED;
    case 'older':
      return rejected('event.older');
    case 'customer-unknown':
      return rejected('event.customer-unknown');
    case 'erased':
      return rejected('event.customer-erased');
    case 'contacts-full':
      return rejected('event.contacts-full', [
        { pointer: '/data', detail: `expected at most ${result.limit} contacts` },
      ]);
  }
}
