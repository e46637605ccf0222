import { makeVenv } from '../../tools/local/host/venv.ts';
import { localPaths } from '../../tools/local/paths.ts';

/** The emulator's environment, once for all files: two of them must not make it at the same time. Who needs it says what is missing. */
export async function setup(): Promise<void> {
  await makeVenv(localPaths()).catch(() => {});
}
