import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import * as v from 'valibot';
import { defaultsFor, merge } from '../../../lib/config/defaults.ts';
import { readConfig } from '../../../lib/config/read.ts';
import type { DeploymentConfig } from '../../../lib/config/schema.ts';
import { addLiaison } from '../../../lib/stacks/liaison.ts';

// The CDK's own check by CloudFormation's schemas takes seconds; the app run as a whole (reproducible.test.ts) has it.
process.env['CDK_VALIDATION'] = 'false';

/** Functions of the stacks, in place of whose bundles a few bytes stand here. */
export const ENTRIES = [
  'accept-events',
  'receive-events',
  'advance-case',
  'read-delivery-logs',
  'record-receipt',
  'receive-reply',
  'accept-webhook',
  'advance-complaint',
  'relay',
  'project',
  'recount-day',
  'start-sweep',
  'sweep',
  'staff-api',
  'complaint-api',
  'privacy-api',
  'ops-api',
] as const;

/** What every stage can be deployed with: a bank, a producer that may push events, and a role that may send them. */
const BANK = {
  bank: { nameZh: '甲乙银行', nameEn: 'Jiayi Bank', phone: '95599' },
  producers: [
    { client: 'core-banking', sources: ['urn:bank:core'] },
    { principal: 'AROAEXAMPLEEXAMPLEID', sources: ['urn:bank:core'] },
  ],
};

export interface SynthesisOptions {
  readonly stage?: string;
  /** Laid over the stage's defaults. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly bundles?: string;
  /** Called before synthesis, to break something on purpose. */
  readonly spoil?: (stacks: { readonly storage: Stack; readonly pipeline: Stack }) => void;
}

export interface SynthesisedStacks {
  readonly storage: CloudFormation;
  readonly pipeline: CloudFormation;
  readonly folder: string;
}

const Properties = v.optional(v.record(v.string(), v.unknown()));
const CloudFormation = v.object({
  Resources: v.record(
    v.string(),
    v.object({
      Type: v.string(),
      Properties,
      Metadata: Properties,
      DeletionPolicy: v.optional(v.string()),
    }),
  ),
  Outputs: v.optional(v.record(v.string(), v.object({ Value: v.unknown() }))),
});
export type CloudFormation = v.InferOutput<typeof CloudFormation>;
export type CloudFormationResource = CloudFormation['Resources'][string];

const CdkJson = v.object({ context: v.record(v.string(), v.unknown()) });

/** Context of cdk.json, as the command line would give it. */
export function cdkContext(): Record<string, unknown> {
  const text = readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8');
  return v.parse(CdkJson, JSON.parse(text)).context;
}

/** Bundles that no one runs. Their bytes differ, so that no two functions share an asset. */
export function madeUpBundles(build = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-bundles-'));
  for (const entry of ENTRIES) {
    mkdirSync(join(folder, entry));
    writeFileSync(join(folder, entry, 'index.mjs'), `export const handler = () => '${entry} ${build}';\n`);
  }
  return folder;
}

/** A stage's own defaults, made complete and changed. */
export function configOf(stage = 'dev', over: Readonly<Record<string, unknown>> = {}): DeploymentConfig {
  const file = join(mkdtempSync(join(tmpdir(), 'liaison-config-')), 'config.json');
  const needed = stage === 'prod' ? BANK : {};
  writeFileSync(file, JSON.stringify(merge(merge(defaultsFor(stage), needed), over)));
  return readConfig((name) => ({ stage, config: file })[name]);
}

/** Synthesises both stacks in this process, with every check that deploying has. */
export function synthesise({ stage, config, bundles, spoil }: SynthesisOptions = {}): SynthesisedStacks {
  const app = new App({
    analyticsReporting: false,
    context: cdkContext(),
    outdir: mkdtempSync(join(tmpdir(), 'cdk-')),
  });
  const stacks = addLiaison(app, {
    config: configOf(stage, config),
    bundles: bundles ?? madeUpBundles(),
    version: '0.0.0',
  });
  spoil?.(stacks);
  const { directory: folder } = app.synth();
  const read = (name: string): CloudFormation =>
    v.parse(CloudFormation, JSON.parse(readFileSync(join(folder, `${name}.template.json`), 'utf8')));
  return { storage: read('Storage'), pipeline: read('Pipeline'), folder };
}

/** Resources of a type, with their logical ids. */
export function ofType(template: CloudFormation, type: string): readonly (CloudFormationResource & { id: string })[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => ({ id, ...resource }));
}
