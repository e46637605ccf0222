import type { WholeCase } from '#store/case-store.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { ComplaintShape } from '../shapes/complaint.ts';
import { entryView, type Texts } from './case-view.ts';
import { time } from './shown.ts';
import { whyView } from './why-view.ts';

/** One complaint with its timeline; `from`: the case it came out of. */
export function complaintView(whole: WholeComplaint, from: WholeCase | undefined, texts: Texts): ComplaintShape {
  const { receivedAt, ...of } = whole.stored.state;
  return {
    ...of,
    kind: 'complaint',
    receivedAt: time(receivedAt),
    categories: [],
    flags: [],
    clocks: [],
    evidence: from === undefined ? [] : evidenceOf(from),
    replies: [],
    offers: [],
    agreements: [],
    linked: [],
    followUps: [],
    timeline: whole.entries.map((entry) => entryView(entry, texts)),
  };
}

/** What each contact rested on when it went out, from the decisions as they were recorded. */
const evidenceOf = (from: WholeCase): ComplaintShape['evidence'] =>
  whyView(from, undefined).contacts.map(({ decisionId, verdict, evidence }) => {
    const rested = evidence.find(({ kind }) => kind === 'account') ?? evidence.find(({ kind }) => kind === 'reason');
    return { decisionId, reasonTrueAtSend: verdict === 'ALLOW', sequence: rested?.sequence, asOf: rested?.asOf };
  });
