import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import { expect } from 'vitest';
import { type Ses, sesMailSender } from '#channels/mail.ts';
import { snsSmsSender } from '#channels/sms.ts';
import { snsNotices } from '#channels/topic.ts';
import { classifySend } from '#domain/contact/outcome.ts';
import { sensitive } from '#domain/sensitive.ts';
import type { KeyService } from '#store/vault/key-service.ts';
import { reportOf } from '../../../functions/channels/one-request.ts';

/** SNS, SES, KMS and Secrets Manager as a function's own clients see them. */
export type ContractServices = {
  readonly sns: SNSClient;
  readonly topicArn: string;
  readonly ses: () => Promise<Ses>;
  readonly keys: KeyService;
  readonly secrets: SecretsManagerClient;
  /** A secret that is there. */
  readonly secret: { readonly name: string; readonly text: string };
  /** Texts that a number was handed. */
  readonly textsTo: (phone: string) => Promise<readonly { readonly messageId: string; readonly text: string }[]>;
  /** Mails that an address was handed, each as its subject and its words. */
  readonly mailsTo: (address: string) => Promise<readonly { readonly messageId: string; readonly text: string }[]>;
  /** A publish that SNS takes for wrong; answers what the client raised. */
  readonly refusedPublish: () => Promise<unknown>;
};

const PHONE = '+8613800138000';
/** Whom mails come from: the sender has to be known to the service. */
export const MAIL = { from: 'Jiayi Bank <notice@example.com>', configurationSet: 'mails' };
const clientFault = (name: string, httpStatusCode = 400) => ({ name, $fault: 'client', $metadata: { httpStatusCode } });
const raised = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'nothing',
    (error: unknown) => error,
  );

/** What the services answer to the calls that functions make. */
export const SERVICE_PROMISES: Readonly<Record<string, (of: ContractServices) => Promise<void>>> = {
  'a text that is taken has an id of its own and reaches its number as it was': async (of) => {
    const sender = snsSmsSender(() => of.sns);
    const texts = ['您的账户 <1> & "2"', 'second: 100% +1'];
    const outcomes = await Promise.all(
      texts.map((text, at) => sender.send({ to: sensitive(PHONE), text: sensitive(text), attemptId: `a${at}` })),
    );

    const ids = outcomes.map((one) => (one.kind === 'ACCEPTED' ? one.messageId : one.kind));
    expect(new Set(ids).size).toBe(2);
    const arrived = await of.textsTo(PHONE);
    expect(ids.map((id) => arrived.find((one) => one.messageId === id)?.text)).toEqual(texts);
  },
  'a mail that is taken has an id of its own and reaches its address, subject and words as they were': async (of) => {
    const sender = sesMailSender(of.ses, MAIL);
    const words = { subject: '甲乙银行 [4K]', text: sensitive('您现在平安吗\n<1> & "2"'), html: sensitive('<p>1</p>') };
    const outcomes = await Promise.all(
      ['one', 'other'].map((name) =>
        sender.send({ ...words, to: sensitive(`${name}@example.com`), attemptId: 'case-1.2' }),
      ),
    );

    const ids = outcomes.map((one) => (one.kind === 'ACCEPTED' ? one.messageId : one.kind));
    expect(new Set(ids).size).toBe(2);
    const arrived = await of.mailsTo('other@example.com');
    expect(arrived.at(-1)).toMatchObject({ messageId: ids[1], text: '甲乙银行 [4K]\n您现在平安吗\n<1> & "2"' });
  },
  'a publish that is wrong is a refusal for good': async (of) => {
    const error = await of.refusedPublish();

    expect(error).toMatchObject(clientFault('InvalidParameterException'));
    expect(classifySend(reportOf(error, true))).toMatchObject({ kind: 'NOT_SENT', retry: 'final' });
  },
  'notices are taken one by one, and each is named': async (of) => {
    const { Successful = [], Failed = [] } = await publish(of, ['0', '1', '2']);

    expect(Successful.map(({ Id }) => Id)).toEqual(['0', '1', '2']);
    expect(new Set(Successful.map(({ MessageId }) => MessageId)).size).toBe(3);
    expect(Failed).toEqual([]);
    const notices = snsNotices(
      () => of.sns,
      () => of.topicArn,
    );
    const notice = { type: 'liaison.case.opened.v1', subject: 'CASE#1', time: '2026-06-03T02:00:00Z', sequence: 1 };
    expect(
      await notices.publishAll([{ ...notice, id: 'CASE#1#1', data: {}, attributes: { severity: 'low' } }]),
    ).toEqual([]);
  },
  'too many notices at once, or two of one name, are refused whole': async (of) => {
    const eleven = Array.from({ length: 11 }, (_, at) => String(at));

    expect(await raised(publish(of, eleven))).toMatchObject(clientFault('TooManyEntriesInBatchRequestException'));
    expect(await raised(publish(of, ['0', '0']))).toMatchObject(clientFault('BatchEntryIdsNotDistinctException'));
  },
  'no notice at all is refused': async (of) => {
    expect(await raised(publish(of, []))).toMatchObject(clientFault('EmptyBatchRequestException'));
  },
  'a secret key is 32 bytes, its wrapped form tells nothing of it, and opens again': async ({ keys }) => {
    const [one, other] = [await keys.generate('dataKey'), await keys.generate('dataKey')];

    expect(one.plain).toHaveLength(32);
    expect(one.plain).not.toEqual(other.plain);
    expect(Buffer.from(one.wrapped).includes(Buffer.from(one.plain))).toBe(false);
    expect(await keys.unwrap('dataKey', one.wrapped)).toEqual(one.plain);
  },
  'a wrapped key opens as nothing but what it was made for': async ({ keys }) => {
    const { wrapped } = await keys.generate('dataKey');

    const refused = { name: 'InvalidCiphertextException', $metadata: { httpStatusCode: 400 } };
    expect(await raised(keys.unwrap('lookupSecret', wrapped))).toMatchObject(refused);
  },
  'a secret is told as text, and one that is not there by its error': async ({ secrets, secret }) => {
    const answer = await secrets.send(new GetSecretValueCommand({ SecretId: secret.name }));

    expect(answer).toMatchObject({ Name: secret.name, SecretString: secret.text, VersionStages: ['AWSCURRENT'] });
    const missing = raised(secrets.send(new GetSecretValueCommand({ SecretId: 'no-such-secret' })));
    expect(await missing).toMatchObject(clientFault('ResourceNotFoundException'));
  },
};

const publish = ({ sns, topicArn }: ContractServices, ids: readonly string[]) =>
  sns.send(
    new PublishBatchCommand({
      TopicArn: topicArn,
      PublishBatchRequestEntries: ids.map((Id) => ({ Id, Message: JSON.stringify({ id: Id, type: 'test' }) })),
    }),
  );
