import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { AwsCallError, callAws } from './aws-call.ts';
import { isLocal, type StageClient } from './client.ts';
import { hasCode, LocalStageFailure } from './failure.ts';
import { requireOutput } from './outputs.ts';
import { localPaths } from './paths.ts';

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
  const pool = requireOutput(stage.outputs, 'UserPoolId');
  const userName = request.name ?? ['local', request.role, ...departments].join('-');
  const person: Person = {
    pool,
    userName,
    groups: [request.role, ...departments.map((department) => `dept-${department}`)],
    password: await passwordOf(`${pool} ${userName}`),
  };
  const token = (await signInAgain(stage, person)) ?? (await signInAnew(stage, person));
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
const Claims = v.object({ exp: v.number(), 'cognito:groups': v.optional(v.array(v.string()), []) });

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

/** The token of somebody who is known and in exactly these groups: one call, as often as wanted and side by side. */
async function signInAgain(stage: StageClient, person: Person): Promise<string | undefined> {
  const answer = await trySignIn(stage, person).catch((error: unknown) => {
    if (error instanceof AwsCallError && UNKNOWN_YET.has(error.code)) return undefined;
    throw error;
  });
  const token = answer === undefined ? undefined : tokenIn(answer);
  if (token === undefined) return undefined;
  const { 'cognito:groups': held } = claimsOf(token);
  return new Set(held).symmetricDifference(new Set(person.groups)).size === 0 ? token : undefined;
}

const UNKNOWN_YET = new Set(['NotAuthorizedException', 'UserNotFoundException']);

async function signInAnew(stage: StageClient, person: Person): Promise<string> {
  await ensurePerson(stage, person);
  await ensureGroups(stage, person);
  const token = tokenIn(await trySignIn(stage, person));
  if (token !== undefined) return token;
  throw new LocalStageFailure(
    `The user pool did not sign ${person.userName} in by password alone; let its client allow ADMIN_USER_PASSWORD_AUTH without a second factor.`,
  );
}

function trySignIn(stage: StageClient, person: Person): Promise<Record<string, unknown>> {
  return cognito(stage, person)('AdminInitiateAuth', {
    ClientId: requireOutput(stage.outputs, 'UserPoolClientId'),
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: person.userName, PASSWORD: person.password },
  });
}

function tokenIn(answer: Record<string, unknown>): string | undefined {
  const signedIn = v.safeParse(SignedIn, answer);
  return signedIn.success ? signedIn.output.AuthenticationResult.AccessToken : undefined;
}

/**
 * A password of this folder's own, the same for the same person: tools that run side by side must not change it under each
 * other. It opens nothing but the emulator on this machine's loopback.
 */
async function passwordOf(person: string): Promise<string> {
  const secret = await staffSecret(localPaths().staffSecret);
  return `Aa1!${createHmac('sha256', secret).update(person).digest('base64url')}`;
}

/** Made whole by whoever comes first; everybody else finds it. */
async function staffSecret(file: string): Promise<string> {
  const found = await readFile(file, 'utf8').catch(() => undefined);
  if (found !== undefined) return found;
  const draft = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  await link(draft, file).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}

function groupNames(answer: Record<string, unknown>): readonly string[] {
  return v.parse(GroupsOfUser, answer).Groups.map(({ GroupName }) => GroupName);
}

function claimsOf(token: string): v.InferOutput<typeof Claims> {
  const [, payload = ''] = token.split('.');
  return v.parse(Claims, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}

const expiryOf = (token: string): string => new Date(claimsOf(token).exp * 1000).toISOString();

function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof AwsCallError && error.code === code)) throw error;
  };
}
