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

/** The front door. */
export const EDGE = {
  everywhere: {
    id: 'AwsSolutions-CFR1',
    reason: 'A customer answers from wherever they travel; whom a bank does not serve is for its own web ACL to say.',
  },
  logsBehind: {
    id: 'AwsSolutions-CFR3',
    reason: 'The API behind it logs every request by route, client and status, without addresses or bodies of people.',
  },
} as const satisfies Record<string, Acknowledgement>;

/** Secrets of other systems. */
export const SECRETS = {
  sharedWithSenders: {
    id: 'AwsSolutions-SMG4',
    reason: 'The system that signs has the same secret; a person replaces both, old beside new, as the runbook says.',
  },
} as const satisfies Record<string, Acknowledgement>;

/** The endpoints of one push application. */
export const endpointsOf = (application: string): Acknowledgement => ({
  id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:endpoint/${application}/*]`,
  reason: 'Every phone with the app has an endpoint of its own; only those of this one application are granted.',
});

/** The finding names the bucket's ARN as the storage stack exports it. */
export const failedBatches = (storageStack: string): Acknowledgement => ({
  id: `AwsSolutions-IAM5[Resource::${storageStack}:ExportsOutputFnGetAttEvidenceFailures77E8F48DArnA9435723/aws/lambda/*]`,
  reason:
    'Lambda chooses the names of failed batches under aws/lambda/ of this one bucket; nothing else is granted so.',
});

/** Findings name the bucket's ARN as the storage stack exports it. */
export const objectsOfEntries = (storageStack: string, objects: string): Acknowledgement => ({
  id: `AwsSolutions-IAM5[Resource::${storageStack}:ExportsOutputFnGetAttEvidenceEntriesDB44A79DArn8346DCF7/${objects}]`,
  reason: `Names under ${objects} of this one bucket follow from what is kept there; nothing else is granted so.`,
});
