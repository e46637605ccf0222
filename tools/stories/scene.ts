import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { aggregateName } from '#store/keys.ts';
import { pushAll } from '../doors/push.ts';
import { DEFAULT_SOURCE } from '../doors/read-events.ts';
import type { StageClient } from '../local/client.ts';
import { readClock } from '../local/clock.ts';
import { textIn } from '../running/handset.ts';
import { type HeardNotice, readNotices } from '../running/notices.ts';
import { readOutbox, type Sent } from '../running/outbox.ts';
import { type Staff, staffOf } from '../running/staff.ts';
import { moveClock, shownTime } from '../time/advance.ts';
import { allDue, wake } from '../time/due.ts';
import { settle } from '../time/quiet.ts';
import type { Person } from './cast.ts';
import { CaseList, CaseSeen, TaskList, type TaskSeen, WhySeen } from './seen.ts';

const INSTANT_MS = 180_000;

/** The stage as a story plays on it: account systems push, people answer, staff work, time passes. */
export interface Scene {
  /** Business time, RFC 3339. */
  readonly now: () => Promise<string>;
  /** Pushes events and lets the stage run empty; every one must be accepted. */
  readonly push: (...events: readonly Told[]) => Promise<void>;
  /** Pushes them and waits for nothing. */
  readonly pushOnly: (...events: readonly Told[]) => Promise<void>;
  /** Queues a case's next move, delayed to the second it falls due: what the sweep does up to a minute ahead. */
  readonly queue: (caseId: string) => Promise<void>;
  /** Lets business time pass, to an instant in milliseconds since 1970. */
  readonly until: (at: number) => Promise<void>;
  /** Texts the bank and lets the stage run empty. */
  readonly answer: (from: string, body: string) => Promise<void>;
  /** Everything this number was ever texted, oldest first. */
  readonly textsTo: (phone: string) => Promise<readonly Sent[]>;
  /** Everything this person was ever mailed; undefined where the bank sends no mails. */
  readonly mailsTo: (person: Person) => Promise<readonly Sent[] | undefined>;
  readonly caseOf: (customerId: string) => Promise<CaseSeen>;
  readonly whyOf: (caseId: string) => Promise<WhySeen>;
  readonly tasksOf: (caseId: string) => Promise<readonly TaskSeen[]>;
  readonly notices: (of: { readonly caseId?: string; readonly customerId?: string }) => Promise<readonly HeardNotice[]>;
  /** Somebody of a department: an agent unless another role is said. The same name is the same person. */
  readonly staff: (department: string, who?: Who) => Staff;
  readonly registry: Staff;
  readonly settled: () => Promise<void>;
}

export interface Who {
  readonly role?: 'agent' | 'supervisor' | 'head';
  /** Staff id. */
  readonly name?: string;
}

/** An event before it has an envelope. */
export interface Told {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export function sceneOn(stage: StageClient): Scene {
  const desk = staffOf(stage, { role: 'admin' });
  const settled = async (): Promise<void> => {
    const { quiet } = await settle(stage, { withinMs: INSTANT_MS, timers: 'leave' });
    assert.ok(quiet, 'the stage has run empty');
  };
  const pushOnly: Scene['pushOnly'] = (...events) => push(stage, events);
  return {
    now: async () => shownTime(await readClock()),
    pushOnly,
    push: async (...events) => {
      await pushOnly(...events);
      await settled();
    },
    queue: async (caseId) => {
      const item = (await allDue(stage)).find(({ aggregate }) => aggregate === aggregateName('case', caseId));
      assert.ok(item !== undefined, `case ${caseId} waits for nothing`);
      await wake(stage, [item], Math.max(1, Math.ceil((item.dueAt - (await readClock())) / 1000)));
    },
    until: async (at) => void (await moveClock(stage, Math.max(at, await readClock()), { withinMs: INSTANT_MS })),
    answer: async (from, body) => {
      await textIn(stage, { from, body });
      await settled();
    },
    textsTo: (to) => readOutbox(stage, { to, channel: 'sms' }),
    mailsTo: async ({ mail: to }) => (to === undefined ? [] : readOutbox(stage, { to, channel: 'mail' })),
    ...readings(stage, desk),
    staff: (department, { role = 'agent', name } = {}) =>
      staffOf(stage, { role, departments: [department], ...(name === undefined ? {} : { name }) }),
    registry: desk,
    settled,
  };
}

async function push(stage: StageClient, events: readonly Told[]): Promise<void> {
  const time = shownTime(await readClock());
  const envelopes = events.map(({ type, data }) => ({
    specversion: '1.0',
    id: randomUUID(),
    source: DEFAULT_SOURCE,
    type: `liaison.${type}.v1`,
    time,
    data,
  }));
  const { accepted, rejected } = await pushAll(stage, envelopes);
  assert.deepEqual({ accepted, rejected }, { accepted: events.length, rejected: [] });
}

type Readings = Pick<Scene, 'caseOf' | 'whyOf' | 'tasksOf' | 'notices'>;

function readings(stage: StageClient, desk: Staff): Readings {
  return {
    caseOf: async (customerId) => {
      const { items } = v.parse(CaseList, await desk.ask(`/v1/cases?customerId=${customerId}`));
      const [line] = items;
      assert.ok(line !== undefined, `customer ${customerId} has no case`);
      return v.parse(CaseSeen, await desk.ask(`/v1/cases/${line.id}`));
    },
    whyOf: async (caseId) => v.parse(WhySeen, await desk.ask(`/v1/cases/${caseId}/why`)),
    tasksOf: async (caseId) => v.parse(TaskList, await desk.ask(`/v1/tasks?caseId=${caseId}`)).items,
    notices: async ({ caseId, customerId }) =>
      (await readNotices(stage)).filter(
        ({ data }) =>
          (caseId === undefined || data['caseId'] === caseId) &&
          (customerId === undefined || data['customerId'] === customerId),
      ),
  };
}
