/** Why a finding of a pack that is no gate stays, for each rule that finds something. The rule's name stands without its pack. */
export const ANSWERS: Readonly<Record<string, string>> = {
  DynamoDBInBackupPlan:
    "The table is restorable to any second (retention.recoveryDays). A plan of AWS Backup belongs to the bank's account and vault, and would keep wrapped keys of erased people longer than the erasure list is applied (docs/runbook.md).",
  S3BucketReplicationEnabled:
    "A second region is the bank's decision: where people's data may lie is law (PIPL, GDPR). The entries are a copy themselves; failed batches and access logs are of use for days only.",
  SecretsManagerRotationEnabled:
    'A webhook secret is shared with a system outside; a machine cannot turn it over on both sides. A person adds the new one beside the old and takes the old away, as the runbook says.',
  S3DefaultEncryptionKMS:
    'S3 delivers server access logs only into buckets under its own key (SSE-S3); they name objects of ours, never a person.',
  IAMNoInlinePolicy:
    'Every policy belongs to one role, one role to one function, and both are made and removed together. A managed policy could be attached to something else.',
  LambdaConcurrency:
    "Readers of queues are bounded by their mapping, readers of the stream by its shards, the API by its throttling. Reserved places are taken from the account's other functions: the bank decides.",
  LambdaDLQ:
    'Called by mappings (whose queue has dead letters, or whose batch goes to a bucket) or by the gateway (which answers the caller): the setting would never be used. The one called asynchronously has it.',
  LambdaInsideVPC:
    'The functions reach AWS services alone, over TLS and by role. A VPC adds endpoints to run and pay for and takes no permission away; a bank that wants one passes its subnets by an aspect.',
  SQSRedrivePolicy: 'These are the dead-letter queues themselves: the end of the line, watched by alarms.',
  LambdaTracing:
    'Every log line and entry carries the trace of the event that caused it; sampling by X-Ray costs cold start and shows less (docs/decisions/0006-powertools-logger-and-metrics-only.md).',
  LambdaEventSourceMappingDestination:
    'Mappings of queues have no such setting: what fails goes to the dead letters of the queue. Both mappings of the stream have it.',
};
