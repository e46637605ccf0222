import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSystemStore, loadSecret } from '#store/system-store.ts';
import { fieldKey, type Place, SEAL_OVERHEAD } from '#store/vault/crypto.ts';
import { pointOf, sameAddress } from '#store/vault/lookup.ts';
import { createVault } from '#store/vault/subject-keys.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { localKeys, vaultOn } from '../../support/vaults.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const systemStore = () => createSystemStore({ db: () => engine.client, tableName: () => engine.tableName });
const PLACE: Place = { pk: 'CUS#u1', sk: 'SNAPSHOT', attribute: 'p' };
const raw = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

test('what was sealed opens at its place under its key, and adds 33 bytes', () => {
  const anyPlace = fc.record({ pk: fc.string(), sk: fc.string(), attribute: fc.string() });
  fc.assert(
    fc.property(fc.uint8Array(), anyPlace, fc.uint8Array({ minLength: 32, maxLength: 32 }), (plain, place, key) => {
      const sealed = fieldKey(key).seal(place, plain);
      expect(fieldKey(key).open(place, sealed)).toEqual(plain);
      expect(sealed).toHaveLength(plain.length + SEAL_OVERHEAD);
    }),
  );
});

test('the format is what it was: version, key id, nonce, text and tag at fixed offsets', () => {
  const key = fieldKey(raw(1), () => new Uint8Array(12).fill(2));

  const sealed = key.seal(PLACE, 'hello');

  expect(Buffer.from(sealed.subarray(0, 17)).toString('hex')).toBe(`01${key.id}${'02'.repeat(12)}`);
  expect(key.openText(PLACE, sealed)).toBe('hello');
  expect(Buffer.from(sealed).toString('hex')).toMatchInlineSnapshot(
    `"016ab8dd7d0202020202020202020202026fb3a5252591f5cf43c2dac4d325a9733ad2e50e70"`,
  );
});

test('moved to another item or attribute, under another key, or changed in any bit, it does not open', () => {
  const key = fieldKey(raw(1));
  const sealed = key.seal(PLACE, '王小明');

  for (const other of [{ pk: 'CUS#u2' }, { sk: 'CONTACT#k' }, { attribute: 'q' }]) {
    expect(() => key.open({ ...PLACE, ...other }, sealed)).toThrow('crypto.not-authentic');
  }
  expect(() => fieldKey(raw(2)).open(PLACE, sealed)).toThrow('crypto.other-key');
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = sealed.with(bit >> 3, (sealed[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
    expect(() => key.open(PLACE, changed)).toThrow(/^crypto\./u);
  }
  expect(() => key.open(PLACE, sealed.subarray(0, 32))).toThrow('crypto.malformed');
  expect(() => fieldKey(raw(1).subarray(1))).toThrow('crypto.malformed');
});

test('no two places have the same bytes, however their parts are cut', () => {
  const key = fieldKey(raw(1));
  const sealed = key.seal({ pk: 'a', sk: 'bc', attribute: 'd' }, 'x');

  expect(() => key.open({ pk: 'ab', sk: 'c', attribute: 'd' }, sealed)).toThrow('crypto.not-authentic');
});

test('one spelling for one address: capitals, width and spaces do not hide an opt-out', () => {
  const same = ['wang@example.com', ' Wang@Example.COM ', 'ｗang@example.com'];

  expect(new Set(same.map((one) => pointOf(raw(1), one))).size).toBe(1);
  expect(sameAddress(' +8613900000001 ')).toBe('+8613900000001');
  expect(pointOf(raw(1), '+8613900000001')).toMatch(/^[A-Za-z0-9_-]{22}$/u);
  expect(pointOf(raw(1), '+8613900000001')).not.toBe(pointOf(raw(2), '+8613900000001'));
});

test('AP-21, AP-22: of many who find no secret one makes it, and all agree on it', async () => {
  const stores = Array.from({ length: 8 }, () => ({ store: systemStore(), keys: localKeys() }));

  const secrets = await Promise.all(stores.map((deps) => loadSecret('lookupSecret', deps)));

  expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
  expect(await systemStore().create('keys', 'hmac', { w: { B: raw(3) } })).toBe('exists');
  expect((await systemStore().read('keys', 'hmac'))?.['w']?.B).toBeDefined();
  expect(await systemStore().read('keys', 'nothing')).toBeUndefined();
});

test('a secret that vanished between making and reading is told, never replaced by a guess', async () => {
  const forgetful = { read: () => Promise.resolve(undefined), create: () => Promise.resolve('created' as const) };

  await expect(loadSecret('dataKey', { store: forgetful, keys: localKeys() })).rejects.toMatchObject({
    code: 'store.secret-missing',
    retry: 'later',
  });
});

test('a process unwraps a secret once, when it first needs it, whoever asks at the same time', async () => {
  const keys = localKeys();
  const vault = vaultOn(engine, keys);

  const [one, other] = await Promise.all([vault.newSubjectKey(), vault.newSubjectKey()]);
  const sealed = await vault.seal(one.wrapped, PLACE, 'x');

  expect(keys.calls.filter((call) => call.startsWith('unwrap'))).toEqual(['unwrap dataKey']);
  expect(Buffer.from(await vault.open(one.wrapped, PLACE, sealed)).toString()).toBe('x');
  await expect(vault.open(other.wrapped, PLACE, sealed)).rejects.toThrow('crypto.other-key');
  expect(await vault.pointOf('+8613900000001')).toBe(await vaultOn(engine).pointOf('+8613900000001'));
});

test('a secret that could not be unwrapped is asked for again by the next', async () => {
  const keys = localKeys();
  let down = true;
  const flaky = {
    generate: keys.generate,
    unwrap: (...[name, wrapped]: Parameters<typeof keys.unwrap>) =>
      down ? Promise.reject(new Error('down')) : keys.unwrap(name, wrapped),
  };
  const vault = createVault({ store: systemStore(), keys: flaky });

  await expect(vault.pointOf('a@b.c')).rejects.toThrow('down');
  down = false;
  expect(await vault.pointOf('a@b.c')).toHaveLength(22);
});

test('a wrapped key of another deployment opens nothing', async () => {
  const vault = vaultOn(engine);
  const { wrapped } = await vault.newSubjectKey();

  await expect(vault.subjectKey(wrapped.with(5, (wrapped[5] ?? 0) ^ 1))).rejects.toThrow('crypto.not-authentic');
});
