import * as v from 'valibot';
import { secretsClient, secretsManagerSecrets, type WebhookSecrets } from '#channels/webhook-secrets.ts';
import type { Surroundings } from '#runtime/chain.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { fromApi } from '#runtime/from-api.ts';
import { invalidRequest, problem } from '#runtime/problem.ts';
import { readSecrets, verifySignature } from '#runtime/webhook-signature.ts';
import { parseWith } from '#runtime/wire.ts';
import { acceptWebhook, type WebhookNeeds } from './accept-webhook.ts';
import type { Parts } from './live.ts';

const Names = v.record(v.string(), v.string());

/** The secrets of the deployment, each channel's own. */
export function webhookSecrets(wallNow: () => number): WebhookSecrets {
  let client: ReturnType<typeof secretsClient> | undefined;
  return secretsManagerSecrets({
    client: () => (client ??= secretsClient()),
    names: () => v.parse(Names, JSON.parse(readEnv([ENV.webhookSecrets])[ENV.webhookSecrets])),
    read: readSecrets,
    wallNow,
  });
}

/** Joins the door of webhooks to the secrets, and to replies with the first signed message. */
export function joinWebhooks(parts: Parts & { readonly secrets: WebhookSecrets }): WebhookNeeds {
  let hearing: Promise<WebhookNeeds['hear']> | undefined;
  return {
    hear: async (delivery) => {
      hearing ??= import('./live-hearing.ts').then(({ joinHearing }) => joinHearing(parts));
      return (await hearing)(delivery);
    },
    wallNow: parts.clock.wallNow,
    secrets: parts.secrets,
    verify: verifySignature,
    parse: parseWith,
    problem,
    invalidRequest,
  };
}

/** `POST /v1/webhooks/{channel}` on whatever it is joined to: what people type is read as it is. */
export const webhooksApi = (live: () => WebhookNeeds, around?: Surroundings) =>
  fromApi({ handle: acceptWebhook, live, oddText: 'keep', ...(around === undefined ? {} : { around }) });
