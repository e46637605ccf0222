import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { MINUTE, OperationalAlarm } from './operational-alarm.ts';

export interface WorkQueueProps {
  readonly deployment: Deployment;
  /** Timeout of the function that reads the queue. */
  readonly consumerTimeout: Duration;
  /** Age of the oldest message, in seconds, from which operations is called. */
  readonly ageLimit: number;
  /** What waits while the queue does not move, in one sentence. */
  readonly impact: string;
}

/** Less, and a burst of throttled invocations alone would send good messages to the dead letters. */
const RECEIVES = 5;
/** A message must outlive the longest repair that is planned for. */
const KEPT = Duration.days(4);
const DEAD_LETTERS_KEPT = Duration.days(14);
/** AWS asks for six times the function's timeout, so that a retry never overlaps its first try. Source: Lambda guide, "Using Lambda with Amazon SQS". */
const VISIBILITY_FACTOR = 6;
/** One KMS call an hour and sender instead of one in five minutes. */
const KEY_REUSE = Duration.hours(1);

/** A queue with its dead letters and both their alarms: encrypted by our own key, TLS only, standard (order is the reader's task). */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { deployment, consumerTimeout } = props;
    const guarded = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: deployment.messageKey,
      dataKeyReuse: KEY_REUSE,
      enforceSSL: true,
    };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...guarded, retentionPeriod: DEAD_LETTERS_KEPT });
    this.queue = new Queue(this, 'Queue', {
      ...guarded,
      retentionPeriod: KEPT,
      visibilityTimeout: Duration.seconds(consumerTimeout.toSeconds() * VISIBILITY_FACTOR),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: RECEIVES },
    });
    watchDeadLetters(this, this.deadLetters, { deployment, impact: props.impact });
    new OperationalAlarm(this, 'TooOld', {
      desk: deployment.desk,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: MINUTE, statistic: 'Maximum' }),
      threshold: props.ageLimit,
      periods: 3,
      impact: props.impact,
      runbook: 'A queue does not move',
    });
  }
}

/** Operations is called for the first dead letter: each is a fact that nobody has acted on. */
export function watchDeadLetters(
  scope: Construct,
  queue: Queue,
  { deployment, impact }: Pick<WorkQueueProps, 'deployment' | 'impact'>,
): void {
  new OperationalAlarm(scope, 'DeadLettersWaiting', {
    desk: deployment.desk,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: 'Maximum' }),
    threshold: 1,
    impact,
    runbook: 'Dead letters are waiting',
  });
}
