/** One call of a function's own SDK, as it came over the wire. */
export type Call = {
  readonly process: string;
  readonly service: 'dynamodb' | 'sqs' | 'sns' | 'kms';
  readonly operation: string;
  readonly body: string;
  /** What the table charged for it: read and write units, indexes included. */
  units: number;
};
export type Answer = { readonly status: number; readonly type: string; readonly body: string | Buffer };
