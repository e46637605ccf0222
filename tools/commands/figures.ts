import type { Command } from 'commander';
import * as v from 'valibot';
import { recountStage } from '../running/recount.ts';
import { staffOf } from '../running/staff.ts';
import { EXIT, type Frame, type Told } from './frame.ts';

type Asked = { readonly from?: string; readonly to?: string; readonly by?: string };

/** `figures`: what the counters say, each number with its definition; without a name, which reports there are. */
export function addFiguresCommand(program: Command, { does }: Frame): void {
  program
    .command('figures')
    .description('a report: events, cases and people of each figure; without a name, the reports there are')
    .argument('[report]')
    .option('--from <time>', 'from this time on')
    .option('--to <time>', 'up to this time')
    .option('--by <word>', 'one row for each: day, department, channel …')
    .option('--recount', 'makes every figure anew from all entries and compares')
    .action((report: string | undefined, { recount = false, ...asked }: Asked & { readonly recount?: boolean }) =>
      does(async (desk) => {
        if (recount) return recounted(await recountStage(await desk.stage()));
        const staff = staffOf(await desk.stage(), { role: 'admin' });
        if (report === undefined) return { json: await staff.ask('/v1/reports') };
        return told(await staff.ask(`/v1/reports/${encodeURIComponent(report)}${queryOf(asked)}`));
      }),
    );
}

function recounted(found: Awaited<ReturnType<typeof recountStage>>): Told {
  const { entries, figures, differ } = found;
  const same = `${figures} figures equal a recount of ${entries} entries`;
  const lines = differ.map((one) => `${one.figure}: counted ${one.counted}, the entries say ${one.recounted}`);
  return {
    json: found,
    text: differ.length === 0 ? same : lines.join('\n'),
    exit: differ.length === 0 ? EXIT.ok : EXIT.checkFailed,
  };
}

const queryOf = (asked: Asked): string => {
  const query = new URLSearchParams(Object.entries(asked)).toString();
  return query === '' ? '' : `?${query}`;
};

const Report = v.object({
  report: v.string(),
  from: v.optional(v.string(), ''),
  to: v.optional(v.string(), ''),
  rows: v.array(
    v.looseObject({
      figure: v.string(),
      value: v.optional(v.number()),
      events: v.optional(v.number()),
      cases: v.optional(v.number()),
      people: v.optional(v.number()),
      by: v.optional(v.string()),
    }),
  ),
});
const COLUMNS = ['by', 'figure', 'value', 'events', 'cases', 'people'] as const;

/** For people: one line a figure, columns one under the other. */
function told(document: unknown): Told {
  const read = v.safeParse(Report, document);
  if (!read.success) return { json: document };
  const { report, from, to, rows } = read.output;
  const lines = [COLUMNS.map(String), ...rows.map((row) => COLUMNS.map((name) => String(row[name] ?? '')))];
  const used = COLUMNS.map((_, column) => column).filter((column) =>
    lines.slice(1).some((line) => line[column] !== ''),
  );
  const widths = used.map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const table = lines.map((line) =>
    used
      .map((column, index) => (line[column] ?? '').padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const head = `${report}  ${from} – ${to}`;
  return { json: document, text: rows.length === 0 ? `${head}\nnothing in this time` : [head, ...table].join('\n') };
}
