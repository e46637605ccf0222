import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { inBatches, type Paced } from './batches.ts';

export type Lake = {
  /**
   * Hands all lines over, many a record, and tries again what was refused for the moment. Answers how many records are
   * not taken; zero: all will be kept. A line may be kept twice when an answer is lost.
   */
  readonly keep: (lines: readonly string[]) => Promise<{ readonly failed: number; readonly of: number }>;
};

/** The process's client of the delivery stream. */
export const lakeClient = (): FirehoseClient => new FirehoseClient({ cacheMiddleware: true });

/** A record is at most 1,000 KiB, ten of them below the 4 MiB of a request. Source: PutRecordBatch. */
const RECORD_CHARACTERS = 100_000;

export const firehoseLake = (client: () => FirehoseClient, stream: () => string, paced?: Paced): Lake => ({
  keep: async (lines) => {
    const records = recordsOf(lines);
    const failed = await inBatches(records, (part) => put(client(), stream(), part), paced);
    return { failed: failed.length, of: records.length };
  },
});

/** Lines joined, as records are paid for by 5 kB begun. */
function recordsOf(lines: readonly string[]): readonly string[] {
  const records: string[] = [];
  let open = '';
  for (const line of lines) {
    if (open !== '' && open.length + line.length > RECORD_CHARACTERS) {
      records.push(open);
      open = '';
    }
    open += `${line}\n`;
  }
  return open === '' ? records : [...records, open];
}

async function put(
  client: FirehoseClient,
  DeliveryStreamName: string,
  part: readonly string[],
): Promise<{ at: number; again: boolean }[]> {
  const Records = part.map((text) => ({ Data: Buffer.from(text) }));
  const { RequestResponses = [] } = await client.send(new PutRecordBatchCommand({ DeliveryStreamName, Records }));
  return RequestResponses.flatMap(({ ErrorCode }, at) => (ErrorCode === undefined ? [] : [{ at, again: true }]));
}
