/**
 * The layers of the product (docs/architecture.md, "Who may import whom"), one rule per sentence.
 * Every rule has a planted violation in test/gates that must be reported.
 */
const CONTRACT = '\\.contract\\.ts$';
const STAGE = '^functions/(intake|dispatch|replies|complaints|feedback|ledger|console)/';
const LAYERS = '^functions/(domain|store|channels|runtime|policies)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'domain-imports-only-itself',
      'Rules are pure: no AWS, no node:, no store, no stage. Ids, time and randomness come in as arguments.',
      { path: '^functions/domain/' },
      { pathNot: '^functions/domain/' },
    ),
    forbid(
      'deploy-time-knows-only-contracts',
      'bin and lib share with run time only *.contract.ts: plain data.',
      { path: '^(bin|lib)/' },
      { path: '^functions/', pathNot: CONTRACT },
    ),
    forbid(
      'run-time-never-sees-deploy-time',
      'A function must not carry the CDK or any construct.',
      { path: '^functions/' },
      { path: '^(bin|lib)/|node_modules/(aws-cdk-lib|constructs|cdk-nag)/' },
    ),
    forbid(
      'nobody-imports-tests-or-tools',
      'Test, bench and tools may import anything; nothing of the product imports them.',
      { path: '^(bin|lib|functions)/' },
      { path: '^(test|bench|tools)/' },
    ),
    forbid(
      'stages-talk-by-contract',
      'A stage sees another stage only through a message schema.',
      { path: `${STAGE}.+` },
      { path: STAGE, pathNot: [CONTRACT, '^functions/$1/'] },
    ),
    forbid(
      'layers-know-no-stage',
      'store, channels, runtime and policies serve every stage and name none but its contracts.',
      { path: LAYERS },
      { path: STAGE, pathNot: CONTRACT },
    ),
    forbid(
      'use-case-takes-its-world-as-arguments',
      'Only an entry (*.lambda.ts) joins a use case to store, channels and runtime; the use case names types.',
      { path: STAGE, pathNot: ['\\.lambda\\.ts$', CONTRACT, '/live[^/]*\\.ts$'] },
      {
        path: '^functions/(store|channels|runtime)/',
        pathNot: CONTRACT,
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'store-speaks-only-dynamodb',
      'The store knows the domain, itself and the DynamoDB client.',
      { path: '^functions/store/' },
      { path: '^functions/(channels|runtime|policies)/', pathNot: CONTRACT, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'dynamodb-only-in-the-store',
      'One place speaks to the table.',
      { path: '^functions/', pathNot: '^functions/store/' },
      { path: 'node_modules/@aws-sdk/(client-dynamodb|lib-dynamodb|util-dynamodb)/' },
    ),
    forbid(
      'providers-only-in-channels',
      'One place speaks to SNS, SQS, SES, End User Messaging, Firehose and Secrets Manager.',
      { path: '^functions/', pathNot: '^functions/channels/' },
      { path: 'node_modules/@aws-sdk/client-(sns|sqs|ses|sesv2|pinpoint[^/]*|firehose|secrets-manager)/' },
    ),
    forbid(
      'channels-know-no-store',
      'A channel hands over what it is given.',
      { path: '^functions/channels/' },
      { path: '^functions/(store|policies)/', pathNot: CONTRACT, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'runtime-knows-no-business',
      'The middy chain knows faults, time and words, not rules, store or channels.',
      { path: '^functions/runtime/' },
      { path: '^functions/(store|channels|policies)/', pathNot: CONTRACT, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'runtime-knows-faults-only',
      'Of the domain, the runtime may use what every layer uses: faults, time, ids, redaction, canonical JSON.',
      { path: '^functions/runtime/' },
      { path: '^functions/domain/[^/]+/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'middy-only-in-the-runtime',
      'The chain is composed in one place.',
      { path: '^functions/', pathNot: '^functions/runtime/' },
      { path: 'node_modules/@middy/' },
    ),
    forbid(
      'policies-are-data',
      'Packs, plans and templates know the types they fill in, and nothing that runs.',
      { path: '^functions/policies/' },
      { path: '^functions/(store|channels|runtime)/', pathNot: CONTRACT },
    ),
    forbid(
      'contracts-are-plain-data',
      'A contract is read at deploy time too, so it may name only other contracts and the schema library.',
      { path: CONTRACT },
      { pathNot: [CONTRACT, 'node_modules/valibot/', '^functions/domain/'] },
    ),
    forbid(
      'no-development-dependency-at-run-time',
      'What a function bundles is a dependency with its reason.',
      { path: '^functions/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    forbid('no-cycle', 'Two files that need each other are one file, or a third.', {}, { circular: true }),
    forbid(
      'nothing-unresolved',
      'An import that leads nowhere (aws-lambda is a name in @types only).',
      {},
      { couldNotResolve: true, pathNot: '^aws-lambda$' },
    ),
  ],
  options: {
    // TypeScript 7 has no classic API: without this the tool cruises nothing and says that all is well.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules/\\.cache|cdk\\.out|build|\\.liaison)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
