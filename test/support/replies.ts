import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { SQSBatchResponse } from 'aws-lambda';
import type { ContactPoint, Holder } from '#domain/contact/point.ts';
import type { Address, Customer, EmergencyContact } from '#domain/customer/customer.ts';
import { contactId, customerId, type PointId } from '#domain/ids.ts';

import { createIds } from '#runtime/ids.ts';
import type { Entry } from '#store/codecs/entry.ts';
import { createComplaintStore, type WholeComplaint } from '#store/complaint-store.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { createPersonStore, type PersonRecord } from '#store/people/customer-store.ts';
import { createReader } from '#store/reader.ts';
import { createInboxStore, type Unmatched } from '#store/received/inbox-store.ts';
import { createQuarantineStore, type Quarantined } from '#store/received/quarantine-store.ts';
import { joinReplies, repliesQueue } from '../../functions/replies/live.ts';
import type { ReplyNeeds } from '../../functions/replies/ports.ts';
import { dispatchWorld, type World } from './dispatches.ts';
import type { Engine } from './engine.ts';
import { nextFence } from './ledgers.ts';
import { addressOf, contactOf, customerOf } from './records.ts';
import { recordingSurroundings } from './runtime/fakes-runtime.ts';
import { snsEnvelope, sqsEvent, sqsRecord } from './runtime/lambda-events.ts';
import { vaultOn } from './vaults.ts';

export type Typed = { readonly id?: string; readonly answers?: string; readonly at?: number };

/** Replies as they are deployed, beside dispatch on the same table: what is asked and what is answered both happen. */
export type ReplyWorld = World & {
  readonly replies: ReplyNeeds;
  readonly lines: ReturnType<typeof recordingSurroundings>['lines'];
  /** Somebody types a text: through topic, queue and handler. */
  readonly type: (from: string, body: string, more?: Typed) => Promise<SQSBatchResponse>;
  readonly deliver: (body: unknown) => Promise<SQSBatchResponse>;
  readonly pointAt: (number: string) => Promise<PointId>;
  readonly addressAt: (number: string) => Promise<Address>;
  /** A customer with one number that was there from the start, and emergency contacts by their numbers. */
  readonly bank: (
    id: string,
    number: string,
    change?: Partial<Customer> & { readonly contacts?: readonly string[] },
  ) => Promise<void>;
  readonly number: (number: string) => Promise<ContactPoint>;
  readonly person: (id: string) => Promise<PersonRecord>;
  readonly inbox: () => Promise<readonly Unmatched[]>;
  readonly quarantined: () => Promise<readonly Quarantined[]>;
  readonly complaint: (id: string) => Promise<WholeComplaint>;
  readonly entries: (number: string) => Promise<readonly Entry[]>;
  /** Every item of the table, as stored. */
  readonly everything: () => Promise<readonly unknown[]>;
  readonly opened: (key: Uint8Array, entry: Entry) => Promise<string>;
  /** Sends what was planned as an answer to a number or on a case, and returns the texts the provider was handed. */
  readonly answered: (aggregate: string) => Promise<readonly string[]>;
};

let typed = 0;

const sentAt = (now: number) => ({
  ApproximateReceiveCount: '1',
  SentTimestamp: String(now),
  SenderId: 'AIDAEXAMPLE',
  ApproximateFirstReceiveTimestamp: String(now),
});

