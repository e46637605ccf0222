import type { Command } from 'commander';
import { accountStates, customerRecords } from '../../doors/first-filling.ts';
import { type PushedSum, pushAll } from '../../doors/push.ts';
import { readClock } from '../../local/clock.ts';
import { LocalStageFailure } from '../../local/failure.ts';
import { type Row, readRows } from '../../replay/records.ts';
import { shownTime } from '../../time/advance.ts';
import { type Desk, EXIT, type Frame, type Told } from '../frame.ts';

interface LoadOptions {
  readonly customers: string;
  readonly accounts: string;
}

/** Refused rows that are told one by one. */
const TOLD = 20;

/** `load`: fills an empty system with customers and states of accounts; nobody is contacted for any of it. */
export function addLoadCommand(program: Command, { does }: Frame): void {
  program
    .command('load')
    .description('first filling: customers and states of accounts, for the record only; nobody is contacted for them')
    .requiredOption('--customers <file>', 'CSV or JSON lines, may be gzip; columns of docs/command-line.md')
    .requiredOption('--accounts <file>', 'the same of accounts')
    .action((options: LoadOptions) => does((desk) => load(desk, options)));
}

async function load(desk: Desk, { customers, accounts }: LoadOptions): Promise<Told> {
  const people = withColumns(await readRows(customers), { file: customers, columns: ['customer_id'] });
  const states = withColumns(await readRows(accounts), { file: accounts, columns: ['account_id', 'customer_id'] });
  const stage = await desk.stage();
  const now = shownTime(await readClock());
  // Customers first, so that every account finds its own.
  const known = await pushAll(stage, customerRecords(stage, people, now));
  const stated = await pushAll(stage, accountStates(states, now));
  tellRefused(desk, customers, known);
  tellRefused(desk, accounts, stated);
  const refused = known.rejected.length + stated.rejected.length;
  const json = { customers: takenOf(known), accounts: takenOf(stated), refused };
  return {
    json,
    exit: refused === 0 ? EXIT.ok : json.customers + json.accounts === 0 ? EXIT.checkFailed : EXIT.partial,
  };
}

/** What stood there already counts: the file may be loaded again. */
const takenOf = ({ accepted, duplicates }: PushedSum): number => accepted + duplicates;

function withColumns(
  rows: readonly Row[],
  { file, columns }: { file: string; columns: readonly string[] },
): readonly Row[] {
  const missing = columns.filter((name) => rows[0] !== undefined && !(name in rows[0]));
  if (missing.length === 0) return rows;
  throw new LocalStageFailure(`${file} lacks the columns ${missing.join(', ')}; docs/command-line.md lists them.`);
}

function tellRefused({ say }: Desk, file: string, { rejected }: PushedSum): void {
  for (const { index, code, issues = [] } of rejected.slice(0, TOLD)) {
    const [first] = issues;
    say(`${file}, row ${index + 1}: ${code}${first === undefined ? '' : ` (${first.pointer}: ${first.detail})`}`);
  }
  if (rejected.length > TOLD) say(`${file}: ${rejected.length - TOLD} more`);
}
