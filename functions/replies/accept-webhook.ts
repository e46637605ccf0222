import type { WebhookSecrets } from '#channels/webhook-secrets.ts';
import type { ApiRequest } from '#runtime/from-api.ts';
import type { ApiResponse, invalidRequest, problem } from '#runtime/problem.ts';
import type { SignatureVerdict, verifySignature } from '#runtime/webhook-signature.ts';
import type { parseWith } from '#runtime/wire.ts';
import type { Delivery } from './hear/webhook-message.ts';
import { MailMessage, PROBLEMS, WEBHOOK_CHANNELS, type WebhookChannel, WebhookMessage } from './webhooks.contract.ts';

export type WebhookNeeds = {
  /** Hears a signed message; what that takes is loaded with the first one. */
  readonly hear: (delivery: Delivery) => Promise<unknown>;
  readonly wallNow: () => number;
  readonly secrets: WebhookSecrets;
  readonly verify: typeof verifySignature;
  readonly parse: typeof parseWith;
  readonly problem: typeof problem;
  readonly invalidRequest: typeof invalidRequest;
};

/**
 * `POST /v1/webhooks/{channel}`: a message of a person, handed in by the system that runs its channel. Who has no secret
 * of the channel moves nothing and learns nothing; a repeat moves nothing and gets the same answer.
 */
export async function acceptWebhook(request: ApiRequest, needs: WebhookNeeds): Promise<ApiResponse> {
  const channel = WEBHOOK_CHANNELS.find((one) => one === request.pathParams['channel']);
  if (channel === undefined) {
    const known = WEBHOOK_CHANNELS.join(', ');
    return refuse('webhook.channel-unknown', `got no channel of ours, expected one of ${known}`, needs);
  }
  const id = request.headers['webhook-id'] ?? '';
  const verdict = await verdictOn(request, channel, needs);
  if (verdict !== 'good') return refuse(UNTRUSTED[verdict].code, UNTRUSTED[verdict].detail, needs);
  const faults = Object.keys(request.query).map((name) => ({ pointer: `/${name}`, detail: 'unknown parameter' }));
  if (faults.length > 0) return needs.invalidRequest(faults);
  const read = needs.parse(channel === 'mail' ? MailMessage : WebhookMessage, request.body);
  if (!read.ok) return needs.invalidRequest(read.issues);
  await needs.hear({ channel, id, body: read.value });
  return { status: 202, body: { accepted: true } };
}

async function verdictOn(
  { headers, rawBody: body }: ApiRequest,
  channel: WebhookChannel,
  { secrets, verify, wallNow }: WebhookNeeds,
): Promise<SignatureVerdict> {
  const signed = {
    id: headers['webhook-id'] ?? '',
    timestamp: headers['webhook-timestamp'] ?? '',
    signature: headers['webhook-signature'] ?? '',
    body,
  };
  // What no secret could make good is refused before one is read.
  const atOnce = verify(signed, [], wallNow());
  return atOnce === 'wrong' ? verify(signed, await secrets.of(channel), wallNow()) : atOnce;
}

function refuse(code: keyof typeof PROBLEMS, detail: string, needs: WebhookNeeds): ApiResponse {
  return needs.problem(PROBLEMS[code], code, detail);
}

const UNTRUSTED = {
  unsigned: {
    code: 'webhook.unsigned',
    detail: 'got no readable webhook-id, webhook-timestamp and webhook-signature',
  },
  'too-old': { code: 'webhook.too-old', detail: 'got a time more than 5 minutes away, expected one of now' },
  wrong: { code: 'webhook.signature-wrong', detail: 'got no signature that fits a secret of this channel' },
} as const;
