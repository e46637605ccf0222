import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundlePrograms } from './machine/programs.ts';
import { violationsIn } from './model/check.ts';
import { textAt } from './model/facts.ts';
import { readRecord } from './model/record.ts';
import { type EntriesChange, entriesPut } from './model/spoiled.ts';
import type { Invariant, Seen } from './model/violation.ts';
import type { Told } from './world/bank.ts';
import { sealedOf } from './world/erasing.ts';
import { playWorld } from './world/world.ts';

/** A small world in which nothing went wrong; each test puts one thing wrong into what is seen of it. */
let seen: Seen;
let broken: readonly Invariant[];
beforeAll(async () => {
  const world = await playWorld({ seed: 'sound.2', programs: await bundlePrograms(), deliveries: 60, faults: 0 });
  seen = { world, record: await readRecord(world.machine.engine) };
  broken = await found(seen);
}, 400_000);
afterAll(() => seen.world.machine.stop());

const words = async (of: Seen): Promise<string> => (await violationsIn(of)).map(({ what }) => what).join();
const found = async (of: Seen): Promise<readonly Invariant[]> =>
  (await violationsIn(of)).map(({ invariant }) => invariant);

const withEntries = (type: string, change: EntriesChange): Seen => entriesPut(seen, type, change);
const withWorld = (world: Partial<Seen['world']>): Seen => ({ ...seen, world: { ...seen.world, ...world } });
const withProvider = (provider: object): Seen =>
  withWorld({ machine: { ...seen.world.machine, provider: { ...seen.world.machine.provider, ...provider } } });
const firstText = () => {
  const [text] = seen.world.machine.provider.texts;
  if (text === undefined) throw new Error('text: got none');
  return text;
};

test('a world in which nothing goes wrong breaks no invariant', () => {
  expect(broken).toEqual([]);
});

test('I1: an event that is nowhere is missed', async () => {
  const lost: Told = {
    id: 'lost',
    type: 'liaison.customer.help-requested.v1',
    data: { customerId: 'u1' },
    at: 0,
    door: 'http',
    answers: ['accepted'],
    sends: 1,
  };
  const { bank } = seen.world;

  expect(await found(withWorld({ bank: { ...bank, told: [...bank.told, lost] } }))).toContain('I1');
});

test('I2: an event that opens two cases is found', async () => {
  const opened = [...seen.record.timelines].filter(
    ([name, [first]]) => name.startsWith('CASE#') && first?.type === 'case.opened',
  );
  const [one] = opened.find(([, [first]]) => textAt(first?.facts, 'reason', 'source') === 'urn:bank:core') ?? [];
  const timelines = new Map(seen.record.timelines);
  timelines.set(
    'CASE#twin',
    (timelines.get(one ?? '') ?? []).map((entry) => ({ ...entry, aggregate: 'CASE#twin' })),
  );

  expect(await found({ ...seen, record: { ...seen.record, timelines } })).toContain('I2');
});

test('I3: a claim while another is open is found', async () => {
  const two = withEntries('contact.claimed', (entries, at) => {
    const [claim] = entries.slice(at);
    if (claim === undefined) return entries;
    const again = { ...claim, seq: claim.seq + 1, facts: { ...claim.facts, attempt: 77 } };
    return [...entries.slice(0, at + 1), again, ...entries.slice(at + 1).map((one) => ({ ...one, seq: one.seq + 1 }))];
  });

  expect(await found(two)).toContain('I3');
});

test('I4: a doubt that holds, and about which no person is asked, is found', async () => {
  const doubted = withEntries('contact.accepted', (entries, at) =>
    entries.map((one, index) => {
      if (index === 0) return { ...one, facts: { ...one.facts, purpose: 'debt_reminder' } };
      return index === at ? { ...one, type: 'contact.in-doubt' } : one;
    }),
  );

  expect(await found(doubted)).toContain('I4');
});

test('I4: a second text of one claim is found at the provider', async () => {
  const { texts } = seen.world.machine.provider;

  expect(await found(withProvider({ texts: [...texts, { ...firstText(), messageId: 'again' }] }))).toContain('I4');
});

test('I6: an attempt that a receipt has settled, and that ends once more, is found', async () => {
  const twice = withEntries('contact.accepted', (entries, at) => {
    const settles = entries.slice(at, at + 1).map((one) => ({
      ...one,
      type: 'receipt.recorded',
      facts: { attempt: one.facts['attempt'], settles: 'CLAIMED' },
    }));
    return [...entries.slice(0, at), ...settles, ...entries.slice(at)];
  });

  expect(await words(twice)).toContain('a second time');
});