export function replyWorld(engine: Engine): ReplyWorld {
  const world = dispatchWorld(engine);
  const vault = vaultOn(engine);
  const reader = createReader(engine.client, engine.tableName);
  const around = recordingSurroundings();
  const store = { reader, db: engine.client, table: engine.tableName, vault };
  const parts = {
    db: engine.client,
    tableName: engine.tableName,
    vault,
    clock: { businessNow: world.now, wallNow: world.now, fromWire: Number },
    ids: { ...createIds(), fence: nextFence, random: () => 0 },
    count: around.metrics.count,
    home: () => ({ jurisdiction: 'CN', timezone: 'Asia/Shanghai' }) as const,
  };
  const joined = joinReplies(parts);
  const handler = repliesQueue(() => joined, around);
  const pointAt = vault.pointOf;
  const addressAt = async (number: string): Promise<Address> => ({
    ...addressOf(number, { verifiedAt: world.now(), kind: 'mobile', since: 0 }),
    point: await pointAt(number),
  });
  const deliver = (body: unknown): Promise<SQSBatchResponse> =>
    handler(sqsEvent(sqsRecord(body, { attributes: sentAt(world.now()) })));
  return {
    ...world,
    replies: joined,
    lines: around.lines,
    pointAt,
    addressAt,
    deliver,
    type: (from, body, { id, answers, at = world.now() } = {}) => {
      const sms = {
        originationNumber: from,
        destinationNumber: '+8610690000',
        messageKeyword: 'KEYWORD',
        messageBody: body,
        inboundMessageId: id ?? `in-${(typed += 1)}`,
        ...(answers === undefined ? {} : { previousPublishedMessageId: answers }),
      };
      return deliver(snsEnvelope(sms, new Date(at).toISOString()));
    },
    bank: async (id, number, { contacts = [], ...change } = {}) => {
      const phone = await addressAt(number);
      const listed = await Promise.all(
        contacts.map(
          async (one, order): Promise<EmergencyContact> =>
            contactOf({
              customerId: customerId(id),
              contactId: contactId(`${id}-k${order + 1}`),
              order: order + 1,
              phone: await addressAt(one),
            }),
        ),
      );
      await world.customer(customerOf({ id: customerId(id), phones: [phone], mails: [], ...change }), listed);
      await holds(phone.point, { kind: 'customer', customerId: id, verifiedAt: world.now() });
      for (const one of listed) {
        if (one.phone !== undefined)
          await holds(one.phone.point, { kind: 'contact', customerId: id, contactId: one.contactId });
      }
    },
    number: async (number) => world.pointOf(await pointAt(number)),
    person: async (id) => {
      const found = await createPersonStore(reader, vault).load(id);
      if (found === undefined) throw new Error(`got no customer ${id}, expected one`);
      return found;
    },
    inbox: async () => (await createInboxStore(reader, vault).page({ now: world.now(), limit: 100 })).messages,
    quarantined: async () => (await createQuarantineStore(store).page({ now: world.now(), limit: 100 })).items,
    complaint: async (id) => {
      const found = await createComplaintStore(reader).whole(id);
      if (found === undefined) throw new Error(`got no complaint ${id}, expected one`);
      return found;
    },
    entries: async (number) => (await createTimeline(reader).newest('point', await pointAt(number), 50)).toReversed(),
    everything: async () => {
      const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.tableName }));
      return Items;
    },
    opened: async (key, entry) => {
      const [pk, sealed] = [entry.aggregate, entry.sealed];
      if (sealed === undefined) throw new Error('got an entry without words, expected sealed ones');
      const plain = await vault.open(key, { ...entryKey(pk, entry.seq), attribute: 's' }, sealed);
      return Buffer.from(plain).toString('utf8');
    },
    answered: async (aggregate) => {
      const before = world.provider.taken.length;
      await world.work(aggregate);
      return world.provider.taken.slice(before).map((one) => one.text);
    },
  };

  async function holds(point: PointId, holder: Holder): Promise<void> {
    const known = await world.pointOf(point).catch(() => undefined);
    await world.point(point, { holders: [...(known?.holders ?? []), holder] });
  }
}

export const caseName = (id: string): string => aggregateName('case', id);
export const pointName = (id: string): string => aggregateName('point', id);

/** A case of this customer whose first text went out; answers its token. */
export async function tokenOfAsked(world: ReplyWorld, id: string, of: string, accountId = `a-${id}`): Promise<string> {
  await world.open({ id, customerId: of, accountId });
  await world.work(caseName(id));
  return (await world.caseOf(id)).token ?? '';
}
