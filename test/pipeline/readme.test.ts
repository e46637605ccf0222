import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The commands of README's walk as they stand there, in one script; the shell finds the stage as a reader's does. */
function walk(): string {
  const [, section = ''] = /^## A walk\n([\s\S]*?)^## /mu.exec(readFileSync(`${root}/README.md`, 'utf8')) ?? [];
  const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].map(([, block = '']) => block);
  return ['set -euo pipefail', ...blocks].join('\n');
}

test('the walk of README, typed as it stands there, does what README says', () => {
  const told = execFileSync('bash', ['-c', walk()], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  expect(told).toContain('{"accepted":2,"duplicates":0,"rejected":[]}');
  expect(told.match(/sms {2}\+8613800138001/gu)).toHaveLength(3); // one text, then both
  expect(told).toContain('"outcome": "REACHED_SAFE"');
  expect(told).toContain('"type": "reply.received"');
  expect(told).toContain('"verdict":"ALLOW"');
  expect(told).toContain('"ok": true');
});
