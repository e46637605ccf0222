#!/usr/bin/env node
// `npx liaison`: the tools are TypeScript and want Node 24; the project brings one along, whatever runs this file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const own = here('../node_modules/node/bin/node');
const { status, signal } = spawnSync(
  existsSync(own) ? own : process.execPath,
  [here('liaison.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = signal === null ? (status ?? 1) : 130;
