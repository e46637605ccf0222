import { gunzipSync } from 'node:zlib';
import { REPORT_NAMES, REPORTS } from '../../../../functions/feedback/reports.contract.ts';
import type { StageClient } from '../../../../tools/local/client.ts';
import { sendSigned } from '../../../../tools/local/signed.ts';
import { emulatorPage } from '../../../../tools/running/emulator-pages.ts';
import { allItems, logLines } from '../../deployed/stage.ts';
import type { Visit } from './visit.ts';

/** Everything the stage has written down or handed on, but for what it sent to people: each as one text. */
export async function sinksOf(visit: Visit): Promise<Readonly<Record<string, string>>> {
  const { stage, scene, ask } = visit;
  const told = async (path: string) => (await ask(2, path)).text;
  const reports = REPORT_NAMES.flatMap((name) => [
    `/v1/reports/${name}?format=csv`,
    ...REPORTS[name].by.filter((by) => FROM_WORDS.has(by)).map((by) => `/v1/reports/${name}?by=${by}`),
  ]);
  const lists = ['/v1/ops/queues', '/v1/ops/quarantine?limit=100', '/v1/erasures', '/v1/incidents'];
  const boards = ['triage', 'it', 'product-owner', 'contact-centre', 'branch'].flatMap((department) => [
    `/v1/complaints?department=${department}&limit=100`,
    `/v1/cases?queue=${department}&limit=100`,
    `/v1/tasks?queue=${department}&limit=100`,
  ]);
  const pages = await inTurn([...reports, ...lists, ...boards], told);
  return {
    logs: (await logLines(stage)).join('\n'),
    notices: JSON.stringify(await scene.notices({})),
    'queues at the end': JSON.stringify(await emulatorPage(stage, 'sqs/messages')),
    'queues on the way': visit.queued.join('\n'),
    table: JSON.stringify(await allItems(stage), bytesAsText),
    buckets: (await inTurn(await objectsOf(stage), (object) => contentOf(stage, object))).join('\n'),
    metrics: await metricsOf(stage),
    errors: visit.refused.join('\n'),
    'reports and lists': pages.join('\n'),
  };
}

/** What rows are split by and comes out of words; the rest are lists of ours. */
const FROM_WORDS: ReadonlySet<string> = new Set(['intent', 'outcome', 'rule', 'category', 'fault']);

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

/** Bytes in clear would show as the text they are. */
const bytesAsText = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array
    ? `${Buffer.from(value).toString('utf8')}${Buffer.from(value).toString('latin1')}`
    : value;

const s3 = (stage: StageClient, path: string, query: Readonly<Record<string, string>> = {}) =>
  sendSigned(stage, { service: 's3', method: 'GET', path, query });
const tagged = (xml: string, tag: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'gu'))].map(([, value = '']) => value);

/** Every object of every bucket but the deployment's own assets. */
async function objectsOf(stage: StageClient): Promise<readonly string[]> {
  const buckets = tagged((await s3(stage, '/')).text, 'Name').filter((name) => !name.startsWith('cdk-'));
  const objects = await inTurn(buckets, async (bucket) => {
    const found: string[] = [];
    let more: Readonly<Record<string, string>> | undefined = {};
    while (more !== undefined) {
      const { text: page } = await s3(stage, `/${bucket}`, { 'list-type': '2', ...more });
      found.push(...tagged(page, 'Key').map((key) => `/${bucket}/${key.replaceAll('&amp;', '&')}`));
      const [token] = tagged(page, 'NextContinuationToken');
      more = token === undefined ? undefined : { 'continuation-token': token };
    }
    return found;
  });
  return objects.flat();
}

/** Marks of the witness are empty and are read by their names. */
async function contentOf(stage: StageClient, object: string): Promise<string> {
  if (/\/witness\//u.test(object)) return object;
  const { bytes } = await s3(stage, object.split('/').map(encodeURIComponent).join('/'));
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return `${object}\n${Buffer.from(zipped ? gunzipSync(bytes) : bytes).toString('utf8')}`;
}

async function metricsOf(stage: StageClient): Promise<string> {
  const body = new URLSearchParams({ Action: 'ListMetrics', Version: '2010-08-01' }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (await sendSigned(stage, { service: 'monitoring', method: 'POST', path: '/', headers, body })).text;
}
