import { defaultsFor, merge } from './defaults.ts';
import { isTree, type Tree } from './fields.ts';

const { bank, mail, push } = defaultsFor('local');

/** A configuration in which every key there is has a value as it should be. */
export const EXAMPLE: Tree = merge(defaultsFor('prod'), {
  bank,
  producers: [
    { client: 'core-banking', sources: ['urn:bank:core'] },
    { principal: 'AROAEXAMPLEEXAMPLEID', sources: ['urn:bank:core'] },
  ],
  sms: { originationNumber: '106900001234' },
  mail,
  push,
  edge: {
    domain: 'liaison.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/0f5b2c0e-1111-4222-8333-444455556666',
    apiHost: 'abc123.execute-api.eu-west-1.amazonaws.com',
    requestsPerFiveMinutes: 1500,
  },
  pausedPurposes: ['survey'],
});

/** The key at this path as a file would have it; of a list, an entry that has what is asked for. */
export const exampleAt = (path: readonly unknown[]): string =>
  written(path.reduce<readonly unknown[]>((found, key) => found.flatMap((one) => under(one, key)), [EXAMPLE])[0]);

/** Of a list the same entry before others, for producers differ; a name that is not there is the bank's own, and like any other. */
function under(value: unknown, key: unknown): readonly unknown[] {
  if (isList(value)) return typeof key === 'number' ? [...value.slice(key, key + 1), ...value] : [];
  if (!isTree(value)) return [];
  return typeof key === 'string' && key in value ? [value[key]] : Object.values(value);
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** JSON on one line, with the spaces that people write. */
function written(value: unknown): string {
  if (isList(value)) return `[${value.map(written).join(', ')}]`;
  if (!isTree(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${written(one)}`)
    .join(', ')} }`;
}
