import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Fault } from '#domain/errors.ts';

/** Secrets that the messages of a channel may be signed with. */
export type WebhookSecrets = {
  /** @throws Fault `channel.secret-unavailable` when they cannot be read and were not read before. */
  readonly of: (channel: string) => Promise<readonly Uint8Array[]>;
};

export type WebhookSecretsDeps = {
  readonly client: () => SecretsManagerClient;
  /** Name of each channel's secret. */
  readonly names: () => Readonly<Record<string, string>>;
  readonly read: (text: string) => readonly Uint8Array[];
  readonly wallNow: () => number;
};

/** A changed secret is used everywhere after this long: keep the old one beside the new one at least so long. */
const KEPT_MS = 5 * 60_000;

export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient({ cacheMiddleware: true });

type Kept = { readonly secrets: readonly Uint8Array[]; readonly at: number };

/** Secrets from AWS Secrets Manager, read again every five minutes; while they cannot be read the last ones hold. */
export function secretsManagerSecrets(deps: WebhookSecretsDeps): WebhookSecrets {
  const kept = new Map<string, Kept>();
  return {
    of: async (channel) => {
      const before = kept.get(channel);
      if (before !== undefined && deps.wallNow() - before.at < KEPT_MS) return before.secrets;
      const secrets = await read(channel, deps).catch((cause: unknown) => {
        if (before !== undefined) return before.secrets;
        throw new Fault('channel.secret-unavailable', { facts: { channel }, cause });
      });
      kept.set(channel, { secrets, at: deps.wallNow() });
      return secrets;
    },
  };
}

async function read(
  channel: string,
  { client, names, read: parse }: WebhookSecretsDeps,
): Promise<readonly Uint8Array[]> {
  const answer = await client().send(new GetSecretValueCommand({ SecretId: names()[channel] }));
  return parse(answer.SecretString ?? '');
}
