import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import type { Scene, Told } from '../../../tools/stories/scene.ts';
import { CaseList, CaseSeen, TaskList, WhySeen } from '../../../tools/stories/seen.ts';
import { type As, ask, push, textIn } from './people.ts';
import { type Pipeline, settle } from './pipeline.ts';
import { passTo } from './time.ts';

type Staff = Scene['registry'];
const ADMIN: As = { role: 'admin' };

/** The stage of the stories, played in one process tree: the same stories, the same expectations. */
export function sceneOn(of: Pipeline): Scene {
  const desk = staffOf(of, ADMIN);
  const pushOnly: Scene['pushOnly'] = async (...events) => {
    const { body } = await push(of, ...events.map((event: Told) => event));
    assert.deepEqual([body['accepted'], body['rejected']], [events.length, []]);
  };
  return {
    now: () => Promise.resolve(shown(of.now())),
    pushOnly,
    push: async (...events) => {
      await pushOnly(...events);
      await settle(of);
    },
    // The schedule finds it a minute ahead and the message waits for its second.
    queue: async () => {
      await of.invoke('start-sweep', { time: shown(of.now()) });
      await settle(of);
    },
    until: (at) => passTo(of, Math.max(at, of.now())),
    answer: async (from, body) => {
      textIn(of, from, body);
      await settle(of);
    },
    textsTo: (phone) =>
      Promise.resolve(
        of.provider.texts
          .filter(({ to }) => to === phone)
          .map(({ to, text, messageId, at }) => ({
            channel: 'sms' as const,
            to,
            body: text,
            at: shown(at),
            messageId,
          })),
      ),
    // No sender is named there.
    mailsTo: () => Promise.resolve(undefined),
    caseOf: async (customerId) => {
      const [line] = v.parse(CaseList, await desk.ask(`/v1/cases?customerId=${customerId}`)).items;
      assert.ok(line !== undefined, `customer ${customerId} has no case`);
      return v.parse(CaseSeen, await desk.ask(`/v1/cases/${line.id}`));
    },
    whyOf: async (caseId) => v.parse(WhySeen, await desk.ask(`/v1/cases/${caseId}/why`)),
    tasksOf: async (caseId) => v.parse(TaskList, await desk.ask(`/v1/tasks?caseId=${caseId}`)).items,
    notices: ({ caseId, customerId }) =>
      Promise.resolve(
        of.provider.notices.filter(
          ({ data }) =>
            (caseId === undefined || data['caseId'] === caseId) &&
            (customerId === undefined || data['customerId'] === customerId),
        ),
      ),
    staff: (department, { role = 'agent', name } = {}) =>
      staffOf(of, { role, departments: [department], ...(name === undefined ? {} : { name }) }),
    registry: desk,
    settled: () => settle(of),
  };
}

const shown = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

function staffOf(of: Pipeline, as: As): Staff {
  const call: Staff['call'] = async (path, { method, body } = {}) => {
    const answer = await ask(of, { method: method === 'POST' ? 'POST' : 'GET', path, body }, as);
    return { status: answer.status, headers: {}, text: JSON.stringify(answer.body), json: answer.body };
  };
  return {
    call,
    ask: async (path, given) => {
      const answer = await call(path, given);
      assert.ok(answer.status < 300, `${path} was answered with ${answer.status}: ${answer.text}`);
      return answer.json;
    },
  };
}