test('I10: a yes that settles a case which an event about more had joined is found', async () => {
  const confirmed = withEntries('reply.received', (entries, at) => {
    const joined = { type: 'case.merged', facts: { amount: { minor: Number.MAX_SAFE_INTEGER, currency: 'CNY' } } };
    return entries.flatMap((one, index) => {
      if (index !== at) return [one];
      const facts = { ...one.facts, to: 'RESOLVED', meaning: { do: 'settle', outcome: 'CONFIRMED_GENUINE' } };
      return [
        { ...one, ...joined, seq: one.seq - 0.5 },
        { ...one, facts },
      ];
    });
  });

  expect(await words(confirmed)).toContain('confirmed more');
});

test('I9: a number that is known at two places is found', async () => {
  const moved = withEntries('contact.claimed', (entries, at) =>
    entries.map((one, index) => {
      const place = typeof one.facts['at'] === 'object' ? one.facts['at'] : {};
      return index === at ? { ...one, facts: { ...one.facts, at: { ...place, point: 'elsewhere' } } } : one;
    }),
  );

  expect(await words(moved)).toContain('are one number');
});

test('I5: a doubt about a text of which the provider said that it took it is found', async () => {
  const doubted = withEntries('contact.accepted', (entries, at) =>
    entries.map((entry, nth) =>
      nth === at ? { ...entry, type: 'contact.in-doubt', facts: { ...entry.facts, state: 'IN_DOUBT' } } : entry,
    ),
  );

  expect(await found(doubted)).toContain('I5');
});

test('I5: a text that nobody claimed is found', async () => {
  const { texts } = seen.world.machine.provider;

  expect(await found(withProvider({ texts: [...texts, { ...firstText(), attemptId: 'nobody.1' }] }))).toContain('I5');
});

test('I6: a move from where the case never stood is found', async () => {
  const moved = withEntries('contact.claimed', (entries, at) =>
    entries.map((one, nth) =>
      nth === at ? { ...one, facts: { ...one.facts, from: 'CLOSED', to: 'CONTACTING' } } : one,
    ),
  );

  expect(await found(moved)).toContain('I6');
});

test('I7: a text claimed after the end of its case is found', async () => {
  const late = withEntries('contact.claimed', (entries, at) => {
    const [claim] = entries.slice(at);
    const last = entries.length;
    return claim === undefined
      ? entries
      : [
          ...entries,
          { ...claim, seq: last + 1, type: 'case.settled', facts: { to: 'RESOLVED' } },
          { ...claim, seq: last + 2 },
        ];
  });

  expect(await found(late)).toContain('I7');
});

test('I8: a third party who is told of a debt is found', async () => {
  const [somebody] = seen.world.customers;
  const kin = { id: 'k', phone: '+8619911111111' };
  const customers = somebody === undefined ? [] : [{ ...somebody, kin }];
  const texts = [{ ...firstText(), to: kin.phone, text: '您的亲属有欠款' }];
  const told = withProvider({ texts });

  expect(await found({ ...told, world: { ...told.world, customers } })).toContain('I8');
});

test('I9: a claim on a number that had asked for silence before is found', async () => {
  const { stream } = seen.world.machine;
  const claim = [...seen.record.timelines.values()].flat().find(({ type }) => type === 'contact.claimed');
  const name = `PT#${textAt(claim?.facts, 'at', 'point')}`;
  const [first] = [...seen.record.timelines.values()].flat();
  const stop = first === undefined ? [] : [{ ...first, aggregate: name, seq: 1, type: 'point.opted-out', facts: {} }];
  const timelines = new Map(seen.record.timelines).set(name, stop);
  const bornAt = (key: string): number => (key.startsWith('PT#') ? -1 : 0);
  const machine = { ...seen.world.machine, stream: { ...stream, bornAt } };

  expect(await found({ world: { ...seen.world, machine }, record: { ...seen.record, timelines } })).toContain('I9');
});

test('I10: a text from a handset that was dropped is missed', async () => {
  const wrote = [...seen.world.people.wrote, { from: '+8619900000000', body: '1', at: 0, id: 'dropped' }];

  expect(await found(withWorld({ people: { ...seen.world.people, wrote } }))).toContain('I10');
});

