import { expect, test } from 'vitest';
import { receiveReply } from '../../../functions/replies/receive-reply.ts';
import { NOON } from '../../support/cases.ts';
import { pointOfNumber } from '../../support/points.ts';
import { forgeryRun, fraud, open, reading } from '../../support/proof/forgery.ts';

test('ten thousand forged or odd replies: none settles a case, lifts a hold or becomes an outcome', async () => {
  const run = await forgeryRun(10_000, 20_260_603);

  expect(run.failures).toEqual([]);
  expect(run).toMatchObject({ replies: 10_000, sensitive: 0 });
}, 90_000);

test('the same texts with the right token in time do settle: the test above can fail', async () => {
  const { needs, moves } = reading({ point: pointOfNumber({ questions: [open] }), of: fraud });
  const sms = { originationNumber: '+8613900000001', messageBody: '７Ｍ１', inboundMessageId: 'right' };
  await receiveReply(sms, needs, { sentAt: NOON });

  expect(moves.map((one) => one.next.outcome)).toEqual(['CONFIRMED_GENUINE']);
});
