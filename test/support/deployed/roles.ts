import * as v from 'valibot';
import type { StageClient } from '../../../tools/local/client.ts';
import { sendSigned } from '../../../tools/local/signed.ts';

/** One call to IAM, which speaks forms and XML. */
async function iam(stage: StageClient, action: string, input: Readonly<Record<string, string>>): Promise<string> {
  const body = new URLSearchParams({ Action: action, Version: '2010-05-08', ...input }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { status, text } = await sendSigned(stage, { service: 'iam', method: 'POST', path: '/', headers, body });
  if (status !== 200) throw new Error(`${action} was answered with ${status}: ${text.slice(0, 300)}`);
  return text;
}

const field = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(xml)?.[1] ?? '';
const fields = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'gu'))].map(([, value = '']) => value);

const Policy = v.looseObject({
  Statement: v.array(v.looseObject({ Effect: v.string(), Action: v.union([v.string(), v.array(v.string())]) })),
});
type Policy = v.InferOutput<typeof Policy>;

/** A grant of a function's role: the function by the part of its role's name that the stacks give it. */
export interface Grant {
  readonly role: string;
  readonly action: string;
}

/** Every action that each function's role allows, in the inline policies that the stacks give it. */
export async function grantedActions(stage: StageClient): Promise<readonly Grant[]> {
  const roles = await functionRoles(stage);
  const grants = await Promise.all(
    roles.map(async (role) => {
      const policies = [...(await policiesOf(stage, role)).values()].map((text) => v.parse(Policy, JSON.parse(text)));
      const allowed = policies.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === 'Allow');
      return [...new Set(allowed.flatMap(actionsOf))].map((action) => ({ role, action }));
    }),
  );
  return grants.flat();
}

/** Roles that functions take on: a role of the stacks that the function service may assume. */
async function functionRoles(stage: StageClient): Promise<readonly string[]> {
  const xml = await iam(stage, 'ListRoles', { MaxItems: '1000' });
  return [...xml.matchAll(/<member>(.*?)<\/member>/gsu)]
    .map(([, member = '']) => member)
    .filter((member) => decodeURIComponent(member).includes('lambda.amazonaws.com'))
    .map((member) => field(member, 'RoleName'))
    .filter((name) => name.startsWith('liaison-'));
}

async function policiesOf(stage: StageClient, RoleName: string): Promise<ReadonlyMap<string, string>> {
  const names = fields(await iam(stage, 'ListRolePolicies', { RoleName }), 'member');
  const policies = new Map<string, string>();
  for (const PolicyName of names) {
    const xml = await iam(stage, 'GetRolePolicy', { RoleName, PolicyName });
    policies.set(PolicyName, decodeURIComponent(field(xml, 'PolicyDocument')));
  }
  return policies;
}

/** Takes one action out of everything the role allows, runs the work, and puts the policies back as they were. */
export async function withoutGrant<T>(stage: StageClient, grant: Grant, work: () => Promise<T>): Promise<T> {
  const roles = fields(await iam(stage, 'ListRoles', { MaxItems: '1000' }), 'RoleName');
  const [RoleName, ...others] = roles.filter((name) => name.includes(grant.role));
  if (RoleName === undefined || others.length > 0)
    throw new Error(`${grant.role} names ${others.length} further roles`);
  const before = await policiesOf(stage, RoleName);
  const put = (PolicyName: string, PolicyDocument: string): Promise<string> =>
    iam(stage, 'PutRolePolicy', { RoleName, PolicyName, PolicyDocument });
  let removed = 0;
  for (const [name, document] of before) {
    const policy = v.parse(Policy, JSON.parse(document));
    const rest = without(policy, grant.action);
    removed += policy.Statement.length - rest.Statement.length + countOf(policy, grant.action);
    if (JSON.stringify(rest) === JSON.stringify(policy)) continue;
    // A policy without statements is none.
    if (rest.Statement.length === 0) await iam(stage, 'DeleteRolePolicy', { RoleName, PolicyName: name });
    else await put(name, JSON.stringify(rest));
  }
  if (removed === 0) throw new Error(`${RoleName} was never granted ${grant.action}`);
  try {
    return await work();
  } finally {
    for (const [name, document] of before) await put(name, document);
  }
}

const actionsOf = ({ Action }: Policy['Statement'][number]): readonly string[] =>
  typeof Action === 'string' ? [Action] : Action;

const countOf = ({ Statement }: Policy, action: string): number =>
  Statement.filter((one) => one.Effect === 'Allow' && actionsOf(one).includes(action)).length;

function without(policy: Policy, action: string): Policy {
  const Statement = policy.Statement.flatMap((one) => {
    if (one.Effect !== 'Allow' || !actionsOf(one).includes(action)) return [one];
    const left = actionsOf(one).filter((name) => name !== action);
    return left.length === 0 ? [] : [{ ...one, Action: left }];
  });
  return { ...policy, Statement };
}
