import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { DEFAULT_STAGE, defaultsFor, merge } from './defaults.ts';
import { exampleAt } from './example.ts';
import { DeploymentConfig } from './schema.ts';

/** A configuration that cannot be deployed; the message names each key and its cure. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Values of the CDK context, as `-c NAME=VALUE` sets them. */
export type ReadContext = (name: string) => unknown;

/**
 * The configuration of this deployment: what is shipped for the stage (`-c stage=NAME`), with the bank's own JSON file
 * (`-c config=FILE`) laid over it.
 * @throws ConfigError naming every wrong key and its cure.
 */
export function readConfig(context: ReadContext): DeploymentConfig {
  const file = textOf(context('config'), 'config');
  const own = file === undefined ? {} : readFile(file);
  const stage = textOf(context('stage'), 'stage') ?? textOf(own['stage'], 'stage') ?? DEFAULT_STAGE;
  const result = v.safeParse(DeploymentConfig, merge(defaultsFor(stage), { ...own, stage }));
  if (result.success) return consistent(result.output);
  const faults = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? 'config'}: ${cureOf(issue)}`);
  throw new ConfigError(
    `The configuration of stage ${stage} cannot be deployed; mend it in ${file ?? 'a JSON file given with -c config=FILE'}:\n${faults.join('\n')}`,
  );
}

function textOf(value: unknown, key: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new ConfigError(
    `${key}: write a text, as -c ${key}=… does, such as ${key === 'stage' ? '"prod"' : '"bank.json"'}`,
  );
}

function readFile(file: string): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`config: ${file} cannot be read as JSON (${why}); write a JSON object there`, {
      cause: error,
    });
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  throw new ConfigError(`config: ${file} holds no JSON object; write one, such as { "stage": "prod" }`);
}

/** What is wrong, what is expected in the schema's own words, and the key as it could stand there. */
function cureOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'this key is not known; remove it or correct its spelling';
  const path = issue.path ?? [];
  const example = exampleAt(path.map(({ key }) => key));
  // The schema's words for a value of a wrong type, or for none, are a programmer's.
  const cure = issue.message.startsWith('Invalid')
    ? `write it like ${example}`
    : `${issue.message}, such as ${example}`;
  if (issue.received === 'undefined') return `is missing; ${cure}`;
  // A name that the bank chose is wrong, and not what stands under it.
  return `got ${issue.received}; ${path.at(-1)?.origin === 'key' ? issue.message : cure}`;
}

/** What no single key can tell. */
function consistent(config: DeploymentConfig): DeploymentConfig {
  if (!config.jurisdictions.includes(config.defaults.jurisdiction)) {
    throw new ConfigError(
      `defaults.jurisdiction: ${config.defaults.jurisdiction} is none of jurisdictions (${config.jurisdictions.join(', ')}); add it there or choose one of them`,
    );
  }
  const clients = config.producers.flatMap((producer) => ('client' in producer ? [producer.client] : []));
  const twice = clients.find((name, index) => clients.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ConfigError(`producers: client ${twice} stands there twice; put all its sources into one entry`);
  }
  const most = config.sms.partsPerSecond;
  // The urgent lane is for bursts: its refused texts are tried again, and a limit would hold back calls and answers too.
  const fast = (['normal', 'bulk'] as const).find((lane) => config.admission[lane] > most);
  if (fast !== undefined) {
    throw new ConfigError(
      `admission.${fast}: got ${config.admission[fast]} messages a second, more than the provider takes; write at most ${most} (sms.partsPerSecond)`,
    );
  }
  return config;
}
