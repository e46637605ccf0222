import { type Instant, parseDuration } from '../time.ts';
import { CHANNELS } from '../words.ts';
import { type Fault, hoursFault, type LintIssue, type PolicyData } from './lint-issue.ts';
import type { Plan, PlanStep } from './types.ts';

/** All faults of one plan: texts it cannot read, steps it cannot reach, third parties it may not ask. */
export function lintPlan(plan: Plan, data: Pick<PolicyData, 'limits' | 'book' | 'isTemplate'>): readonly LintIssue[] {
  const faults = [
    ...lintShape(plan, data.isTemplate),
    ...lintThirdParty(plan, data),
    ...(hasBadDuration(plan) ? [] : lintReach(plan, data.limits.attemptsPerCase)),
  ];
  return faults.map(([at, what]) => ({ in: `${plan.id}@${plan.version}`, at, what }));
}

const durationsOf = (plan: Plan): readonly Fault[] => [
  ['firstHold', plan.firstHold],
  ['closeAfter', plan.closeAfter],
  ['maxMessagesPerCase.window', plan.maxMessagesPerCase.window],
  ...plan.steps.map((step): Fault => [`steps.${step.id}.wait`, step.wait]),
  ...plan.steps.flatMap((step): readonly Fault[] =>
    step.shelfLife === undefined ? [] : [[`steps.${step.id}.shelfLife`, step.shelfLife]],
  ),
];

const hasBadDuration = (plan: Plan): boolean => durationsOf(plan).some(([, text]) => parseDuration(text) === undefined);

function lintShape(plan: Plan, isTemplate: (name: string) => boolean): readonly Fault[] {
  const ids = plan.steps.map((step) => step.id);
  const hours = [plan.hours, ...(plan.urgentHours === undefined ? [] : [plan.urgentHours])];
  return [
    ...(plan.steps.length === 0 ? [['steps', 'a plan has at least one step'] as const] : []),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id): Fault => [`steps.${id}`, 'two steps of one id']),
    ...durationsOf(plan)
      .filter(([, text]) => parseDuration(text) === undefined)
      .map(([at, text]): Fault => [at, `${text} is no ISO 8601 duration`]),
    ...plan.steps
      .filter((step) => !isTemplate(step.template))
      .map((step): Fault => [`steps.${step.id}.template`, `${step.template} is no template`]),
    ...hours.flatMap((one) =>
      CHANNELS.flatMap((channel): readonly Fault[] => {
        const fault = hoursFault(one[channel]);
        return fault === undefined ? [] : [[`hours.${channel}`, fault]];
      }),
    ),
  ];
}

function lintThirdParty(plan: Plan, { book }: Pick<PolicyData, 'book'>): readonly Fault[] {
  const hasProof = book.purpose(plan.purpose).proof !== undefined;
  return plan.steps
    .filter((step) => step.audience === 'contact')
    .flatMap((step): readonly Fault[] => {
      const at = `steps.${step.id}`;
      if (!hasProof) return [[at, `${plan.purpose} never reaches a third party`]];
      const tells = step.tellsNamed === true;
      const bare = !tells && step.requires?.includes('proof') !== true;
      const telling = step.template !== (tells ? 'contact.notice' : 'contact.relay');
      return [
        ...(bare ? [[at, 'a third party is asked only with proof of unreachability'] as const] : []),
        ...(telling ? [[at, 'a third party gets the relay-only text'] as const] : []),
      ];
    });
}

/** Steps that no case could come to: too late for their own shelf life, beyond the cap of texts, or after too many others. */
function lintReach(plan: Plan, attemptsPerCase: number): readonly Fault[] {
  const faults: Fault[] = [];
  let reachedAt = duration(plan.firstHold);
  const texts: Instant[] = [];
  const { count, window } = plan.maxMessagesPerCase;
  plan.steps.forEach((step, index) => {
    const at = `steps.${step.id}`;
    if (step.shelfLife !== undefined && reachedAt > duration(step.shelfLife)) {
      faults.push([at, 'unreachable: its text has expired before it is due']);
    }
    if (index >= attemptsPerCase) faults.push([at, `unreachable: a case has ${attemptsPerCase} attempts`]);
    if (isCustomerText(step)) {
      const recent = texts.filter((time) => time > reachedAt - duration(window));
      if (recent.length >= count) faults.push([at, `unreachable: ${count} texts of this case have gone before it`]);
      texts.push(reachedAt);
    }
    if (step.optional !== true) reachedAt += duration(step.wait);
  });
  return faults;
}

const isCustomerText = (step: PlanStep): boolean => step.audience === 'customer' && step.channel !== 'call';

const duration = (text: string): number => parseDuration(text) ?? 0;
