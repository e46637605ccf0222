/** A grant that no deployed test sees used, and the path that does need it. */
export interface Uncalled {
  readonly action: RegExp;
  /** Roles by a part of their names. */
  readonly role: RegExp;
  readonly because: string;
}

/** Every role of a function. */
const ANY = /^liaison-/u;

/**
 * What stays granted though no call of the deployed tests needs it. Most of it a service of AWS does in the function's
 * name, where the emulator does it in its own.
 */
export const UNCALLED: readonly Uncalled[] = [
  {
    action: /^logs:(?:CreateLogStream|PutLogEvents)$/u,
    role: ANY,
    because: 'the runtime writes what a function says in the name of its role',
  },
  {
    action: /^sqs:(?:ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueAttributes|GetQueueUrl)$/u,
    role: ANY,
    because: 'the mapping takes messages in the name of the role of the function that it invokes',
  },
  {
    action: /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator|ListStreams)$/u,
    role: ANY,
    because: 'the mapping reads the stream in the name of the role of the function that it invokes',
  },
  {
    action: /^s3:(?:ListBucket|PutObject)$/u,
    role: /Relay|Project/u,
    because: 'the mapping keeps a batch that failed for good in the name of the role',
  },
  {
    action: /^sqs:SendMessage$/u,
    role: /RecountDay/u,
    because: 'the runtime sets aside a night that failed in the name of the role',
  },
  {
    action: /^dynamodb:DeleteItem$/u,
    role: /Console(?:Staff|Complaint|Privacy|Ops)Api/u,
    because:
      'an answer that did not come about gives its Idempotency-Key back (docs/behaviour.md); settled quarantine goes',
  },
  {
    action: /^dynamodb:DeleteItem$/u,
    role: /IntakeReceiveEvents/u,
    because: 'an event that comes back from quarantine and is taken leaves it (docs/runbook.md)',
  },
  {
    action: /^sqs:SendMessage$/u,
    role: /Console(?:Staff|Ops)Api/u,
    because: 'operations send quarantined events and dead letters through the door again (docs/runbook.md)',
  },
  {
    action: /^kms:(?:Decrypt|GenerateDataKey)$/u,
    role: ANY,
    because:
      'queues, topics and logs ask for their key in the name of whoever sends; a vault that is warm asks no more',
  },
  {
    action: /^dynamodb:(?:BatchGetItem|ConditionCheckItem|GetItem|PutItem|Query|UpdateItem)$/u,
    role: /Accept|Receive|Advance|Record|Api|Sweep|Project|Recount/u,
    because:
      'reading and writing the ledger are granted as one capability: which of its requests a path takes is the store’s',
  },
];
