import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { FAULT_KEYS, type FaultKey } from '#domain/complaint/triage/faults.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { Fault } from '#domain/errors.ts';
import {
  countedAs,
  type Folded,
  foldRecurring,
  type Incident,
  incidentOf,
  type Member,
  type RecurringRules,
  type RecurringState,
  type Seen,
} from '#domain/feedback/recurring.ts';
import {
  type Item,
  item,
  json,
  keyItem,
  number,
  optionalJson,
  optionalNumber,
  readBinary,
  readJson,
  readNumber,
  readText,
  refusedCondition,
  text,
} from '../attributes.ts';
import { GENESIS } from '../codecs/entry.ts';
import { aggregateName, idOfAggregate, type Key, MEMBER_PREFIX, memberKey, snapshotKey, systemKey } from '../keys.ts';
import type { Ledger, Op } from '../ledger.ts';
import type { Reader } from '../reader.ts';

/** Incidents as they are read: the newest first. */
export type IncidentStore = {
  readonly page: (page: { readonly limit: number; readonly after?: string }) => Promise<IncidentPage>;
  readonly get: (id: string) => Promise<Incident | undefined>;
};
export type IncidentPage = { readonly incidents: readonly Incident[]; readonly next?: string };

/** The projector's port: complaints with a fault, in the order of the stream; seeing one twice changes nothing. */
export type RecurringPort = { readonly see: (seen: readonly Seen[]) => Promise<void> };

const LIST = 'incident';
const STATES = 'recurring';
const stateKey = (key: FaultKey): Key => systemKey(STATES, key);
const listKey = (id: string): Key => systemKey(LIST, id);

export function createIncidentStore(reader: Reader): IncidentStore {
  const get = (id: string): Promise<Incident | undefined> => readIncident(reader, id);
  return {
    /** AP-80: incidents, newest first; each with its members. */
    page: async ({ limit, after }) => {
      const found = await reader.page({
        pk: listKey(LIST).pk,
        limit,
        newestFirst: true,
        ...(after === undefined ? {} : { start: keyItem(listKey(after)) }),
      });
      const ids = found.items.map((one) => readText(one, 'sk'));
      const incidents = await Promise.all(ids.map(get));
      const last = ids.at(-1);
      return {
        incidents: incidents.filter((one) => one !== undefined),
        ...(found.next === undefined || last === undefined ? {} : { next: last }),
      };
    },
    /** AP-81: one incident with its members. */
    get,
  };
}

async function readIncident(reader: Reader, id: string): Promise<Incident | undefined> {
  const pk = aggregateName('incident', id);
  const key = FAULT_KEYS.find((one) => id.endsWith(`.${one}`));
  const members = key === undefined ? [] : await reader.collection(pk, MEMBER_PREFIX);
  return key === undefined || members.length === 0 ? undefined : incidentOf({ id, key }, members.map(memberOf));
}

const memberOf = (from: Item): Member => ({
  complaintId: idOfAggregate(readText(from, 'sk')),
  person: readText(from, 'ps'),
  at: readNumber(from, 'at'),
});

export type RecurringNeeds = {
  readonly reader: Reader;
  readonly db: DynamoDBClient;
  readonly tableName: string;
  readonly ledger: Ledger;
  readonly rules: RecurringRules;
};

/** A try is lost only to another's success: more than a batch of one fault that two readers tell at once. */
const TRIES = 20;

/** Folds complaints into incidents; each is one conditional write, and one transaction where an incident opens or grows. */
export function createRecurring(needs: RecurringNeeds): RecurringPort {
  return {
    /** AP-82: a complaint more of a fault; and AP-83: the incident that it opens or grows, in one transaction. */
    see: async (seen) => {
      for (const one of seen) await fold(countedAs(one, needs.rules), needs);
    },
  };
}

async function fold(seen: Seen, needs: RecurringNeeds): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const stored = await needs.reader.get(stateKey(seen.key));
    const state = stored === undefined ? undefined : stateOf(stored, seen.key);
    const folded = foldRecurring(state, seen, needs.rules);
    if (folded.state === state || (await write({ seen, folded, revision: revisionOf(stored) }, needs))) return;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

