import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { DeploymentConfig } from '../config/schema.ts';
import type { OperationsDesk } from './operations-desk.ts';

/** What every construct of the pipeline needs to know about where it stands. */
export interface Deployment {
  readonly config: DeploymentConfig;
  /** Folder that holds one bundle a function, made by `npm run bundle`. */
  readonly bundles: string;
  /** Version of the product. */
  readonly version: string;
  /** Encrypts messages and logs on their way. */
  readonly messageKey: IKey;
  /** Hears the alarms and shows the figures. */
  readonly desk: OperationsDesk;
}
