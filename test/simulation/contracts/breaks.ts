import type { Patch } from '../machine/programs.ts';

type Break = readonly [file: string, before: string, after: string];

const QUEUES = 'test/simulation/machine/queues.ts';
const SERVICES = 'test/simulation/machine/services.ts';
const STREAM = 'test/simulation/machine/stream.ts';
const WIRE = 'test/simulation/machine/wire/wire.ts';
const SNS = 'test/support/pipeline/aws/sms-provider.ts';
const KMS = 'test/support/pipeline/aws/kms.ts';

const TEN_AND_MORE: Break = [SERVICES, 'ids.length > MOST', 'ids.length > 100'];

/** For each rule of the contracts one way in which a model could break it. */
const BREAKS: Readonly<Record<string, Break>> = {
  'a message comes with its body, its id and the time it was sent, at most ten at once': [
    QUEUES,
    'SentTimestamp: String(Math.floor(message.sentAt))',
    'SentTimestamp: String(Math.floor(message.sentAt) + 60_000)',
  ],
  'nobody else sees a message while somebody has it': [QUEUES, ': visibility);', ': 1_000);'],
  'what failed comes again after its time-out and no sooner, the same message, counted once more': [
    QUEUES,
    'message.received += 1;',
    'message.received = 1;',
  ],
  'a delayed message is hidden until its time': [
    QUEUES,
    'hiddenUntil: time.now() + delayMs',
    'hiddenUntil: time.now()',
  ],
  'what is done is gone': [QUEUES, 'else done(queue, one);', 'else show(queue, one, 1_000);'],
  'of a batch the named messages come again, and the others are gone': [
    QUEUES,
    'failed.includes(one.id)',
    'failed.length > taken.length',
  ],
  'an answer with an empty name leaves the whole batch undone': [QUEUES, " && id !== ''", ''],
  'after five receives a message is a dead letter, whole, and nowhere else': [
    QUEUES,
    'dead.push({ queue, message });',
    "dead.push({ queue, message: { ...message, body: '' } });",
  ],
  'a dead letter that was brought back comes as a new message with the old body': [
    QUEUES,
    'send(queue, message.body)',
    'send(queue, message.id)',
  ],
  'a batch is answered entry by entry': [SERVICES, 'NO_TEXT.test(MessageBody)', "MessageBody === ''"],
  'a batch that is too large, empty or names two entries alike is refused whole, by name': TEN_AND_MORE,
  'a queue tells what it holds: visible and delayed': [
    SERVICES,
    'Delayed: String(delayed)',
    'Delayed: String(inFlight)',
  ],
  'a text that is taken has an id of its own and reaches its number as it was': [
    SNS,
    "const message = fields.get('Message') ?? '';",
    "const message = encodeURIComponent(fields.get('Message') ?? '');",
  ],
  'a mail that is taken has an id of its own and reaches its address, subject and words as they were': [
    SNS,
    '${Subject.Data}\\n',
    '',
  ],
  'a publish that is wrong is a refusal for good': [WIRE, ": 'InvalidParameter'", ": 'Throttling'"],
  'notices are taken one by one, and each is named': [SNS, '<MessageId>n-${id}<', '<MessageId>n<'],
  'too many notices at once, or two of one name, are refused whole': TEN_AND_MORE,
  'no notice at all is refused': [SERVICES, "'EmptyBatchRequest'", 'undefined'],
  'a secret key is 32 bytes, its wrapped form tells nothing of it, and opens again': [
    KMS,
    'Buffer.from(plain.toReversed())',
    'plain',
  ],
  'a wrapped key opens as nothing but what it was made for': [KMS, '.equals(context)', '.includes(0x7b)'],
  'a secret is told as text, and one that is not there by its error': [
    SERVICES,
    'SecretString: text',
    "SecretString: ''",
  ],
  'entries of one key come in the order they were written, each with its new image': [
    STREAM,
    "const shard = shardOf(pk?.S ?? '');",
    "const shard = shardOf(sk?.S ?? '');",
  ],
  'what is no new entry is not read': [
    STREAM,
    'rewritten.push(`${pk?.S} ${sk?.S}`);\n      return;',
    'rewritten.push(`${pk?.S} ${sk?.S}`);',
  ],
  'a batch whose reader raises comes again until it is done, and nothing of its key overtakes it': [
    STREAM,
    "if (ended.kind !== 'answered') return batch;",
    "if (ended.kind !== 'answered') return batch.slice(1);",
  ],
  'each reader reads for itself: one that fails holds up no other': [
    STREAM,
    '(_line, at) => at % SHARDS === shard',
    "(line, at) => at % SHARDS === shard && line.reader === 'relay'",
  ],
  'a batch comes again from the earliest record that was named': [STREAM, 'Math.min(...places)', 'places[0] ?? 0'],
  'an answer that names no record of the batch leaves all of it undone': [
    STREAM,
    'named.length === 0',
    "named.every((name) => name === '')",
  ],
  'a record that always fails is set aside alone after ten more tries, and what follows it is read': [
    STREAM,
    'if (size > 1) return;',
    '',
  ],
};

export const RULES_WITH_BREAKS: readonly string[] = Object.keys(BREAKS);

export function breakOf(rule: string): Patch {
  const found = BREAKS[rule];
  if (found === undefined) throw new Error(`break: got none for ${JSON.stringify(rule)}`);
  const [file, before, after] = found;
  return { file, before, after };
}
