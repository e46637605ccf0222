import type { Lake } from '#channels/lake.ts';
import { Fault } from '#domain/errors.ts';
import { exportedLine } from '#store/codecs/feed/exported.ts';
import type { ProjectNeeds } from './project.ts';

/** Entries go out as lines; without a lake (a deployment that takes none) nothing goes out. */
export const keepIn =
  (lake: Lake | undefined): ProjectNeeds['keep'] =>
  async (entries) => {
    if (lake === undefined) return;
    const { failed, of } = await lake.keep(entries.map(exportedLine));
    if (failed > 0) throw new Fault('channel.export-refused', { facts: { failed, of } });
  };
