import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { AwsCallError, callAws } from './aws-call.ts';
import { isLocal, type StageClient } from './client.ts';
import { LocalStageFailure } from './failure.ts';
import { requireOutput } from './outputs.ts';

export const roles = ['producer', 'agent', 'supervisor', 'head', 'analyst', 'privacy', 'ops', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface TokenRequest {
  readonly role: Role;
  readonly departments?: readonly string[];
  /** Staff id; the same name is the same person. Default: one person for each role and set of departments. */
  readonly name?: string;
}

export interface MintedToken {
  readonly token: string;
  readonly role: Role;
  /** Wall time, RFC 3339. */
  readonly expiresAt: string;
}

/**
 * Signs a made-up member of staff in at the local stage's user pool and gives back the access token. The pool's group
 * of the role's name says the role, groups `dept-<department>` say the departments; the person is in exactly these.
 * Refuses on any other stage: there people sign in themselves.
 */
export async function mintToken(stage: StageClient, request: TokenRequest): Promise<MintedToken> {
  if (!isLocal(stage.outputs)) {
    throw new LocalStageFailure(
      'Staff are invented on the local stage only; sign in to this one as a person of its user pool.',
    );
  }
  const departments = [...(request.departments ?? [])].toSorted();
  const person: Person = {
    pool: requireOutput(stage.outputs, 'UserPoolId'),
    userName: request.name ?? ['local', request.role, ...departments].join('-'),
    groups: [request.role, ...departments.map((department) => `dept-${department}`)],
    // New each time and never written down: signing in once is all it is for.
    password: `Aa1!${randomBytes(18).toString('base64url')}`,
  };
  await ensurePerson(stage, person);
  await ensureGroups(stage, person);
  const token = await signIn(stage, person);
  return { token, role: request.role, expiresAt: expiryOf(token) };
}

interface Person {
  readonly pool: string;
  readonly userName: string;
  readonly groups: readonly string[];
  readonly password: string;
}

const GroupsOfUser = v.object({ Groups: v.array(v.object({ GroupName: v.string() })) });
const SignedIn = v.object({ AuthenticationResult: v.object({ AccessToken: v.string() }) });
const Claims = v.object({ exp: v.number() });

type CognitoCall = (operation: string, input: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>;

function cognito(stage: StageClient, { pool }: Person): CognitoCall {
  return (operation, input) =>
    callAws(stage, { service: 'cognito-idp', operation, input: { UserPoolId: pool, ...input } });
}

async function ensurePerson(stage: StageClient, person: Person): Promise<void> {
  const call = cognito(stage, person);
  const user = { Username: person.userName };
  await call('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' }).catch(unless('UsernameExistsException'));
  await call('AdminSetUserPassword', { ...user, Password: person.password, Permanent: true });
}

async function ensureGroups(stage: StageClient, person: Person): Promise<void> {
  const call = cognito(stage, person);
  const user = { Username: person.userName };
  const held = groupNames(await call('AdminListGroupsForUser', user));
  for (const GroupName of person.groups.filter((name) => !held.includes(name))) {
    await call('CreateGroup', { GroupName }).catch(unless('GroupExistsException'));
    await call('AdminAddUserToGroup', { ...user, GroupName });
  }
  for (const GroupName of held.filter((name) => !person.groups.includes(name))) {
    await call('AdminRemoveUserFromGroup', { ...user, GroupName });
  }
}

async function signIn(stage: StageClient, person: Person): Promise<string> {
  const answer = await cognito(stage, person)('AdminInitiateAuth', {
    ClientId: requireOutput(stage.outputs, 'UserPoolClientId'),
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: person.userName, PASSWORD: person.password },
  });
  const signedIn = v.safeParse(SignedIn, answer);
  if (signedIn.success) return signedIn.output.AuthenticationResult.AccessToken;
  throw new LocalStageFailure(
    `The user pool did not sign ${person.userName} in by password alone; let its client allow ADMIN_USER_PASSWORD_AUTH without a second factor.`,
  );
}

function groupNames(answer: Record<string, unknown>): readonly string[] {
  return v.parse(GroupsOfUser, answer).Groups.map(({ GroupName }) => GroupName);
}

function expiryOf(token: string): string {
  const [, payload = ''] = token.split('.');
  const { exp } = v.parse(Claims, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return new Date(exp * 1000).toISOString();
}

function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof AwsCallError && error.code === code)) throw error;
  };
}
