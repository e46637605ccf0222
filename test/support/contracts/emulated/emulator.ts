import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStage, type StageClient } from '../../../../tools/local/client.ts';
import { endpointOf, localRegion, startEmulator, stopEmulator } from '../../../../tools/local/emulator.ts';
import { makeCertificates } from '../../../../tools/local/host/certificates.ts';
import { isListening, portsFrom } from '../../../../tools/local/host/ports.ts';
import { makeVenv } from '../../../../tools/local/host/venv.ts';
import { writeOutputs } from '../../../../tools/local/outputs.ts';
import { localPaths } from '../../../../tools/local/paths.ts';
import { sendSigned } from '../../../../tools/local/signed.ts';
import { openDoor, type Told } from './door.ts';

/** The emulator of the local stage without the stage: nothing is deployed but what a contract asks for. */
export type Emulator = {
  readonly stage: StageClient;
  /** Makes resources as CloudFormation does, and waits for them. */
  readonly make: (name: string, resources: Readonly<Record<string, object>>) => Promise<void>;
  /** A function that does what is said here, in a process of the emulator that is running already; its resource's properties. */
  readonly functionFor: (name: string, told: Told) => object;
  readonly warm: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startEmulated(): Promise<Emulator> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-contracts-'));
  const paths = localPaths(folder);
  await makeVenv(paths);
  await makeCertificates(paths);
  const ports = portsFrom(await freePort());
  await startEmulator(paths, ports, { keep: false });
  const at = { stage: 'local', region: localRegion, endpoint: endpointOf(ports), caFile: paths.certificate };
  await writeOutputs(paths.outputs, at);
  const stage = await openStage(paths.outputs);
  const door = await openDoor();
  return {
    stage,
    make: (name, resources) => makeStack(stage, name, resources),
    functionFor: (name, told) => ({ FunctionName: name, ...functionAt(door.add(name, told)) }),
    warm: async (name) => {
      const path = `/2015-03-31/functions/${name}/invocations`;
      await sendSigned(stage, { service: 'lambda', method: 'POST', path, body: '{}' });
    },
    stop: async () => {
      await stopEmulator(paths);
      stage.agent.destroy();
      door.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks whoever is at the address what to do with its event. */
const ASKS = `exports.handler = async (event) => {
  const answer = await fetch(process.env.DOOR, { method: 'POST', body: JSON.stringify(event) });
  if (!answer.ok) throw new Error('told to raise');
  return answer.json();
};`;

const functionAt = (address: string): object => ({
  Runtime: 'nodejs22.x',
  Handler: 'index.handler',
  Role: 'arn:aws:iam::000000000000:role/contracts',
  Code: { ZipFile: ASKS },
  Timeout: 10,
  Environment: { Variables: { DOOR: address } },
});

async function makeStack(stage: StageClient, name: string, Resources: object): Promise<void> {
  await cloudFormation(stage, { Action: 'CreateStack', StackName: name, TemplateBody: JSON.stringify({ Resources }) });
  for (;;) {
    const text = await cloudFormation(stage, { Action: 'DescribeStacks', StackName: name });
    const [, status = ''] = /<StackStatus>(\w+)<\/StackStatus>/u.exec(text) ?? [];
    if (status === 'CREATE_COMPLETE') return;
    if (status !== 'CREATE_IN_PROGRESS') throw new Error(`stack ${name}: got ${text}`);
    await sleep(50);
  }
}

async function cloudFormation(stage: StageClient, fields: Readonly<Record<string, string>>): Promise<string> {
  const { status, text } = await sendSigned(stage, {
    service: 'cloudformation',
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      ...fields,
      Version: '2010-05-15',
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
    }).toString(),
  });
  if (status !== 200) throw new Error(`${fields['Action']}: got ${status} ${text}`);
  return text;
}

async function freePort(): Promise<number> {
  for (let port = 31_000 + (process.pid % 9_000); port < 60_000; port += 2) {
    if (!(await isListening(port)) && !(await isListening(port + 1))) return port;
  }
  throw new Error('no pair of free ports');
}
