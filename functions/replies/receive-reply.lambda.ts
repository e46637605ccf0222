import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ids } from '#runtime/ids.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { joinReplies, repliesQueue } from './live.ts';

/** Understands a text that came in and settles the question it answers. */
export const handler = repliesQueue(() =>
  joinReplies({ db: db(), tableName: tableName(), vault: vault(), clock, ids, count: metrics.count }),
);

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'replies')));
