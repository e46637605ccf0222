import * as v from 'valibot';
import type { Bird } from './systems.ts';
import type { Visit } from './visit.ts';

const Made = v.looseObject({ id: v.string() });
const Offered = v.looseObject({ offerId: v.string() });
const Tasks = v.looseObject({ items: v.array(Made) });
const YUAN = { amount: '100.00', currency: 'CNY' };
const DAY = 86_400_000;

/** Every word that staff can write into a complaint, move by move; and the words of somebody nobody knows. */
export async function staffLeads({ ask, words, scene, settled }: Visit, { id }: Bird): Promise<string> {
  const { said } = words;
  const received = {
    channel: 'phone',
    text: `我要投诉乱收费 ${said('told')}`,
    customerId: id,
    externalRef: `R-${id}`,
  };
  const { json } = await ask(2, '/v1/complaints', { method: 'POST', body: received });
  const stranger = { channel: 'branch', text: `投诉 ${said('unknown')}`, phone: words.phone() };
  await ask(2, '/v1/complaints', { method: 'POST', body: stranger });
  await settled();
  const complaint = `/v1/complaints/${v.parse(Made, json).id}`;
  const move = (name: string, body: object, expected: 2 | 4 = 2) =>
    ask(expected, `${complaint}/${name}`, { method: 'POST', body });
  const expiresAt = new Date(Date.parse(await scene.now()) + 5 * DAY).toISOString();
  const offered = async () =>
    v.parse(Offered, (await move('offer', { terms: { kind: 'goodwill', amount: YUAN }, expiresAt })).json).offerId;
  await move('acknowledge', {});
  await move('note', { text: said('noted') });
  await move('transfer', { department: 'it', reason: said('transfer') });
  await move('classify', { category: 'service_quality', reason: said('classify') });
  await move('extend', { days: 15, reason: said('extend'), approver: 'chen.bo' });
  await move('mediate', { action: 'start', body: said('mediator') });
  await move('mediate', { action: 'end', result: said('result') });
  await move(`offers/${await offered()}/counter`, { amount: YUAN, note: said('counter') });
  await move(`offers/${await offered()}/decline`, { reason: said('decline') });
  await move(`offers/${await offered()}/accept`, { reason: said('accept') });
  await move('escalate', { stage: 'PRE_LITIGATION', reason: said('escalate') });
  await move('decide', { decision: 'partly', answer: said('answer'), reason: said('why'), closureCode: 'c-7' });
  const contact = { channel: 'phone', at: await scene.now(), confirmed: false };
  await move('resolve', { answer: said('resolved'), rootCause: said('cause'), contact });
  await move('reopen', { reason: said('reopen') });
  await move('note', { text: said('bad'), [said('field')]: said('value') }, 4);
  await move('transfer', { department: said('department'), reason: said('x') }, 4);
  await move('withdraw', { reason: said('withdraw') });
  await settled();
  return v.parse(Made, json).id;
}

/** Cases and tasks, the registry, and what is asked with words where ids belong. */
export async function staffWorks(visit: Visit, bird: Bird): Promise<string> {
  const { ask, words, scene, settled } = visit;
  const { id: caseId } = await scene.caseOf(bird.id);
  const move = (name: string, body: object) => ask(2, `/v1/cases/${caseId}/${name}`, { method: 'POST', body });
  await move('hold', { reason: words.said('hold') });
  await move('resume', { reason: words.said('resume') });
  await settled();
  for (const { id } of v.parse(Tasks, (await ask(2, `/v1/tasks?caseId=${caseId}`)).json).items) {
    const task = (name: string, body: object) => ask(2, `/v1/tasks/${id}/${name}`, { method: 'POST', body });
    await task('claim', {});
    await task('release', { reason: words.said('release') });
  }
  await move('close', { reason: words.said('close') });
  await ask(2, '/v1/lookup', { method: 'POST', body: { phone: bird.phone } });
  await ask(4, '/v1/lookup', { method: 'POST', body: { phone: words.said('lookup') } });
  const record = `/v1/customers/${bird.id}`;
  await ask(4, record, { method: 'PUT', body: { name: words.said('put'), phones: [words.phone(), 'x'] } });
  const odd = encodeURIComponent(words.said('path'));
  const number = encodeURIComponent(words.phone());
  for (const path of [`/v1/${odd}`, `/v1/customers/${number}`, `/v1/cases/${odd}`, `/v1/cases?customerId=${odd}`])
    await ask(4, path);
  for (const query of [`queue=${odd}`, `customerId=x&${odd}=1`, `customerId=x&cursor=${odd}`])
    await ask(4, `/v1/tasks?${query}`);
  await ask(2, `/v1/subjects/${bird.id}/hold`, { method: 'POST', body: { reason: words.said('court') } });
  await ask(2, `/v1/subjects/${bird.id}/release`, { method: 'POST', body: { reason: words.said('over') } });
  await settled();
  return caseId;
}
