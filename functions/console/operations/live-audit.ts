import { type Audit, createAudit } from '#store/audit.ts';
import type { db } from '#store/client.ts';
import type { Reader } from '#store/reader.ts';
import { s3Bucket } from '#store/witness/bucket.ts';
import { createWitness } from '#store/witness/witness.ts';

type AuditParts = { readonly db: ReturnType<typeof db>; readonly entriesBucket: string | undefined };

/** The record and, where there is one, the bucket that remembers it. */
export function auditOf({ db, entriesBucket }: AuditParts, reader: Reader): Audit {
  const witness =
    entriesBucket === undefined
      ? undefined
      : createWitness(
          s3Bucket(
            () => db.config,
            () => entriesBucket,
          ),
        );
  return createAudit(reader, witness);
}
