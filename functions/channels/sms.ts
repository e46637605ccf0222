import { PublishCommand, SNSClient, type SNSClientConfig } from '@aws-sdk/client-sns';
import { classifySend, type SendOutcome, type SendReport } from '#domain/contact/outcome.ts';
import type { Sensitive } from '#domain/sensitive.ts';

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
export type SmsSender = { readonly send: (sms: SmsToSend) => Promise<SendOutcome> };

/** Shorter than half of the function's own time, so that the outcome can still be recorded. */
const REQUEST_TIMEOUT_MS = 5_000;
const CONNECTION_TIMEOUT_MS = 1_500;

/**
 * A client that asks once. The default client sends one text three times when the answer is lost (measured); a time-out
 * raises only with `throwOnRequestTimeout`; without keep-alive no text is put on a connection that died unnoticed.
 */
export function smsClient(config: SNSClientConfig = {}): SNSClient {
  return new SNSClient({
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
    ...config,
  });
}

/** Texts by SNS direct publish, one request a text. */
export function snsSmsSender(client: () => SNSClient): SmsSender {
  return { send: async (sms) => classifySend(await publish(client(), sms)) };
}

async function publish(client: SNSClient, sms: SmsToSend): Promise<SendReport> {
  const command = new PublishCommand({
    PhoneNumber: sms.to.reveal(),
    Message: sms.text.reveal(),
    MessageAttributes: attributesOf(sms),
  });
  let handedOver = false;
  // The innermost step: what fails before it never left the process.
  command.middlewareStack.add(
    (next) => (args) => {
      handedOver = true;
      return next(args);
    },
    { step: 'deserialize', priority: 'low', name: 'handedOver' },
  );
  try {
    const { MessageId } = await client.send(command);
    return MessageId === undefined ? { answered: true } : { answered: true, messageId: MessageId };
  } catch (error) {
    return reportOf(error, handedOver);
  }
}

const text = (value: string): { DataType: string; StringValue: string } => ({ DataType: 'String', StringValue: value });

function attributesOf(sms: SmsToSend): Record<string, { DataType: string; StringValue: string }> {
  return {
    attemptId: text(sms.attemptId),
    'AWS.SNS.SMS.SMSType': text('Transactional'),
    ...(sms.originationNumber === undefined ? {} : { 'AWS.MM.SMS.OriginationNumber': text(sms.originationNumber) }),
  };
}

/** The client's words for a connection that never stood; it sets no code. */
const NO_CONNECTION = /did not establish a connection/u;

/** An error of the client as plain data: names and codes only, its message may quote the number. */
export function reportOf(error: unknown, handedOver: boolean): SendReport {
  const { name, message, code, syscall, errors, $metadata, $fault } = (error ?? {}) as {
    name?: string;
    message?: string;
    code?: string;
    syscall?: string;
    /** One per address that was tried. */
    errors?: { syscall?: string }[];
    $metadata?: { httpStatusCode?: number };
    $fault?: string;
  };
  const told = name === 'TimeoutError' && NO_CONNECTION.test(message ?? '') ? 'CONNECT_TIMEOUT' : code;
  const call = syscall ?? (errors?.every((one) => one.syscall === 'connect') === true ? 'connect' : undefined);
  return {
    answered: false,
    handedOver,
    name: name ?? 'Error',
    ...(typeof told === 'string' ? { code: told } : {}),
    ...(call === undefined ? {} : { syscall: call }),
    ...($metadata?.httpStatusCode === undefined ? {} : { httpStatus: $metadata.httpStatusCode }),
    serviceError: $fault !== undefined,
  };
}
