import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { createIds } from '#runtime/ids.ts';
import { TABLE } from '#store/table.contract.ts';
import { apiOf } from '../../../functions/console/live-api.ts';
import { joinPrivacy, PRIVACY_DOORS } from '../../../functions/console/subjects/live-privacy.ts';
import { NOON } from '../cases.ts';
import { type Ask, consoleOn, privacy, requestOf, type Told, toldBy } from '../console.ts';
import { type Engine, startEngine } from '../engine.ts';
import { recordingSurroundings } from '../runtime/fakes-runtime.ts';
import { lambdaContext } from '../runtime/lambda-events.ts';
import type { vaultOn } from '../vaults.ts';

/** Name of the list of erasures that goes with an engine's table. */
export const erasuresOf = ({ tableName }: Pick<Engine, 'tableName'>): string => `${tableName}-erasures`;

/** Makes the list of erasures beside the engine's table. */
export async function makeErasures(engine: Engine): Promise<string> {
  const TableName = erasuresOf(engine);
  await engine.client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: TABLE.partitionKey, KeyType: 'HASH' },
        { AttributeName: TABLE.sortKey, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [TABLE.partitionKey, TABLE.sortKey].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
    }),
  );
  return TableName;
}

type Desk = { readonly vault: ReturnType<typeof vaultOn>; readonly now?: () => number };

/** The routes of the privacy desk on a table engine; `tableName`: a restored copy of its table. */
export function privacyOn(engine: Engine, { vault, now = () => NOON }: Desk, tableName = engine.tableName) {
  const needs = joinPrivacy({
    db: engine.client,
    tableName,
    erasuresTable: erasuresOf(engine),
    vault,
    clock: { businessNow: now, wallNow: now, fromWire: Number },
    ids: createIds(),
  });
  const handler = apiOf(PRIVACY_DOORS, () => needs, recordingSurroundings());
  const ask = async (route: string, ids: Record<string, string> = {}, how: Ask = {}): Promise<Told> =>
    toldBy(await handler(requestOf(route, ids, { as: privacy, ...how }), lambdaContext()));
  return { ask, needs };
}

/** An engine with the list of erasures, the desk of staff and the privacy desk on it. */
export async function openDesks() {
  const engine = await startEngine();
  await makeErasures(engine);
  const api = consoleOn(engine);
  return { engine, api, desk: privacyOn(engine, { vault: api.vault }) };
}
export type Desks = Awaited<ReturnType<typeof openDesks>>;

export const EXPORT = 'POST /v1/subjects/{customerId}/export';
export const ERASE = 'POST /v1/subjects/{customerId}/erase';
export const CONTACT_EXPORT = 'POST /v1/subjects/{customerId}/contacts/{contactId}/export';
export const CONTACT_ERASE = 'POST /v1/subjects/{customerId}/contacts/{contactId}/erase';
