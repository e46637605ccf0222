import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { LocalStageFailure } from '../failure.ts';
import { type LocalPaths, repositoryRoot } from '../paths.ts';
import { run } from './process.ts';
import { venvPython } from './venv.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Where systems keep the certificates they trust: Debian, Fedora, macOS and Alpine. */
const systemBundles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/cert.pem'];

/**
 * Guarantees a certificate for `localhost`, `*.execute-api.localhost` and 127.0.0.1 that is good for a week at least,
 * and beside it a bundle of the machine's certificates and ours: tools that take one file keep what they had.
 * The private key never leaves this machine and is readable by its owner alone.
 */
export async function makeCertificates(paths: LocalPaths): Promise<void> {
  await mkdir(dirname(paths.certificate), { recursive: true });
  if (!(await isGoodForAWeek(paths.certificate))) {
    const script = join(repositoryRoot, 'tools', 'local', 'host', 'make_certificate.py');
    const args = [script, paths.certificate, paths.privateKey];
    const made = await run({ program: venvPython(paths), args });
    if (made.exitCode !== 0) {
      throw new LocalStageFailure(
        `The certificate of the local stage could not be made; remove ${paths.venv} and start again.`,
      );
    }
  }
  const own = await readFile(paths.certificate, 'utf8');
  await writeFile(paths.caBundle, `${(await machineCertificates()).trimEnd()}\n${own}`);
}

async function isGoodForAWeek(file: string): Promise<boolean> {
  const pem = await readFile(file, 'utf8').catch(() => undefined);
  return pem !== undefined && new X509Certificate(pem).validToDate.getTime() - Date.now() > 7 * dayMs;
}

/** What this machine trusts: the files its environment names, else the system's, else those built into Node. */
async function machineCertificates(): Promise<string> {
  const named = new Set([process.env['NODE_EXTRA_CA_CERTS'], process.env['AWS_CA_BUNDLE']]);
  const texts: string[] = [];
  for (const file of named) {
    const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
    if (text !== '') texts.push(text);
  }
  if (texts.length > 0) return texts.join('\n');
  for (const file of systemBundles) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text !== '') return text;
  }
  return rootCertificates.join('\n');
}
