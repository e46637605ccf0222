import { SNSClient, type SNSClientConfig } from '@aws-sdk/client-sns';
import { classifySend, type ProviderAnswer, type SendReport } from '#domain/contact/outcome.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import { ASKS_ONCE } from './one-request.ts';
import { publishOnce } from './publish-once.ts';

export type SmsToSend = {
  /** E.164. */
  readonly to: Sensitive<string>;
  readonly text: Sensitive<string>;
  /** Travels as message attribute `attemptId`: the provider's logs can be matched to the attempt. */
  readonly attemptId: string;
  /** The number or sender name the text comes from; absent: the account's own choice. */
  readonly originationNumber?: string;
};

/** Hands one text to a provider. Never raises: whatever happened is one of the three outcomes. */
export type SmsSender = { readonly send: (sms: SmsToSend) => Promise<ProviderAnswer> };

/** The process's client for texts and pushes, which asks once. */
export const smsClient = (config: SNSClientConfig = {}): SNSClient => new SNSClient({ ...ASKS_ONCE, ...config });

/** Texts by SNS direct publish, one request a text. */
export function snsSmsSender(client: () => SNSClient): SmsSender {
  return { send: async (sms) => classifySend(await publish(client(), sms)) };
}

const publish = (client: SNSClient, sms: SmsToSend): Promise<SendReport> =>
  publishOnce(client, {
    PhoneNumber: sms.to.reveal(),
    Message: sms.text.reveal(),
    MessageAttributes: attributesOf(sms),
  });

const text = (value: string): { DataType: string; StringValue: string } => ({ DataType: 'String', StringValue: value });

function attributesOf(sms: SmsToSend): Record<string, { DataType: string; StringValue: string }> {
  return {
    attemptId: text(sms.attemptId),
    'AWS.SNS.SMS.SMSType': text('Transactional'),
    ...(sms.originationNumber === undefined ? {} : { 'AWS.MM.SMS.OriginationNumber': text(sms.originationNumber) }),
  };
}
