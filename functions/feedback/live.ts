import { firehoseLake, type Lake, lakeClient } from '#channels/lake.ts';
import { Fault } from '#domain/errors.ts';
import { once } from '#runtime/chain.ts';
import { ENV } from '#runtime/env.contract.ts';
import { db } from '#store/client.ts';
import { exportedLine } from '#store/codecs/feed/exported.ts';
import { s3Bucket } from '#store/witness/bucket.ts';
import { createWitness, type Witness } from '#store/witness/witness.ts';
import type { ProjectNeeds } from './project.ts';

type Outside = { readonly lake: Lake | undefined; readonly witness: Pick<Witness, 'remember'> | undefined };

/** What this deployment has outside the table; without a lake (a deployment that takes none) nothing goes out. */
export function readOutside(source: Readonly<Record<string, string | undefined>> = process.env): Outside {
  const { [ENV.exportStream]: stream, [ENV.entriesBucket]: bucket } = source;
  const config = () => db().config;
  return {
    lake: stream === undefined ? undefined : firehoseLake(once(lakeClient), () => stream),
    witness: bucket === undefined ? undefined : createWitness(s3Bucket(config, () => bucket)),
  };
}

/** Entries go out as lines, and are remembered once they are out. */
export const keepIn =
  ({ lake, witness }: Outside): ProjectNeeds['keep'] =>
  async (entries) => {
    if (lake === undefined) return;
    const { failed, of } = await lake.keep(entries.map(exportedLine));
    if (failed > 0) throw new Fault('channel.export-refused', { facts: { failed, of } });
    await witness?.remember(entries);
  };
