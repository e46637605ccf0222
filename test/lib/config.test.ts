import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { segmentsOf } from '#domain/text/segments.ts';
import { ConfigError, readConfig } from '../../lib/config/read.ts';
import { DeploymentConfig } from '../../lib/config/schema.ts';
import { configOf } from '../support/deploy/stacks.ts';

const bank = { nameZh: '甲乙银行', nameEn: 'Jiayi Bank', phone: '95599' };
const producers = [{ client: 'core-banking', sources: ['urn:bank:core'] }];

function reading(content: unknown, stage?: string): () => unknown {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'bank.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return () => readConfig((name) => ({ stage, config: file })[name]);
}

test('a stage that ships complete needs no file', () => {
  expect(readConfig(() => undefined).stage).toBe('dev');
  expect(configOf('local').producers).toContainEqual({ client: '*', sources: ['urn:bank:*'] });
});

test('production keeps everything and cannot be deleted by mistake', () => {
  const { protection, signIn, retention } = configOf('prod');
  expect(protection).toEqual({ retainData: true, refuseDeletion: true, lockEntries: true });
  expect(signIn.administratorPasswords).toBe(false);
  expect(retention.recoveryDays).toBe(35);
});

test("a bank's own stage is as careful as production", () => {
  const file = { stage: 'shanghai', bank, producers };
  expect(reading(file)()).toMatchObject({ stage: 'shanghai', protection: { retainData: true, refuseDeletion: true } });
});

test('refuses production without a bank and without producers, naming both and how to write them', () => {
  const read = () => readConfig((name) => (name === 'stage' ? 'prod' : undefined));
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/bank: is missing; write it like \{ "nameZh": "示例银行"/u);
  expect(read).toThrow(/producers: is missing; write it like \[\{ "client": "core-banking"/u);
});

test('the file of the bank lies over what is shipped, key by key', () => {
  const config = configOf('prod', { alarms: { queueAgeSeconds: { urgent: 30 } }, jurisdictions: ['CN'] });
  expect(config.alarms.queueAgeSeconds).toMatchObject({ urgent: 30, normal: 600 });
  expect(config.jurisdictions).toEqual(['CN']);
});

test.each([
  [
    'a misspelt key',
    { alarms: { functionErorrs: 3 } },
    /alarms\.functionErorrs: this key is not known; remove it or correct/u,
  ],
  ['an unknown jurisdiction', { jurisdictions: ['FR'] }, /jurisdictions\.0: got "FR"; write one of CN, US, UK/u],
  [
    'a zone that does not exist',
    { defaults: { timezone: 'Mars/Olympus' } },
    /defaults\.timezone: got "Mars\/Olympus"; write a name/u,
  ],
  ['a number in words', { api: { burst: 'many' } }, /api\.burst: got "many"; write a whole number from 1 to 5000/u],
  [
    'a retention CloudWatch does not know',
    { retention: { logDays: 8 } },
    /retention\.logDays: got 8; write a number of days/u,
  ],
  [
    'a telephone line of letters',
    { bank: { ...bank, phone: 'call us' } },
    /bank\.phone: got "call us"; write the number as people dial/u,
  ],
  [
    'a producer without sources',
    { producers: [{ client: 'core', sources: [] }] },
    /producers\.0\.sources: .*name at least one source/u,
  ],
  [
    'a producer that is neither client nor principal',
    { producers: [{ sources: ['urn:x'] }] },
    /producers\.0.*write \{ "client"/u,
  ],
  [
    'a purpose nobody knows',
    { pausedPurposes: ['marketing'] },
    /pausedPurposes\.0: got "marketing"; write one of fraud_security/u,
  ],
  [
    'an English name that would make several parts of every text',
    { bank: { ...bank, nameEn: 'Jiayi’s Bank' } },
    /bank\.nameEn: got "Jiayi’s Bank"; write it in letters of the 7-bit alphabet/u,
  ],
  [
    'a name too long for the texts to stay within their parts',
    { bank: { ...bank, nameEn: 'The First National Savings and Loan' } },
    /bank\.nameEn: got .*; write a text of 1 to 30 characters/u,
  ],
  [
    'a name that no text may carry',
    { bank: { ...bank, nameZh: '甲乙www.bank' } },
    /bank\.nameZh: got "甲乙www.bank"; write the plain name, without links/u,
  ],
  [
    'a country in words',
    { sms: { countries: { China: 5 } } },
    /sms\.countries\.China: got "China"; write the country as ISO 3166-1 has it/u,
  ],
  ['a client twice', { producers: [...producers, ...producers] }, /producers: client core-banking stands there twice/u],
  [
    'a lane of long runs that is faster than the provider',
    { admission: { bulk: 25 } },
    /admission\.bulk: got 25 messages a second, more than the provider takes; write at most 20 \(sms\.partsPerSecond\)/u,
  ],
  [
    'a provider slower than the lanes as shipped',
    { sms: { partsPerSecond: 15 } },
    /admission\.normal: got 20 .*; write at most 15/u,
  ],
  [
    'a default of a jurisdiction not served',
    { jurisdictions: ['US'] },
    /defaults\.jurisdiction: CN is none of jurisdictions \(US\)/u,
  ],
])('refuses %s, naming the key and the cure', (_what, over, message) => {
  expect(reading({ bank, producers, ...over }, 'prod')).toThrow(message);
});

test('refuses a file that is not there, not JSON or no object, naming the file', () => {
  expect(() => readConfig((name) => (name === 'config' ? '/nowhere/bank.json' : undefined))).toThrow(
    /\/nowhere\/bank\.json/u,
  );
  expect(reading('{')).toThrow(/cannot be read as JSON/u);
  expect(reading([1])).toThrow(/holds no JSON object/u);
});

test('refuses a stage that is no text', () => {
  expect(() => readConfig((name) => (name === 'stage' ? 3 : undefined))).toThrow(/stage: write a text/u);
});

test('an English name is allowed just where its characters take one place each in a text', () => {
  for (let code = 33; code < 0x3000; code += 1) {
    const nameEn = `A${String.fromCodePoint(code)}B`;
    const { encoding, units } = segmentsOf(nameEn);
    const fits = encoding === 'GSM-7' && units === nameEn.length;
    const { success } = v.safeParse(DeploymentConfig.entries.bank, { ...bank, nameEn });
    expect([nameEn, success]).toEqual([nameEn, fits]);
  }
});
