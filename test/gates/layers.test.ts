import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { layers } from '../../tools/checks/programs.ts';
import { plant } from '../support/tree/planted.ts';

const imports = (path: string): string => `import '${path}';\n\nexport {};\n`;

/** One import that breaks each rule. */
const BROKEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain-imports-only-itself': { 'functions/domain/a.ts': imports('node:fs') },
  'deploy-time-knows-only-contracts': { 'lib/a.ts': imports('../functions/store/case-store.ts') },
  'run-time-never-sees-deploy-time': { 'functions/store/a.ts': imports('aws-cdk-lib') },
  'nobody-imports-tests-or-tools': { 'functions/store/b.ts': imports('../../test/b.ts'), 'test/b.ts': 'export {};\n' },
  'stages-talk-by-contract': {
    'functions/intake/c.ts': imports('../dispatch/c.ts'),
    'functions/dispatch/c.ts': 'export {};\n',
  },
  'layers-know-no-stage': { 'functions/store/d.ts': imports('../intake/ask.lambda.ts') },
  'use-case-takes-its-world-as-arguments': { 'functions/intake/e.ts': imports('../store/case-store.ts') },
  'store-speaks-only-dynamodb': {
    'functions/store/f.ts': imports('../channels/f.ts'),
    'functions/channels/f.ts': 'export {};\n',
  },
  'dynamodb-only-in-the-store': { 'functions/runtime/g.ts': imports('@aws-sdk/client-dynamodb') },
  'providers-only-in-channels': { 'functions/store/g.ts': imports('@aws-sdk/client-sns') },
  'channels-know-no-store': { 'functions/channels/h.ts': imports('../store/case-store.ts') },
  'runtime-knows-no-business': { 'functions/runtime/i.ts': imports('../store/case-store.ts') },
  'runtime-knows-faults-only': {
    'functions/runtime/j.ts': imports('../domain/contact/gate/gate.ts'),
    'functions/domain/contact/gate/gate.ts': 'export {};\n',
  },
  'middy-only-in-the-runtime': { 'functions/intake/k.lambda.ts': imports('@middy/core') },
  'policies-are-data': { 'functions/policies/l.ts': imports('../store/case-store.ts') },
  'contracts-are-plain-data': { 'functions/intake/m.contract.ts': imports('../store/case-store.ts') },
  'no-development-dependency-at-run-time': { 'functions/intake/n.lambda.ts': imports('vitest') },
  'no-cycle': { 'functions/domain/o.ts': imports('./p.ts'), 'functions/domain/p.ts': imports('./o.ts') },
  'nothing-unresolved': { 'functions/domain/q.ts': imports('./nowhere.ts') },
};

test('every layer rule has a planted import that it forbids', async () => {
  const path: string = '../../.dependency-cruiser.js';
  const settings = (await import(path)) as { default: { forbidden: { name: string }[] } };
  const rules = settings.default.forbidden.map((rule) => rule.name);
  expect(Object.keys(BROKEN).toSorted()).toEqual(rules.toSorted());
});

test('fails on each forbidden import', async () => {
  const planted = plant(Object.fromEntries(Object.values(BROKEN).flatMap((files) => Object.entries(files))));

  const findings = await layers.run(planted.root);

  planted.remove();
  const reported = new Set(findings.map((finding) => finding.what.split(':')[0] ?? ''));
  expect([...reported].toSorted()).toEqual(Object.keys(BROKEN).toSorted());
});

test('every client of AWS that the product has is held to its one place', async () => {
  const clients = Object.keys(manifest.dependencies).filter((name) => name.startsWith('@aws-sdk/client-'));
  const files = clients.map((name) => [`functions/runtime/${name.split('/')[1]}.ts`, imports(name)] as const);
  const planted = plant(Object.fromEntries(files));

  const findings = await layers.run(planted.root);

  planted.remove();
  const held = findings.filter(({ what }) => /^(?:dynamodb-only-in-the-store|providers-only-in-channels):/u.test(what));
  expect(clients).toContain('@aws-sdk/client-secrets-manager');
  expect(held.map(({ at }) => at).toSorted()).toEqual(files.map(([path]) => path).toSorted());
});

test('fails when the tool looks at nothing, which it does without a parser for this TypeScript', async () => {
  const blind = `export default { options: { parser: 'tsc', exclude: { path: '^functions/domain/' } } };\n`;
  const planted = plant({ '.dependency-cruiser.js': blind });

  const findings = await layers.run(planted.root);

  planted.remove();
  expect(findings.map((finding) => finding.at)).toContain('functions/domain/words.ts');
});
