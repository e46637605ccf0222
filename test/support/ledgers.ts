import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createLedger, type Ledger } from '#store/ledger.ts';
import type { Engine } from './engine.ts';

let fences = 0;
/** 8 bytes, new for every commit of this process. */
export const nextFence = (): Uint8Array =>
  Uint8Array.from([1, 0, 0, 0, 0, 0, (fences >> 8) & 255, (fences += 1) & 255]);

/** A ledger on the engine's table that pauses for nobody; `db` stands in for the engine's own client. */
export const ledgerOn = (engine: Engine, db: DynamoDBClient = engine.client): Ledger =>
  createLedger({
    db,
    tableName: engine.tableName,
    fence: nextFence,
    sleep: () => Promise.resolve(),
    jitter: () => 0,
  });
