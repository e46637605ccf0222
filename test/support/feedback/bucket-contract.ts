import { expect } from 'vitest';
import type { Bucket } from '#store/witness/bucket.ts';
import { createWitness } from '#store/witness/witness.ts';
import { chainOf } from './chains.ts';

/** What every bucket has to do, whoever stands behind it: one promise a key, run by the test of each. */
export const BUCKET_PROMISES: Readonly<Record<string, (bucket: Bucket, name: string) => Promise<void>>> = {
  'names that were made are listed in their order, once however often they were made': async (bucket, name) => {
    for (const one of ['b=2', 'a.1', 'b=2']) await bucket.mark(`heads/${name}/${one}`);
    expect(await bucket.names(`heads/${name}/`)).toEqual([`heads/${name}/a.1`, `heads/${name}/b=2`]);
    expect(await bucket.everNamed(`heads/${name}/`)).toEqual([`heads/${name}/a.1`, `heads/${name}/b=2`]);
    expect(await bucket.read(`heads/${name}/a.1`)).toHaveLength(0);
  },
  'what was never made is an error by its name, and no list': async (bucket, name) => {
    expect(await bucket.names(`heads/${name}/`)).toEqual([]);
    expect(await bucket.everNamed(`heads/${name}/`)).toEqual([]);
    await expect(bucket.read(`heads/${name}/none`)).rejects.toMatchObject({ name: 'NoSuchKey' });
  },
  'a witness remembers every entry of an aggregate, and of no other': async (bucket, name) => {
    const entries = chainOf(`CASE#${name}`, 3);
    const { remember, heads } = createWitness(bucket);
    await remember([...entries, ...chainOf(`CASE#${name}.2`, 1), ...chainOf(`PROBE#${name}`, 1)]);
    await remember(entries.slice(1));
    expect(await heads(`CASE#${name}`)).toEqual(
      entries.map(({ seq, hash }) => ({ seq, hash: Buffer.from(hash).toString('base64url') })),
    );
    expect(await heads(`PROBE#${name}`)).toEqual([]);
  },
};
