import type { App } from 'aws-cdk-lib';
import { Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { LiaisonChecks } from '../checks/liaison-checks.ts';
import type { DeploymentConfig } from '../config/schema.ts';
import { EdgeStack } from './edge-stack.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { StorageStack } from './storage-stack.ts';

export interface LiaisonProps {
  readonly config: DeploymentConfig;
  /** Folder that holds one bundle a function. */
  readonly bundles: string;
  readonly version: string;
}

export interface LiaisonStacks {
  readonly storage: StorageStack;
  readonly pipeline: PipelineStack;
}

/** The stacks of one stage, with every check that must pass before they may be deployed. */
export function addLiaison(app: App, { config, bundles, version }: LiaisonProps): LiaisonStacks {
  const named = (part: string) => ({
    stackName: `liaison-${config.stage}-${part}`,
    description: `Liaison ${version}: ${part}`,
  });
  const storage = new StorageStack(app, 'Storage', { ...named('storage'), config });
  const pipeline = new PipelineStack(app, 'Pipeline', { ...named('pipeline'), config, storage, bundles, version });
  if (config.edge !== undefined) {
    // Web ACLs of CloudFront are made in this region alone.
    new EdgeStack(app, 'Edge', { ...named('edge'), edge: config.edge, env: { region: 'us-east-1' } });
  }
  Tags.of(app).add('liaison:stage', config.stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new LiaisonChecks());
  return { storage, pipeline };
}
