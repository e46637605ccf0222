import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Where the local stage keeps its files. One folder is one stage: two folders and two ports run side by side. */
export interface LocalPaths {
  readonly folder: string;
  /** What tools read to find the running stage. */
  readonly outputs: string;
  /** Process id and ports of the emulator that belongs to this folder. */
  readonly running: string;
  readonly clock: string;
  readonly certificate: string;
  readonly privateKey: string;
  /** The machine's certificates and ours in one file, for tools that take only one. */
  readonly caBundle: string;
  readonly serverConfig: string;
  /** What the passwords of made-up staff are made from. */
  readonly staffSecret: string;
  readonly emulatorLog: string;
  /** What each role was allowed and did, one JSON object a line, each pair once. */
  readonly calls: string;
  readonly deployLog: string;
  readonly cloudAssembly: string;
  readonly stackOutputs: string;
  /** What the emulator remembers between runs, and its temporary files. */
  readonly state: string;
  readonly temporary: string;
  /** The Python environment, shared by all folders of this checkout. */
  readonly venv: string;
}

/**
 * The files of the local stage: in `.liaison`, or where the environment variable LIAISON_LOCAL_FOLDER says
 * (relative to the repository), so that a test can run a stage of its own beside the reader's.
 */
export function localPaths(folder = process.env['LIAISON_LOCAL_FOLDER'] ?? '.liaison'): LocalPaths {
  const home = resolve(repositoryRoot, folder);
  const tls = join(home, 'tls');
  return {
    folder: home,
    outputs: join(home, 'outputs.json'),
    running: join(home, 'running.json'),
    clock: join(home, 'clock.json'),
    certificate: join(tls, 'certificate.pem'),
    privateKey: join(tls, 'private-key.pem'),
    caBundle: join(tls, 'ca-bundle.pem'),
    serverConfig: join(home, 'server.py'),
    staffSecret: join(home, 'staff-secret'),
    emulatorLog: join(home, 'emulator.log'),
    calls: join(home, 'calls.jsonl'),
    deployLog: join(home, 'deploy.log'),
    cloudAssembly: join(home, 'cdk.out'),
    stackOutputs: join(home, 'stack-outputs.json'),
    state: join(home, 'state'),
    temporary: join(home, 'tmp'),
    venv: join(repositoryRoot, '.liaison', 'venv'),
  };
}
