import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { localCredentials } from './emulator.ts';
import { readOutputs, type StageOutputs } from './outputs.ts';

/** A deployed stage as tools reach it. */
export interface StageClient {
  readonly outputs: StageOutputs;
  /** Trusts the stage's own certificate beside the machine's. */
  readonly agent: Agent;
  /** Absent: the SDK finds the reader's own, as anywhere. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/**
 * Opens the stage that this outputs file describes; default: the local stage of this checkout.
 * The emulator knows the root pair of `localCredentials`; for every other endpoint the usual AWS variables and
 * profiles hold. Refuses with the cure when no stage is described.
 */
export async function openStage(outputsFile?: string): Promise<StageClient> {
  const outputs = await readOutputs(outputsFile);
  const trust = outputs.caFile === undefined ? {} : { ca: readFileSync(outputs.caFile) };
  const agent = new Agent({ keepAlive: true, maxSockets: 16, ...trust });
  return isEmulator(outputs) ? { outputs, agent, credentials: localCredentials } : { outputs, agent };
}

/** What every AWS SDK client of a tool is made with: `new SNSClient(clientConfig(stage))`. */
export function clientConfig({ outputs, agent, credentials }: StageClient): ClientConfig {
  return {
    region: outputs.region,
    requestHandler: { httpsAgent: agent },
    ...(outputs.endpoint === undefined ? {} : { endpoint: outputs.endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** The same for SQS: the emulator's queue addresses name its plain port, which the queues' policies deny. */
export function queueClientConfig(stage: StageClient): ClientConfig & { readonly useQueueUrlAsEndpoint: boolean } {
  return { ...clientConfig(stage), useQueueUrlAsEndpoint: stage.outputs.endpoint === undefined };
}

export interface ClientConfig {
  readonly region: string;
  readonly requestHandler: { readonly httpsAgent: Agent };
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** True for the stage of this machine, whose records may be made up, whose clock may move and whose users may be invented. */
export function isLocal(outputs: StageOutputs): boolean {
  return outputs.stage === 'local';
}

function isEmulator(outputs: StageOutputs): boolean {
  return isLocal(outputs) && outputs.endpoint !== undefined && new URL(outputs.endpoint).hostname === '127.0.0.1';
}
