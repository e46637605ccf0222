import * as v from 'valibot';
import type { Check, Finding } from './check.ts';
import { type Ended, parsed, program, said, started } from './run-program.ts';
import { filesOf } from './tree.ts';

/** Types: the whole tree under the strictest settings. */
export const types: Check = {
  name: 'types (tsc)',
  run: async (root) => {
    // One checker: several would each work out the schemas' types anew, and the other gates have the other core.
    const ended = await program(root, 'tsc', ['-p', '.', '--pretty', 'false', '--checkers', '1']);
    const lines = ended.stdout.split('\n').filter((line) => /error TS\d+/.test(line));
    return orSilent(ended, lines.map(splitAtColon));
  },
};

/** Typed lint rules and the style of the house. */
export const lint: Check = {
  name: 'lint (oxlint, type-aware)',
  run: async (root) => {
    const ended = await program(root, 'oxlint', ['--format', 'unix', '--deny-warnings']);
    const lines = ended.stdout.split('\n').filter((line) => /^\S+:\d+:\d+: /.test(line));
    return orSilent(ended, lines.map(splitAtColon));
  },
};

/** Formatting and the order of imports. */
export const format: Check = {
  name: 'format (biome)',
  run: async (root) => {
    const ended = await program(root, 'biome', ['check', '--reporter=summary', '--max-diagnostics=none', '.']);
    if (ended.exitCode === 0) return [];
    return [{ at: 'npx biome check --write .', what: said(ended) }];
  },
};

const Cruise = v.object({
  modules: v.array(v.object({ source: v.string() })),
  summary: v.object({
    violations: v.array(v.object({ from: v.string(), to: v.string(), rule: v.object({ name: v.string() }) })),
  }),
});
const CRUISED = ['bin', 'lib', 'functions', 'test', 'bench', 'tools'];

/**
 * Layers: who may import whom. Also holds that every source file was really looked at, because this tool reports
 * "no violations, 0 modules" when it finds no parser for the installed TypeScript.
 */
export const layers: Check = {
  name: 'layers (dependency-cruiser)',
  run: async (root) => {
    const sources = await filesOf(root, new RegExp(`^(${CRUISED.join('|')})/.*\\.ts$`));
    const folders = CRUISED.filter((folder) => sources.some((file) => file.path.startsWith(`${folder}/`)));
    const ended = await program(root, 'depcruise', [...folders, '--output-type', 'json', '--no-progress']);
    const cruise = v.safeParse(Cruise, parsed(ended.stdout));
    if (!cruise.success) return [{ at: 'dependency-cruiser', what: said(ended) }];
    const seen = new Set(cruise.output.modules.map((module) => module.source));
    const unseen = sources.filter((file) => !seen.has(file.path));
    return [
      ...cruise.output.summary.violations.map(({ from, to, rule }) => ({ at: from, what: `${rule.name}: ${to}` })),
      ...unseen.map((file) => ({ at: file.path, what: 'was not looked at, expected every source file to be' })),
    ];
  },
};

/** The document of the routes, or of the messages, is the one that the schemas of the code make. */
const isCurrent = (name: 'openapi' | 'asyncapi'): Check => ({
  name: `${name}: the document is current`,
  run: async (root) => {
    const ended = await started(root, process.execPath, [`tools/${name}.ts`, '--check']);
    return ended.exitCode === 0 ? [] : [{ at: `node tools/${name}.ts`, what: said(ended) }];
  },
});
export const openApiCurrent = isCurrent('openapi');
export const asyncApiCurrent = isCurrent('asyncapi');

/** It holds to its standard and to good manners. */
const isSound = (name: 'openapi' | 'asyncapi'): Check => ({
  name: `${name}: the document is sound (redocly)`,
  run: async (root) => {
    const document = `docs/${name}.json`;
    const ended = await program(root, 'redocly', ['lint', document, '--format', 'checkstyle']);
    const problems = [...ended.stdout.matchAll(/<error line="(\d+)".* message="([^"]*)"/g)];
    return orSilent(
      ended,
      problems.map(([, line = '', what = '']) => ({ at: `${document}:${line}`, what })),
    );
  },
});
export const openApiLint = isSound('openapi');
export const asyncApiLint = isSound('asyncapi');

const Issue = v.looseObject({ file: v.string() });
const Knip = v.object({ issues: v.array(Issue) });
const Named = v.array(v.looseObject({ name: v.string() }));

/** Files, exports and dependencies that nothing uses. */
export const deadCode: Check = {
  name: 'dead code (knip)',
  run: async (root) => {
    const ended = await program(root, 'knip', [
      '--reporter',
      'json',
      '--no-progress',
      '--treat-config-hints-as-errors',
    ]);
    const report = v.safeParse(Knip, parsed(ended.stdout));
    if (!report.success) return [{ at: 'knip', what: said(ended) }];
    return orSilent(ended, report.output.issues.flatMap(unused));
  },
};

function unused(issue: v.InferOutput<typeof Issue>): readonly Finding[] {
  return Object.entries(issue).flatMap(([kind, value]) => {
    const named = v.safeParse(Named, value);
    return named.success ? named.output.map(({ name }) => ({ at: issue.file, what: `${kind}: ${name}` })) : [];
  });
}

/** A tool that failed without a finding we can read has not passed. */
function orSilent(ended: Ended, findings: readonly Finding[]): readonly Finding[] {
  if (ended.exitCode === 0 || findings.length > 0) return findings;
  return [{ at: 'exit code', what: `${ended.exitCode}: ${said(ended)}` }];
}

/** `file:line:column: message` and `file(line,column): message` both end their place with a colon and a space. */
function splitAtColon(line: string): Finding {
  const at = line.indexOf(': ');
  return { at: line.slice(0, at), what: line.slice(at + 2) };
}
