import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding that stays, with the reason why that is right. */
export interface Acknowledgement {
  /** As cdk-nag names it. */
  readonly id: string;
  readonly reason: string;
}

/** Records that a finding at this construct is known; without that, it fails synth. */
export function acknowledge(construct: IConstruct, ...acknowledgements: readonly Acknowledgement[]): void {
  Validations.of(construct).acknowledge(...acknowledgements.map(({ id, reason }) => ({ id, reason })));
}

/** Routes that ask for no token. */
export const OPEN_ROUTES = {
  health: {
    id: 'AwsSolutions-APIG4',
    reason: 'Load balancers and watchdogs ask for health without a token; it says only up and version.',
  },
  unknown: {
    id: 'AwsSolutions-APIG4',
    reason: 'Whoever asks for a route that does not exist gets a problem document saying so; nothing is behind it.',
  },
  signed: {
    id: 'AwsSolutions-APIG4',
    reason:
      'Webhooks are signed; the function checks the signature before it looks at anything else, and is throttled.',
  },
} as const satisfies Record<string, Acknowledgement>;

/** Secrets of other systems. */
export const SECRETS = {
  sharedWithSenders: {
    id: 'AwsSolutions-SMG4',
    reason: 'The system that signs has the same secret; a person replaces both, old beside new, as the runbook says.',
  },
} as const satisfies Record<string, Acknowledgement>;

/** Permissions that name no single resource. */
export const WILDCARDS = {
  telephones: {
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'A telephone has no ARN, so texts can only be granted on *; the same role is denied every topic.',
  },
} as const satisfies Record<string, Acknowledgement>;

/** The finding names the bucket's ARN as the storage stack exports it. */
export const failedBatches = (storageStack: string): Acknowledgement => ({
  id: `AwsSolutions-IAM5[Resource::${storageStack}:ExportsOutputFnGetAttEvidenceFailures77E8F48DArnA9435723/aws/lambda/*]`,
  reason:
    'Lambda chooses the names of failed batches under aws/lambda/ of this one bucket; nothing else is granted so.',
});
