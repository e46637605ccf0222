import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, type Command, Option } from 'commander';
import { DEPARTMENTS, PURPOSES } from '#domain/words.ts';
import { examine } from '../local/doctor.ts';
import { repositoryRoot } from '../local/paths.ts';
import { mintToken, type Role, roles } from '../local/tokens.ts';
import { staffOf } from '../running/staff.ts';
import { EXIT, type Frame, mark } from './frame.ts';

const DOCUMENT = join(repositoryRoot, 'docs/openapi.json');

/** `outputs`, `doctor`, `token`, `openapi`: what runs, whether it is well, a way in. `pause`, `resume`: of a purpose. */
export function addStageCommands(program: Command, { does }: Frame): void {
  program
    .command('outputs')
    .description('what the running stage is and where it is reached')
    .action(() => does(async (desk) => ({ json: (await desk.stage()).outputs })));

  program
    .command('doctor')
    .description('looks at everything the local stage needs and names the cure of what is not well')
    .action(() =>
      does(async () => {
        const { checks } = await examine();
        const lines = checks.map(
          ({ name, ok, detail, cure }) => `${mark(ok)} ${name}: ${detail}${ok ? '' : `\n    ${cure}`}`,
        );
        const isWell = checks.every(({ ok }) => ok);
        return { json: { checks }, text: lines.join('\n'), exit: isWell ? EXIT.ok : EXIT.checkFailed };
      }),
    );

  program
    .command('token')
    .description('a token of a made-up member of staff (local stage only)')
    .addOption(new Option('--role <role>', 'what the person may do').choices(roles).makeOptionMandatory())
    .addOption(new Option('--department <department...>', 'whose work the person sees').choices(DEPARTMENTS))
    .option('--name <staffId>', 'who the person is; the same name is the same person')
    .action((options: { role: Role; department?: string[]; name?: string }) =>
      does(async (desk) => {
        const { role, department: departments, name } = options;
        const request = { role, ...(departments === undefined ? {} : { departments }) };
        const minted = await mintToken(await desk.stage(), name === undefined ? request : { ...request, name });
        return { json: minted, text: minted.token };
      }),
    );
  addOpenApi(program, does);
  addPauses(program, does);
}

function addOpenApi(program: Command, does: Frame['does']): void {
  program
    .command('openapi')
    .description('the OpenAPI document of this version; needs no running stage')
    .action(() => does(async () => ({ json: JSON.parse(await readFile(DOCUMENT, 'utf8')) })));
}

function addPauses(program: Command, does: Frame['does']): void {
  for (const [action, what] of [
    ['pause', 'contacts nobody for a purpose until it is resumed'],
    ['resume', 'lets a paused purpose go on'],
  ] as const) {
    program
      .command(action)
      .description(`${what}; prints what is paused`)
      .addArgument(new Argument('<purpose>', 'of which contacts').choices(PURPOSES))
      .action((purpose: string) =>
        does(async (desk) => ({
          json: await staffOf(await desk.stage(), { role: 'ops' }).ask(`/v1/ops/${action}`, { body: { purpose } }),
        })),
      );
  }
}
