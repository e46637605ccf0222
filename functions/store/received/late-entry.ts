import { createHash } from 'node:crypto';
import type { EntryDraft } from '#domain/effects.ts';
import { chain, GENESIS, toItem } from '../codecs/entry.ts';
import { entryKey, lateName } from '../keys.ts';
import type { Op } from '../ledger.ts';

/**
 * An event that came too late, as an entry of its own that belongs to no aggregate: figures and the export read it as any
 * other. The same identity is the same entry, and stands once. AP-92.
 */
export function lateEntry(identity: readonly string[], draft: EntryDraft): Op {
  const aggregate = lateName(createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 22));
  const entry = chain(draft, { aggregate, seq: 1, previous: GENESIS });
  return { op: 'put', key: entryKey(aggregate, 1), item: toItem(entry), condition: { exists: false } };
}
