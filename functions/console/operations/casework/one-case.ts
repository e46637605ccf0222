import { openTexts } from '../../moves/reads.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { type Caller, maySee } from '../../request/caller.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { CaseShape } from '../../shapes/case.ts';
import { WhyShape } from '../../shapes/why.ts';
import { caseView } from '../../views/case-view.ts';
import { stagesOfCase, stepOf } from '../../views/plan-step.ts';
import { whyView } from '../../views/why-view.ts';
import type { noteReadOnCase } from './note-read.ts';

/** A case the caller may see, with everything under it. */
async function findWhole(id: string, caller: Caller, needs: Pick<ConsoleNeeds, 'cases'>) {
  const whole = await needs.cases.whole(id);
  return whole === undefined || !maySee(caller, whole.stored.state.department) ? undefined : whole;
}

const standing = ({ book, now }: Pick<ConsoleNeeds, 'book' | 'now'>) => ({
  stepOf: stepOf(book),
  stagesOf: stagesOfCase(book),
  now: now(),
});

export const getCase = door({
  summary: {
    en: 'One case with its attempts, replies and whole timeline; reading its texts is recorded',
    zh: '查看一个案件的触达、回复和完整时间线;阅读短信内容会留痕',
  },
  query: NoQuery,
  body: NoBody,
  answer: CaseShape,
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs): Promise<Answer> => {
    const whole = await findWhole(path['id'] ?? '', caller, needs);
    if (whole === undefined) return notFound;
    const { id, customerId, key } = whole.stored.state;
    const own = key === undefined ? {} : { own: { key, noteRead: () => noteOnCase(whole, caller, needs) } };
    const texts = await openTexts({ id, customerId, entries: whole.entries, ...own }, caller, needs);
    // Who read a case of nobody we know stands on the case itself: it is told as it then is.
    const noted = key === undefined ? whole : await needs.cases.whole(id);
    return ok(caseView(noted ?? whole, standing(needs), texts));
  },
});

/** Few cases have a key of their own: how that is noted is loaded with the first. */
async function noteOnCase(...of: Parameters<typeof noteReadOnCase>): Promise<void> {
  const { noteReadOnCase } = await import('./note-read.ts');
  return noteReadOnCase(...of);
}

export const getWhy = door({
  summary: {
    en: 'What the bank knew at every contact of a case, and what it has learned since',
    zh: '每次触达时银行掌握的依据,以及之后得知的变化',
  },
  query: NoQuery,
  body: NoBody,
  answer: WhyShape,
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs): Promise<Answer> => {
    const whole = await findWhole(path['id'] ?? '', caller, needs);
    if (whole === undefined) return notFound;
    const { accountId } = whole.stored.state;
    const account = accountId === undefined ? undefined : await needs.accounts.load(accountId);
    return ok(whyView(whole, account));
  },
});

/** The case as it stands after a move, without its texts: who moves a case has not asked to read them. */
export async function caseAfter(id: string, caller: Caller, needs: ConsoleNeeds): Promise<Answer> {
  const whole = await findWhole(id, caller, needs);
  return whole === undefined ? notFound : ok(caseView(whole, standing(needs), new Map()));
}
