import { type Ready, signedCalls } from '../vault/signed-calls.ts';

/** A bucket of S3: the four things that are asked of it. */
export type Bucket = {
  /** Makes an empty object of this name; once more changes nothing that was there. */
  readonly mark: (name: string) => Promise<void>;
  /** Names of objects under a prefix, in their order. */
  readonly names: (prefix: string) => Promise<readonly string[]>;
  /** Names under a prefix of which there ever was an object, those that were hidden by a deletion too. */
  readonly everNamed: (prefix: string) => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<Uint8Array>;
};

const S3 = { name: 's3', errorName: /<Code>([A-Za-z]+)<\/Code>/u } as const;
/** MD5 of nothing: a bucket that locks its objects takes none without a check sum. */
const MD5_OF_NOTHING = '1B2M2Y8AsgTpgAmY7PhCfg==';

/** The bucket over the wire, by its path: S3's own client would be larger than the function that asks. */
export function s3Bucket(ready: () => Ready, bucket: () => string): Bucket {
  const call = signedCalls(S3, ready);
  const pathOf = (name: string): string => `/${bucket()}/${name.split('/').map(encodeURIComponent).join('/')}`;
  const list = async (query: Readonly<Record<string, string>>): Promise<string> =>
    Buffer.from(await call({ method: 'GET', path: `/${bucket()}`, query })).toString('utf8');
  return {
    mark: async (name) => {
      await call({ method: 'PUT', path: pathOf(name), headers: { 'content-md5': MD5_OF_NOTHING } });
    },
    names: (prefix) =>
      allPages(list, { 'list-type': '2', prefix }, (page) => {
        const token = valueOf(page, 'NextContinuationToken');
        return token === undefined ? undefined : { 'continuation-token': token };
      }),
    everNamed: (prefix) =>
      allPages(list, { versions: '', prefix }, (page) => {
        const [key, version] = [valueOf(page, 'NextKeyMarker'), valueOf(page, 'NextVersionIdMarker')];
        if (key === undefined) return undefined;
        return { 'key-marker': key, ...(version === undefined ? {} : { 'version-id-marker': version }) };
      }),
    read: (name) => call({ method: 'GET', path: pathOf(name) }),
  };
}

type Query = Readonly<Record<string, string>>;

async function allPages(
  list: (query: Query) => Promise<string>,
  asked: Query,
  next: (page: string) => Query | undefined,
): Promise<readonly string[]> {
  const names = new Set<string>();
  let more: Query | undefined = {};
  while (more !== undefined) {
    const page = await list({ ...asked, ...more });
    for (const [, name = ''] of page.matchAll(/<Key>([^<]*)<\/Key>/gu)) names.add(plain(name));
    more = valueOf(page, 'IsTruncated') === 'true' ? next(page) : undefined;
  }
  return [...names];
}

function valueOf(page: string, tag: string): string | undefined {
  const [, value] = new RegExp(`<${tag}>([^<]*)</${tag}>`, 'u').exec(page) ?? [];
  return value === undefined || value === '' ? undefined : plain(value);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/gu, (_all, name: string) => ENTITIES[name] ?? '');
