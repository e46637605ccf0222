import * as v from 'valibot';
import { splitName } from '#domain/ids.ts';
import type { AggregateKind } from '#store/keys.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { type Caller, hasRole, maySee } from '../../request/caller.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';

const VerifyShape = v.object({
  ok: v.boolean(),
  entries: v.number(),
  firstBad: v.optional(
    v.pipe(v.number(), v.description('First entry that is missing, altered, out of place or nobody’s')),
  ),
  contradicts: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        'What of a complaint’s snapshot says something else than its entries: `agreements`, `offers`, `decision`, `handler`, `clocks` (told as missed), `clocks.POLICY.KIND` (another due date), `snapshot` (unreadable)',
      ),
    ),
  ),
  witnessedUpTo: v.optional(
    v.pipe(
      v.number(),
      v.description('Newest entry that is remembered outside the table; what came after it is verified by itself'),
    ),
  ),
});

const KINDS: Readonly<Record<string, AggregateKind>> = { CASE: 'case', CMP: 'complaint', CUS: 'customer', PT: 'point' };
/** A bare id is looked for in this order. */
const ORDER: readonly AggregateKind[] = ['case', 'complaint', 'customer', 'point'];

export const verifyAudit = door({
  summary: {
    en: 'Walks the whole record of a case, complaint, customer or contact point and says whether it is intact, and up to where a witness outside the table agrees',
    zh: '逐条校验案件、投诉、客户或联系方式的完整记录，并说明外部见证核实到哪一条',
  },
  query: NoQuery,
  body: NoBody,
  answer: VerifyShape,
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs): Promise<Answer> => {
    const { prefix, id } = splitName(path['aggregateId'] ?? '');
    const kind = prefix === undefined ? undefined : KINDS[prefix];
    for (const one of kind === undefined ? ORDER : [kind]) {
      if (!(await mayVerify(caller, { kind: one, id }, needs))) continue;
      const verified = await needs.audit.verify(one, id);
      if (verified !== undefined) return ok(verified);
    }
    return notFound;
  },
});

/** The privacy desk verifies everything; others what belongs to their departments, and people, who belong to none. */
async function mayVerify(
  caller: Caller,
  of: { readonly kind: AggregateKind; readonly id: string },
  needs: Pick<ConsoleNeeds, 'cases' | 'complaints'>,
): Promise<boolean> {
  if (hasRole(caller, ['privacy', 'admin']) || of.kind === 'customer' || of.kind === 'point') return true;
  const department =
    of.kind === 'case'
      ? (await needs.cases.load(of.id))?.state.department
      : (await needs.complaints.load(of.id))?.state.department;
  return department !== undefined && maySee(caller, department);
}
