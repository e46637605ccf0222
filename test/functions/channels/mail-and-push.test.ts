import { expect, test } from 'vitest';
import { loadSes, sesMailSender } from '#channels/mail.ts';
import { snsPushSender } from '#channels/push.ts';
import { smsClient } from '#channels/sms.ts';
import { sensitive } from '#domain/sensitive.ts';
import { fakeNetwork } from '../../support/runtime/aws-calls.ts';

const FROM = { from: 'Example Bank <notice@example.com>', configurationSet: 'mails' };
const mail = {
  to: sensitive('wang@example.com'),
  subject: 'Example Bank: please answer [4K]',
  text: sensitive('Was it you?'),
  html: sensitive('<p>Was it you?</p>'),
  attemptId: 'c1.2',
};
const ENDPOINT = 'arn:aws:sns:eu-west-2:000000000000:endpoint/GCM/MyBank/0b9c';
const push = { to: sensitive(ENDPOINT), text: sensitive('Was it you?'), attemptId: 'c1.1' };

type Answer = Parameters<typeof fakeNetwork>[0];

async function mailed(answer: Answer) {
  const { settings, calls } = fakeNetwork(answer);
  const outcome = await sesMailSender(() => loadSes(settings), FROM).send(mail);
  return { outcome, calls };
}

async function pushed(answer: Answer, applications = ['GCM/MyBank']) {
  const { settings, calls } = fakeNetwork(answer);
  const outcome = await snsPushSender(() => smsClient(settings), applications).send(push);
  return { outcome, calls };
}

const snsError = (code: string, status: number) => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
});

test('a mail goes out once, as text and as HTML, from the bank, with its attempt as header and tag', async () => {
  const { outcome, calls } = await mailed(() => ({ body: '{"MessageId":"m-1"}' }));

  expect(outcome).toEqual({ kind: 'ACCEPTED', messageId: 'm-1' });
  expect(calls).toHaveLength(1);
  expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
    FromEmailAddress: FROM.from,
    ConfigurationSetName: 'mails',
    Destination: { ToAddresses: ['wang@example.com'] },
    EmailTags: [{ Name: 'attemptId', Value: 'c1_2' }],
    Content: {
      Simple: {
        Subject: { Data: mail.subject },
        Body: { Text: { Data: 'Was it you?' }, Html: { Data: '<p>Was it you?</p>' } },
        Headers: [{ Name: 'X-Attempt-Id', Value: 'c1.2' }, { Name: 'Auto-Submitted' }],
      },
    },
  });
});

test.each([
  ['the answer is lost', () => Object.assign(new Error('hang up'), { code: 'ECONNRESET' }), { kind: 'IN_DOUBT' }],
  ['it fails', () => ({ status: 500, body: '{}' }), { kind: 'IN_DOUBT' }],
  [
    'the sender is not verified',
    () => ({ status: 400, body: '{"__type":"MessageRejected","message":"not verified"}' }),
    { kind: 'NOT_SENT', retry: 'retryable' },
  ],
  [
    'the address is none',
    () => ({ status: 400, body: '{"__type":"BadRequestException","message":"no"}' }),
    { kind: 'NOT_SENT', retry: 'final' },
  ],
  [
    'nobody listens',
    () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' }),
    { kind: 'NOT_SENT', retry: 'retryable' },
  ],
] as const)('a mail of which %s is asked for once, and its outcome is told apart', async (_what, answer, expected) => {
  const { outcome, calls } = await mailed(answer);

  expect(outcome).toMatchObject(expected);
  expect(calls).toHaveLength(1);
});

test('a push goes to the endpoint itself, in the words each platform shows', async () => {
  const ok = '<PublishResponse><PublishResult><MessageId>p-1</MessageId></PublishResult></PublishResponse>';
  const { outcome, calls } = await pushed(() => ({ body: ok }));
  const fields = new URLSearchParams(calls[0]?.body);

  expect(outcome).toEqual({ kind: 'ACCEPTED', messageId: 'p-1' });
  expect(fields.get('TargetArn')).toBe(ENDPOINT);
  expect(JSON.parse(fields.get('Message') ?? '')).toMatchObject({
    default: 'Was it you?',
    GCM: JSON.stringify({ notification: { body: 'Was it you?' } }),
  });
  expect([...fields.values()]).toContain('c1.1');
});

test.each([
  ['EndpointDisabled', 400],
  ['NotFound', 404],
] as const)('an endpoint that is %s takes nothing any more', async (code, status) => {
  expect((await pushed(() => snsError(code, status))).outcome).toMatchObject({ kind: 'NOT_SENT', retry: 'final' });
});

test('an endpoint of another app is not asked', async () => {
  const { outcome, calls } = await pushed(() => ({ body: '' }), ['GCM/OtherApp']);

  expect(outcome).toEqual({ kind: 'NOT_SENT', retry: 'final', reason: 'endpoint-of-another' });
  expect(calls).toEqual([]);
});
