/** What is mutated together, the tests that must notice it, and the share they must notice. */
export type Group = {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
  /** Percent of its mutants; absent: the share is told, not asked for. */
  readonly atLeast?: number;
  /** Its tests go through every branch of its files: asked for by `npm run coverage`. */
  readonly everyBranch: boolean;
};

/** The core, smallest first, then what is only reported. Tests run in one process, those of the store on a real engine. */
export const GROUPS: readonly Group[] = [
  {
    name: 'outcome',
    files: ['functions/domain/contact/outcome.ts'],
    tests: ['test/domain/contact/outcome.test.ts'],
    atLeast: 95,
    everyBranch: true,
  },
  {
    name: 'gate',
    files: ['functions/domain/contact/gate/*.ts', 'functions/domain/contact/finding.ts'],
    tests: ['test/domain/contact/gate*.test.ts'],
    atLeast: 95,
    everyBranch: true,
  },
  {
    name: 'grammar',
    files: [
      'functions/domain/reply/grammar.ts',
      'functions/domain/reply/token.ts',
      'functions/domain/reply/reading/*.ts',
    ],
    tests: ['test/domain/reply/{dictionary,grammar,normalise,phrases,rules}.test.ts', 'test/domain/text/token.test.ts'],
    atLeast: 95,
    everyBranch: true,
  },
  {
    name: 'ledger',
    files: [
      'functions/store/ledger.ts',
      'functions/store/writing/condition.ts',
      'functions/store/audit.ts',
      'functions/store/codecs/entry.ts',
      'functions/domain/canonical-json.ts',
    ],
    tests: [
      'test/store/{audit,codecs,commit,ledger,packed-entries}.test.ts',
      'test/store/witness/witnessed.test.ts',
      'test/domain/canonical-json.test.ts',
    ],
    atLeast: 95,
    everyBranch: true,
  },
  {
    name: 'redaction',
    files: ['functions/domain/sensitive.ts', 'functions/runtime/log.ts'],
    tests: ['test/functions/runtime/log.test.ts', 'test/domain/sensitive.test.ts'],
    everyBranch: true,
  },
  {
    name: 'calendar',
    files: ['functions/domain/calendar/*.ts', 'functions/domain/complaint/clocks/{due,marks}.ts'],
    tests: ['test/domain/calendar/*.test.ts', 'test/domain/complaint/clocks/*.test.ts'],
    everyBranch: true,
  },
  {
    name: 'codecs',
    files: ['functions/store/codecs/**/*.ts', '!functions/store/codecs/entry.ts'],
    tests: [
      'test/store/{account-store,codecs,contact-point,exported,packed-entries}.test.ts',
      'test/store/{complaints/codec,figures/figure-store,people/customer-store}.test.ts',
    ],
    everyBranch: false,
  },
];
