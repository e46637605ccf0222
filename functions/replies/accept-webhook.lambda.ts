import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ids } from '#runtime/ids.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { joinWebhooks, webhookSecrets, webhooksApi } from './live-webhooks.ts';

/** Takes messages that other systems of the bank hand in, signed: mails, chats, social media, web forms. */
export const handler = webhooksApi(() =>
  joinWebhooks({
    db: db(),
    tableName: tableName(),
    vault: vault(),
    clock,
    ids,
    count: metrics.count,
    secrets: webhookSecrets(clock.wallNow),
  }),
);

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'webhooks')));