test('I10: a reply, and a denial for all, that moved a case which never asked at that number is found', async () => {
  const { people, machine } = seen.world;
  const wrote = [...people.wrote, { from: firstText().to, body: '2', at: 0, id: 'stray' }];
  const [asked] = machine.provider.texts;
  const stray = (meaning: string): Seen => {
    const timelines = [...seen.record.timelines].map(([aggregate, entries]) => {
      const [first] = entries;
      const facts = { inboundId: 'stray', point: 'elsewhere', meaning: { do: meaning } };
      const is = aggregate.startsWith('CASE#') && asked?.attemptId.startsWith(aggregate.slice(5)) === false;
      return [
        aggregate,
        is && first !== undefined ? [...entries, { ...first, type: 'reply.received', facts }] : entries,
      ] as const;
    });
    const world = { ...seen.world, people: { ...people, wrote } };
    return { world, record: { ...seen.record, timelines: new Map(timelines) } };
  };

  expect(await found(stray('settle'))).toContain('I10');
  expect(await found(stray('protect'))).toContain('I10');
});

test('I11: a breach that is told twice, or before its time, is found', async () => {
  const told = [{ what: 'breached', policy: 'p', clock: 'ack', dueAt: Number.MAX_SAFE_INTEGER }];
  const twice = withEntries('complaint.received', (entries, at) => {
    const [first] = entries.slice(at);
    return first === undefined
      ? entries
      : [...entries, { ...first, type: 'complaint.clocks-told', facts: { told: [...told, ...told] } }];
  });

  expect((await found(twice)).filter((one) => one === 'I11').length).toBeGreaterThan(1);
});

test('I13: a figure that counts what is in no entry is found', async () => {
  expect(await found(withEntries('contact.claimed', (entries, at) => entries.slice(0, at)))).toContain('I13');
});

test('I14: an entry that was written over is found, though the chain over it is whole', async () => {
  const stream = { ...seen.world.machine.stream, rewritten: ['CASE#c1 E#00000001'] };

  expect(await found(withWorld({ machine: { ...seen.world.machine, stream } }))).toContain('I14');
});

test('I14: a changed fact, a due date that no entry set, and an entry that was cut off, are found', async () => {
  const put = (type: string, facts: object): Seen =>
    withEntries(type, (entries, at) =>
      entries.map((one, nth) => (nth === at ? { ...one, facts: { ...one.facts, ...facts } } : one)),
    );

  expect(await found(put('contact.claimed', { attempt: 99 }))).toContain('I14');
  expect(await words(put('complaint.received', { due: {} }))).toMatch(/clocks\.\S+ contradicts entry/u);
  expect(await found(withEntries('contact.claimed', (entries) => entries.slice(0, -1)))).toContain('I14');
});

test('I15: calls without end are found', async () => {
  const machine = { ...seen.world.machine, calls: () => 1_000_000_000 };
  expect(await found(withWorld({ machine }))).toContain('I15');
  expect(await words(withWorld({ isEndless: () => true }))).toContain('and no end of them');
});

test('I16: a name in a notice is found, and a number inside other digits', async () => {
  const { published } = seen.world.machine.provider;
  const number = seen.world.customers[0]?.phone.slice(3);

  for (const told of ['王秘1', `00${number}7`])
    expect(await found(withProvider({ published: [...published, told] }))).toContain('I16');
});

test('I17: whoever is said to be erased and stands in the record is found', async () => {
  const [somebody] = seen.world.customers.filter(({ id }) => !seen.world.erased.some((one) => one.customerId === id));
  const customerId = somebody?.id ?? '';
  const erased = [...seen.world.erased, { customerId, sealed: await sealedOf(customerId, seen.world.machine) }];

  expect((await found(withWorld({ erased }))).filter((one) => one === 'I17').length).toBeGreaterThan(1);
});

test('I18: a screen that is never understood is found', async () => {
  expect(await found(withWorld({ staff: { ...seen.world.staff, failures: ['GET /v1/tasks'] } }))).toContain('I18');
});

test('I14: the stream tells of an entry that somebody writes over', async () => {
  const { engine, stream, time } = seen.world.machine;
  const over = seen.record.items.find(({ sk }) => sk?.S?.startsWith('E#') === true);
  if (over === undefined) throw new Error('entry: got none');
  await engine.client.send(new PutItemCommand({ TableName: engine.tableName, Item: { ...over, z: { N: '1' } } }));
  stream.stir();
  await time.runTo(time.now() + 120_000);

  expect(stream.rewritten).toEqual([`${over['pk']?.S} ${over['sk']?.S}`]);
});
