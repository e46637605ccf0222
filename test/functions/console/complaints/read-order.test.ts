import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { type MoveNeeds, moveComplaintOf } from '../../../../functions/console/moves/move-complaint.ts';
import { NOON } from '../../../support/cases.ts';
import { complaintOf } from '../../../support/complaints/complaints.ts';

const CALLER = { staff: 'li.na', principal: 'console s', roles: ['admin'], departments: [] } as const;

test('tasks are read after the complaint whose version guards them: one that was added meanwhile is not missed', async () => {
  const asked: string[] = [];
  const read = async <T>(what: string, found: T): Promise<T> => {
    asked.push(`${what} asked`);
    await turn();
    asked.push(`${what} read`);
    return found;
  };
  const nothing = () => Promise.reject(new Error('not asked for here'));
  const needs: MoveNeeds = {
    complaints: { load: () => read('complaint', { state: complaintOf(), head: Uint8Array.of() }) } as never,
    tasks: { ofComplaint: () => read('tasks', []) } as never,
    complaintBook: () => Promise.resolve({} as never),
    changeComplaint: nothing,
    keyOf: nothing,
    seal: nothing,
    hashedId: () => 'case',
    now: () => NOON,
  };
  const seen: Complaint[] = [];

  await moveComplaintOf(
    { caller: CALLER, complaintId: 'c1' },
    (of) => {
      seen.push(of);
      return { problem: { code: 'request.not-found', detail: 'decided on' } };
    },
    needs,
  );

  expect(seen).toHaveLength(1);
  expect(asked).toEqual(['complaint asked', 'complaint read', 'tasks asked', 'tasks read']);
});
