import type { Command } from 'commander';
import { parseInstant } from '../local/clock.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { type HeardNotice, readNotices } from '../running/notices.ts';
import { staffOf } from '../running/staff.ts';
import { traceOf } from '../running/trace.ts';
import { EXIT, type Frame } from './frame.ts';

/** `case`, `complaint`, `outcomes`, `trace`, `audit verify`: what the bank has on record and told its departments. */
export function addRecordCommands(program: Command, { does }: Frame): void {
  for (const kind of ['case', 'complaint'] as const) {
    program
      .command(kind)
      .description(`one ${kind} with its whole timeline, or those of a customer`)
      .argument('[id]')
      .option('--customer <id>', `the ${kind}s of this customer`)
      .action((id: string | undefined, { customer }: { customer?: string }) =>
        does(async (desk) => ({
          json: await staffOf(await desk.stage(), { role: 'admin' }).ask(pathOf(kind, id, customer)),
        })),
      );
  }

  program
    .command('outcomes')
    .description('the notices that were published to departments, oldest first')
    .option('--since <time>', 'only those of this business time or later')
    .option('--type <type>', 'only those of this type, such as liaison.case.settled.v1')
    .action(({ since, type }: { since?: string; type?: string }) =>
      does(async (desk) => {
        const from = since === undefined ? undefined : parseInstant(since);
        const heard = (await readNotices(await desk.stage())).filter(
          (notice) =>
            (type === undefined || notice.type === type) && (from === undefined || Date.parse(notice.time) >= from),
        );
        return { json: heard, text: heard.map(lineOf).join('\n') };
      }),
    );
  addTrace(program, does);
  addAudit(program, does);
}

function addTrace(program: Command, does: Frame['does']): void {
  program
    .command('trace')
    .description('everything that happened to a case or complaint and what hangs together with it, in order')
    .argument('<id>', 'of a case, complaint, attempt, offer or task')
    .action((id: string) =>
      does(async (desk) => {
        const steps = await traceOf(await desk.stage(), id);
        const lines = steps.map(
          ({ at, kind, what, aggregateId }) => `${at}  ${kind.padEnd(7)}  ${what}  ${aggregateId}`,
        );
        return { json: steps, text: lines.join('\n') };
      }),
    );
}

function addAudit(program: Command, does: Frame['does']): void {
  program
    .command('audit')
    .description('the audit record')
    .command('verify')
    .description('whether the record of an aggregate is whole: its id, or its name such as CASE#id')
    .argument('<id>')
    .action((id: string) =>
      does(async (desk) => {
        const verdict = await staffOf(await desk.stage(), { role: 'admin' }).ask(
          `/v1/audit/${encodeURIComponent(id)}/verify`,
        );
        return { json: verdict, exit: isOk(verdict) ? EXIT.ok : EXIT.checkFailed };
      }),
    );
}

function pathOf(kind: 'case' | 'complaint', id: string | undefined, customer: string | undefined): string {
  if (id !== undefined && customer === undefined) return `/v1/${kind}s/${encodeURIComponent(id)}`;
  if (id === undefined && customer !== undefined) return `/v1/${kind}s?customerId=${encodeURIComponent(customer)}`;
  throw new LocalStageFailure(`Name one ${kind} by its id, or a customer with --customer.`);
}

const lineOf = ({ time, type, id, data }: HeardNotice): string => `${time}  ${type}  ${id}  ${JSON.stringify(data)}`;

const isOk = (verdict: unknown): boolean =>
  typeof verdict === 'object' && verdict !== null && 'ok' in verdict && verdict.ok === true;
