import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { localPaths } from '../../tools/local/paths.ts';
import { grantedActions } from '../support/deployed/roles.ts';
import { deployed } from '../support/deployed/stage.ts';
import { UNCALLED, type Uncalled } from '../support/deployed/uncalled.ts';

// Runs after all other files of this folder (tools/suite/order.ts): by then every path that is tested has made its calls.

const { stage } = await deployed();
const Call = v.object({ role: v.string(), action: v.string() });
type Call = v.InferOutput<typeof Call>;

test('nothing is granted to a function that no test, story or documented path uses', async () => {
  const granted = await grantedActions(stage);
  const lines = (await readFile(localPaths().calls, 'utf8')).trim().split('\n');
  const called = new Set(lines.map((line) => named(v.parse(Call, JSON.parse(line)))));

  const idle = granted.filter((grant) => !called.has(named(grant)));
  const used = granted.length - idle.length;

  expect(used, 'run the whole folder: this file compares with what the others called').toBeGreaterThan(60);
  expect(idle.filter((grant) => !UNCALLED.some((known) => isMeant(known, grant))).map(named)).toEqual([]);
  expect(UNCALLED.filter((known) => !granted.some((grant) => isMeant(known, grant)))).toEqual([]);
});

const named = ({ role, action }: Call): string => `${role} ${action}`;

const isMeant = (known: Uncalled, { role, action }: Call): boolean =>
  known.action.test(action) && known.role.test(role);
