import type { Lake } from '#channels/lake.ts';
import { Fault } from '#domain/errors.ts';
import { exportedLine } from '#store/codecs/feed/exported.ts';
import type { Witness } from '#store/witness/witness.ts';
import type { ProjectNeeds } from './project.ts';

type Outside = { readonly lake: Lake | undefined; readonly witness: Pick<Witness, 'remember'> | undefined };

/**
 * Entries go out as lines, and are remembered once they are out; without a lake (a deployment that takes none) nothing
 * goes out.
 */
export const keepIn =
  ({ lake, witness }: Outside): ProjectNeeds['keep'] =>
  async (entries) => {
    if (lake === undefined) return;
    const { failed, of } = await lake.keep(entries.map(exportedLine));
    if (failed > 0) throw new Fault('channel.export-refused', { facts: { failed, of } });
    await witness?.remember(entries);
  };
