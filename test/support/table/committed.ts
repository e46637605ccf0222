import type { Case } from '#domain/case/case.ts';
import type { Transition } from '#domain/case/transition.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import type { Stored } from '#store/ledger.ts';
import { createReader } from '#store/reader.ts';
import { NOON, openedCase } from '../cases.ts';
import type { Engine } from '../engine.ts';
import { ledgerOn } from '../ledgers.ts';

/** The opening of a case as a transition, whatever the case holds. */
export const openingOf = (of: Case): Transition => ({
  next: of,
  entry: { type: 'case.opened', actor: { kind: 'system', name: 'test' }, at: NOON, facts: { id: of.id }, effects: [] },
  tasks: [],
});

/** Commits a transition on what stands, or fails the test. */
export async function commitCase(
  engine: Engine,
  from: Stored<Case> | undefined,
  to: Transition,
): Promise<Stored<Case>> {
  const { advance, also } = caseChange(from, to);
  const result = await ledgerOn(engine).commit({ advances: [advance], also });
  if (result.kind !== 'committed') throw new Error(`case ${to.next.id}: got ${result.kind}`);
  const stored = await createCaseStore(createReader(engine.client, engine.tableName)).load(to.next.id);
  if (stored === undefined) throw new Error(`case ${to.next.id}: not stored`);
  return stored;
}

/** A case in the table, opened at noon unless said otherwise. */
export const givenCase = (engine: Engine, change: Partial<Case> & { readonly id: string }): Promise<Stored<Case>> =>
  commitCase(engine, undefined, openingOf(openedCase(change)));