type Fold = { readonly seen: Seen; readonly folded: Folded; readonly revision: number };

/** True when it stands, now or from an earlier delivery. */
async function write({ seen, folded, revision }: Fold, needs: RecurringNeeds): Promise<boolean> {
  const { incident } = folded.state;
  const members = folded.opened ?? (folded.joined === true ? [seen] : []);
  const next = stateItem(folded.state, revision + 1);
  if (incident === undefined || members.length === 0) return putState(next, revision, needs);
  if (folded.joined === true && (await needs.reader.get(memberKey(incident.id, seen.complaintId))) !== undefined)
    return true;
  const also: Op[] = [
    { op: 'put', key: stateKey(seen.key), item: next, condition: atRevision(revision) },
    ...members.map(
      (one): Op => ({
        op: 'put',
        key: memberKey(incident.id, one.complaintId),
        item: { ps: text(one.person), at: number(one.at) },
        condition: { exists: false },
      }),
    ),
  ];
  if (folded.opened !== undefined)
    also.push({ op: 'put', key: listKey(incident.id), item: {}, condition: { exists: false } });
  const advances = folded.notice === true ? [await advanceOf(seen.key, folded, needs)] : [];
  const result = await needs.ledger.commit({ advances, also });
  return result.kind === 'committed';
}

/** The incident's own timeline has an entry for every notice, so that the relay tells it as any other. */
async function advanceOf(key: FaultKey, { state: { incident }, opened }: Folded, { reader }: RecurringNeeds) {
  if (incident === undefined) throw new Error('incident: got a notice without one');
  const standing = opened === undefined ? await reader.get(snapshotKey('incident', incident.id)) : undefined;
  const { id, count } = incident;
  const entry: EntryDraft = {
    type: opened === undefined ? 'incident.grew' : 'incident.opened',
    actor: { kind: 'system', name: 'recurring' },
    at: incident.noticedAt,
    facts: { fault: key, count },
    effects: [
      {
        do: 'notify',
        type: 'issue.recurring',
        purpose: 'complaint_followup',
        department: 'complaints',
        severity: 'high',
        data: { incidentId: id, count },
      },
    ],
  };
  return {
    kind: 'incident' as const,
    id,
    version: standing === undefined ? 0 : readNumber(standing, 'v'),
    head: standing === undefined ? GENESIS : readBinary(standing, 'hd'),
    snapshot: { k: text(key), n: number(count) },
    entry,
  };
}

async function putState(next: Item, revision: number, { db, tableName }: RecurringNeeds): Promise<boolean> {
  const expected = revision === 0 ? 'attribute_not_exists(pk)' : 'rv = :rv';
  try {
    await db.send(
      new PutItemCommand({
        TableName: tableName,
        Item: next,
        ConditionExpression: expected,
        ...(revision === 0 ? {} : { ExpressionAttributeValues: { ':rv': number(revision) } }),
      }),
    );
    return true;
  } catch (error) {
    if (refusedCondition(error) === undefined) throw error;
    return false;
  }
}

const atRevision = (revision: number) => (revision === 0 ? { exists: false } : { equals: { rv: number(revision) } });

const stateItem = ({ key, recent, incident }: RecurringState, revision: number): Item => ({
  ...keyItem(stateKey(key)),
  ...item({ rv: number(revision), rc: json(recent), ...(incident === undefined ? {} : { in: json(incident) }) }),
});

const revisionOf = (from: Item | undefined): number => (from === undefined ? 0 : (optionalNumber(from, 'rv') ?? 0));

function stateOf(from: Item, key: FaultKey): RecurringState {
  const incident = optionalJson<NonNullable<RecurringState['incident']>>(from, 'in');
  return { key, recent: readJson<readonly Member[]>(from, 'rc'), ...(incident === undefined ? {} : { incident }) };
}
