import type { SNSClient } from '@aws-sdk/client-sns';
import { classifySend, type ProviderAnswer, type SendReport } from '#domain/contact/outcome.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import { publishOnce } from './publish-once.ts';

export type PushToSend = {
  /** ARN of the endpoint that the app registered. */
  readonly to: Sensitive<string>;
  readonly text: Sensitive<string>;
  /** Travels as message attribute `attemptId`, as with texts. */
  readonly attemptId: string;
};

/** Hands one push to the provider. Never raises: whatever happened is one of the three outcomes. */
export type PushSender = { readonly send: (push: PushToSend) => Promise<ProviderAnswer> };

/** A push goes to an endpoint of the bank's own applications, named as `GCM/MyBank`, and to no other. */
export function snsPushSender(client: () => SNSClient, applications: readonly string[]): PushSender {
  return {
    send: async (push) => {
      const endpoint = push.to.reveal();
      if (!applications.some((one) => endpoint.includes(`:endpoint/${one}/`)))
        return { kind: 'NOT_SENT', retry: 'final', reason: 'endpoint-of-another' };
      const outcome = classifySend(await publish(client(), push));
      return isGone(outcome) ? { ...outcome, retry: 'final' } : outcome;
    },
  };
}

/** The endpoint was deleted, with the app or because the phone gave its token up. */
const isGone = (outcome: ProviderAnswer): outcome is Extract<ProviderAnswer, { kind: 'NOT_SENT' }> =>
  outcome.kind === 'NOT_SENT' && outcome.reason.startsWith('NotFound');

const publish = (client: SNSClient, { to, text, attemptId }: PushToSend): Promise<SendReport> =>
  publishOnce(client, {
    TargetArn: to.reveal(),
    MessageStructure: 'json',
    Message: payloads(text.reveal()),
    MessageAttributes: { attemptId: { DataType: 'String', StringValue: attemptId } },
  });

/** The text as each platform shows it. Source: SNS developer guide, "Platform-specific payloads". */
function payloads(text: string): string {
  const apple = JSON.stringify({ aps: { alert: text, sound: 'default' } });
  const google = JSON.stringify({ notification: { body: text } });
  return JSON.stringify({ default: text, APNS: apple, APNS_SANDBOX: apple, GCM: google });
}
