import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { readSecrets, signatureOf } from '#runtime/webhook-signature.ts';
import { secretName, type WebhookChannel } from '../../functions/replies/webhooks.contract.ts';
import { type ApiAnswer, apiFetch } from '../local/api.ts';
import { callAws } from '../local/aws-call.ts';
import type { StageClient } from '../local/client.ts';
import { LocalStageFailure } from '../local/failure.ts';

const SecretValue = v.looseObject({ SecretString: v.string() });
const secrets = new WeakMap<StageClient, Map<WebhookChannel, Promise<Uint8Array>>>();

/** Hands a message in as the system that runs the channel does: signed with the channel's secret, under an id of its own. */
export async function handIn(
  stage: StageClient,
  { channel, message, id = `msg_${randomUUID()}` }: { channel: WebhookChannel; message: unknown; id?: string },
): Promise<ApiAnswer> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const body = JSON.stringify(message);
  const secret = await secretOf(stage, channel);
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf({ id, timestamp, body }, secret),
  };
  return apiFetch(stage, `/v1/webhooks/${channel}`, { method: 'POST', body, headers });
}

function secretOf(stage: StageClient, channel: WebhookChannel): Promise<Uint8Array> {
  const known = secrets.get(stage) ?? new Map<WebhookChannel, Promise<Uint8Array>>();
  secrets.set(stage, known);
  const read = known.get(channel) ?? readSecret(stage, channel);
  known.set(channel, read);
  return read;
}

/** Whoever may read the secret may sign: on the local stage, where it is made with the stacks, that is the reader. */
async function readSecret(stage: StageClient, channel: WebhookChannel): Promise<Uint8Array> {
  const SecretId = secretName(stage.outputs.stage, channel);
  const answer = await callAws(stage, { service: 'secretsmanager', operation: 'GetSecretValue', input: { SecretId } });
  const [secret] = readSecrets(v.parse(SecretValue, answer).SecretString);
  if (secret === undefined) throw new LocalStageFailure(`The secret of ${channel} holds no key; put one there.`);
  return secret;
}
