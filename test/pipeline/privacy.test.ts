import { expect, test } from 'vitest';
import { emulatorPage } from '../../tools/running/emulator-pages.ts';
import { names } from '../../tools/stories/registry.ts';
import { allItems, deployed, helpOf, logLines, newCustomer } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();

/** What nobody but the reader of a text may ever see in clear. */
const canaries = {
  name: '欧阳金丝雀',
  contactName: '司徒百灵',
  mail: 'canary.bird@example.com',
  note: 'wing broken near the river',
  reply: 'my canary sings loudly tonight',
};

test('names, numbers and words of people are found in the outgoing text alone, and sealed in the table', async () => {
  const { id, phone, record } = newCustomer('canary', { name: canaries.name, mails: [canaries.mail] });
  const contact = newCustomer('canary-contact');
  await scene.push(
    record,
    names(
      { id, name: canaries.name, phone },
      { id: 'canary-c1', name: canaries.contactName, phone: contact.phone },
      {
        relation: 'sister',
        order: 1,
        asOf: '2026-06-01T00:00:00Z',
        locale: 'zh-CN',
      },
    ),
    helpOf(id, { note: canaries.note }),
  );
  await scene.answer(phone, canaries.reply);
  await scene.answer('+8619929999999', canaries.reply);
  await scene.registry.call('/v1/lookup', { method: 'POST', body: { phone } });
  await scene.registry.call(`/v1/customers/${id}`, {
    method: 'PUT',
    body: { name: canaries.name, phones: [phone, 'x'] },
  });
  await scene.settled();

  const secrets = [...Object.values(canaries), phone, phone.slice(1), contact.phone, contact.phone.slice(1)];
  const places = {
    logs: (await logLines(stage)).join('\n'),
    notices: JSON.stringify(await scene.notices({})),
    queues: JSON.stringify(await emulatorPage(stage, 'sqs/messages')),
    table: JSON.stringify(await allItems(stage), bytesAsLatin),
  };
  const found = Object.entries(places).flatMap(([place, text]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${place}`),
  );
  expect(found).toEqual([]);
  expect(places.logs.length).toBeGreaterThan(10_000);
  expect((await scene.textsTo(phone)).length).toBeGreaterThan(0);
});

/** Bytes in clear would show as the text they are. */
const bytesAsLatin = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array
    ? `${Buffer.from(value).toString('utf8')}${Buffer.from(value).toString('latin1')}`
    : value;
