import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleAll, localStage } from '../bundle.ts';
import { localAccount, localCredentials, localRegion } from './emulator.ts';
import { LocalStageFailure } from './failure.ts';
import { run, withOwnNode } from './host/process.ts';
import type { Progress } from './host/progress.ts';
import { flattenStackOutputs, type StageOutputs, writeOutputs } from './outputs.ts';
import { type LocalPaths, repositoryRoot } from './paths.ts';

/** Where the stacks go. */
export interface Target {
  readonly endpoint: string;
  /** Absent: the machine's own certificates are enough. */
  readonly caFile?: string;
  /** Absent: the credentials of the caller's environment or profile. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly region: string;
  /** Absent: whichever the credentials belong to. */
  readonly account?: string;
}

export interface DeployOptions {
  readonly paths: LocalPaths;
  readonly target: Target;
  readonly progress: Progress;
  /** The CDK app's folder. Default: this checkout. */
  readonly root?: string;
}

/** The emulator of this folder as a target. */
export function emulatorTarget(paths: LocalPaths, endpoint: string): Target {
  return {
    endpoint,
    caFile: paths.caBundle,
    credentials: localCredentials,
    region: localRegion,
    account: localAccount,
  };
}

/**
 * Bundles the functions, deploys all stacks as stage `local` and leaves the outputs where the tools look for them.
 * The templates are the ones a real account gets. A failure names the last word of the CDK and the log with all of them.
 */
export async function deploy({ paths, target, progress, root = repositoryRoot }: DeployOptions): Promise<StageOutputs> {
  if (!existsSync(join(root, 'cdk.json'))) {
    throw new LocalStageFailure(`There is no CDK app in ${root}; run this from a complete checkout.`);
  }
  await Promise.all([paths.outputs, paths.stackOutputs, paths.deployLog].map((file) => rm(file, { force: true })));
  const cdk = (verb: string, args: readonly string[]): Promise<void> =>
    runCdk([verb, ...args], { paths, target, root });
  const synthesise = ['--quiet', '--context', `stage=${localStage}`, '--output', paths.cloudAssembly];
  await progress.step('Bundling the functions', () => bundleAll({ stage: localStage, root }));
  // One synthesis serves both: where the account is known, it is prepared meanwhile, which needs no stacks.
  const assembly = ['--app', paths.cloudAssembly];
  const { account } = target;
  if (account === undefined) {
    await progress.step('Synthesising the stacks', () => cdk('synth', synthesise));
    await progress.step('Preparing the account', () => cdk('bootstrap', assembly));
  } else {
    await progress.step('Synthesising the stacks, preparing the account', () =>
      sideBySide(
        cdk('synth', synthesise),
        runCdk(['bootstrap', `aws://${account}/${target.region}`], { paths, target, root: paths.folder }),
      ),
    );
  }
  const everything = ['--all', '--require-approval', 'never', '--method', 'direct', '--concurrency', '3'];
  await progress.step('Deploying the stacks', () =>
    cdk('deploy', [...assembly, ...everything, '--outputs-file', paths.stackOutputs]),
  );
  const outputs: StageOutputs = {
    stage: localStage,
    region: target.region,
    endpoint: target.endpoint,
    ...(target.caFile === undefined ? {} : { caFile: target.caFile }),
    ...flattenStackOutputs(await readFile(paths.stackOutputs, 'utf8')),
  };
  await writeOutputs(paths.outputs, outputs);
  return outputs;
}

/** Both are over when this is; the first failure is the one that is told. */
async function sideBySide(...works: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(works);
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

type CdkContext = Required<Omit<DeployOptions, 'progress'>>;

async function runCdk(args: readonly string[], { paths, target, root }: CdkContext): Promise<void> {
  const { exitCode, output } = await run({
    program: process.execPath,
    args: [join(repositoryRoot, 'node_modules', 'aws-cdk', 'bin', 'cdk'), ...args, '--no-notices', '--no-color'],
    cwd: root,
    env: cdkEnvironment(target),
    logFile: paths.deployLog,
  });
  if (exitCode === 0) return;
  throw new LocalStageFailure(
    `\`cdk ${args[0]}\` failed: ${mainComplaint(output)}; mend that (everything it said is in ${paths.deployLog}) and start again.`,
  );
}

function cdkEnvironment({ endpoint, caFile, credentials, region }: Target): NodeJS.ProcessEnv {
  const env = withOwnNode({
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    // CloudFormation's schemas take 7 of the 10 s of a synthesis; the tests and every other deployment hold to them.
    CDK_VALIDATION: 'false',
  });
  if (caFile !== undefined) env['AWS_CA_BUNDLE'] = caFile;
  if (credentials === undefined) return env;
  // A profile, session or S3 address of the reader's would lead the CDK past the emulator.
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL_S3']) delete env[name];
  return { ...env, AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
}

/** Most telling first: what a resource died of, what the CDK sums up, what the app threw, what is said at all. */
const complaints = [/_FAILED/, /^‣ /, /^(\[Error|\w*Error:|«)/, /error|failed|cannot|denied/i];

/** The line of a CDK run that a person would quote; the last one if none complains. */
export function mainComplaint(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const telling = complaints.map((pattern) => lines.find((line) => pattern.test(line)));
  const complaint = telling.find((line) => line !== undefined) ?? lines.at(-1) ?? 'it said nothing';
  return complaint.replace(/^‣ /, '').replace(/[.;:]+$/, '');
}
