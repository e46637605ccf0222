import type { Command } from 'commander';
import * as v from 'valibot';
import { LocalStageFailure } from '../local/failure.ts';
import { type Staff, staffOf } from '../running/staff.ts';
import { EXIT, type Frame } from './frame.ts';

type SubjectOptions = { readonly contact?: string; readonly reason: string };

/** `subject`: what is held about a person, and how it goes. `dlq`: messages that nobody could work off. */
export function addSubjectAndDlqCommands(program: Command, frame: Frame): void {
  addSubject(program, frame);
  addDeadLetters(program, frame);
}

function addSubject(program: Command, { does }: Frame): void {
  const subject = program.command('subject').description('personal data of a customer or an emergency contact');
  const actions = {
    export: 'everything held about them, as one JSON document',
    erase: 'erases them for good',
  } as const;
  for (const [action, description] of Object.entries(actions)) {
    subject
      .command(action)
      .description(description)
      .argument('<customer>', 'id of the customer')
      .option('--contact <id>', 'this emergency contact of theirs')
      .option('--reason <text>', 'why; kept sealed with who asked', 'asked for on the command line')
      .action((id: string, { contact, reason }: SubjectOptions) =>
        does(async (desk) => ({
          json: await privacy(await desk.stage()).ask(pathOf(id, contact, action), {
            method: 'POST',
            body: { reason },
          }),
        })),
      );
  }
  subject
    .command('replay')
    .description('after a restore: erases again whoever is on the list of erasures')
    .action(() => does(async (desk) => replayed(privacy(await desk.stage()))));
}

const privacy = (stage: Parameters<typeof staffOf>[0]): Staff => staffOf(stage, { role: 'privacy' });

function pathOf(customer: string, contact: string | undefined, action: string): string {
  const person = `/v1/subjects/${encodeURIComponent(customer)}`;
  return contact === undefined ? `${person}/${action}` : `${person}/contacts/${encodeURIComponent(contact)}/${action}`;
}

const Replayed = v.object({
  replayed: v.number(),
  erasedAgain: v.number(),
  held: v.number(),
  cursor: v.optional(v.string()),
});

async function replayed(desk: Staff) {
  const sum = { replayed: 0, erasedAgain: 0, held: 0 };
  let cursor: string | undefined;
  do {
    const body = cursor === undefined ? {} : { cursor };
    const part = v.parse(Replayed, await desk.ask('/v1/erasures/replay', { method: 'POST', body }));
    sum.replayed += part.replayed;
    sum.erasedAgain += part.erasedAgain;
    sum.held += part.held;
    ({ cursor } = part);
  } while (cursor !== undefined);
  return { json: sum, exit: sum.held === 0 ? EXIT.ok : EXIT.partial };
}

const Queues = v.object({ items: v.array(v.looseObject({ name: v.string(), deadLetters: v.number() })) });
const Redriven = v.looseObject({ queue: v.string(), moved: v.number(), failed: v.number() });

function addDeadLetters(program: Command, { does }: Frame): void {
  const dlq = program.command('dlq').description('dead letters: messages that nobody could work off');
  dlq
    .command('list', { isDefault: true })
    .description('how many lie beside each queue')
    .option('--all', 'queues without any as well')
    .action(({ all = false }: { all?: boolean }) =>
      does(async (desk) => {
        const { items } = v.parse(Queues, await operations(await desk.stage()).ask('/v1/ops/queues'));
        const shown = items.filter(({ deadLetters }) => all || deadLetters > 0);
        const text = shown.map(({ name, deadLetters }) => `${String(deadLetters).padStart(6)}  ${name}`).join('\n');
        return { json: { items: shown }, text: text === '' ? 'No dead letters.' : text };
      }),
    );
  dlq
    .command('redrive')
    .description('brings those of one queue back to it, at most a hundred; mend the cause first')
    .argument('<queue>', 'its name, as dlq list tells it')
    .option('--limit <count>', 'at most so many', '100')
    .action((queue: string, { limit }: { limit: string }) =>
      does(async (desk) => {
        if (!/^(?:[1-9]\d?|100)$/u.test(limit)) throw new LocalStageFailure('--limit is a number from 1 to 100.');
        const body = { queue, limit: Number(limit) };
        const call = { method: 'POST', body } as const;
        const done = v.parse(Redriven, await operations(await desk.stage()).ask('/v1/ops/redrive', call));
        return { json: done, exit: done.failed === 0 ? EXIT.ok : EXIT.partial };
      }),
    );
}

const operations = (stage: Parameters<typeof staffOf>[0]): Staff => staffOf(stage, { role: 'ops' });
