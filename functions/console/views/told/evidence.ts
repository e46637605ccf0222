import { factName } from '#domain/ids.ts';
import type { WholeCase } from '#store/case-store.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { ComplaintShape } from '../../shapes/complaint.ts';
import { whyView } from '../why-view.ts';

/** What each contact rested on when it went out, and whether that was so by all that is known since. */
export function evidenceOf(from: WholeCase): ComplaintShape['evidence'] {
  const wrongful = wrongfulOf(from);
  return whyView(from, undefined).contacts.map(({ decisionId, verdict, evidence }) => {
    const rested = evidence.find(({ kind }) => kind === 'account') ?? evidence.find(({ kind }) => kind === 'reason');
    const reasonTrueAtSend = verdict === 'ALLOW' && !wrongful.has(decisionId);
    return { decisionId, reasonTrueAtSend, sequence: rested?.sequence, asOf: rested?.asOf };
  });
}

/** Decisions whose contact was found wrongful since: the event behind it was wrong, or the reason had gone before. */
function wrongfulOf({ stored, entries }: WholeCase): ReadonlySet<string> {
  const marked = new Set(entries.flatMap(({ facts }) => attemptsIn(facts['wrongful'])));
  const claims = entries.filter(({ type, facts }) => type === 'contact.claimed' && marked.has(facts['attempt']));
  return new Set(claims.map(({ seq }) => factName(stored.state.id, seq)));
}

/** Attempts of a list of wrongful contacts, as an entry tells it. */
const attemptsIn = (list: Entry['facts'][string]): readonly unknown[] =>
  Array.isArray(list) ? list.map((one: { readonly attempt?: unknown }) => one.attempt) : [];
