import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleInto, SHARED_BUNDLES } from '../support/pipeline/bundles.ts';

/** Bundles the functions once for all files of the project. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-bundles-'));
  process.env[SHARED_BUNDLES] = await bundleInto(folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
