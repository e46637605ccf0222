import { strict as assert } from 'node:assert';
import { castOf, type Lang, type Person, type Setting, settings } from '../cast.ts';
import { knows } from '../registry.ts';
import type { Scene } from '../scene.ts';
import { type Out, type Teller, tellerOf } from '../teller.ts';
import { tellTexts } from '../telling.ts';
import { type ComplaintSeen, move, read, takeDown, tellClocks, tellComplaint, verified } from './desk.ts';
import { pass, untilHour } from './morning.ts';

/**
 * S2. A complaint comes in by web form, is sorted, and crosses two departments: nothing of its timeline is lost, its
 * clocks do not move, the department that gave it away still reads it, and it is answered inside its clocks.
 */
export async function playDepartments(scene: Scene, lang: Lang, out: Out): Promise<void> {
  const story = await setUp(scene, lang, out);
  const received = await receipt(story);
  const handed = await handOver(story, received);
  await answered(story, handed);
}

interface Story {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly teller: Teller;
  readonly words: (typeof words)[Lang];
  readonly customer: Person;
  readonly complaintId: string;
}

const words = {
  zh: {
    heading: 'S2 · 投诉跨部门：完整时间线随行，时限不变，限期内答复（中文）',
    name: '许诺',
    complaint: '手机银行转账3000元，钱已经扣了，对方三天还没收到，客服只会让我等',
    note: '核心系统流水显示已出账，对手行未回执',
    reason: '跨行清算接口超时，请技术排查',
    found: '接口超时已修复，款项已补发到账',
    rootCause: '清算接口超时',
    same: '转办不改变时限',
    reads: '转出部门仍可查看全部时间线',
  },
  en: {
    heading: 'S2 · a complaint crosses two departments with its whole timeline, its clocks unmoved, answered in time',
    name: 'Nora Xu',
    complaint:
      'I complain: the transfer I made in the app three days ago was taken from my account and has not arrived, and support only tells me to wait',
    note: 'Ledger shows it as sent; the other bank has not confirmed',
    reason: 'The clearing interface timed out, please look into it',
    found: 'The interface was repaired, the money has arrived',
    rootCause: 'clearing interface timed out',
    same: 'the transfer does not move the clocks',
    reads: 'the department that gave it away still reads all of it',
  },
} as const;

const HOUR = 3_600_000;
/** Who repairs what another department found. */
const SECOND_DESK = 'it';

async function setUp(scene: Scene, lang: Lang, out: Out): Promise<Story> {
  const setting = settings[lang];
  const said = words[lang];
  const teller = tellerOf(lang, out);
  await untilHour(scene, setting, { hour: 10 });
  const asOf = await scene.now();
  const cast = castOf(lang, 's2', Date.parse(asOf));
  const customer: Person = { ...cast('customer', said.name, 8), mail: `${lang}.s2@customer.example` };
  teller.heading(said.heading);
  await scene.push(knows(customer, setting, asOf));
  const heard = { channel: 'web', customerId: customer.id, text: said.complaint } as const;
  const complaintId = await takeDown(scene.registry, heard);
  assert.equal(
    await takeDown(scene.registry, heard),
    complaintId,
    'the same words of the same person are one complaint',
  );
  teller.line('answered', `${customer.id}  ${said.complaint}`);
  await scene.settled();
  return { scene, setting, teller, words: said, customer, complaintId };
}

async function receipt({ scene, teller, customer, complaintId }: Story): Promise<ComplaintSeen> {
  const received = await read(scene.registry, complaintId);
  assert.deepEqual([received.status, received.kind], ['RECEIVED', 'complaint']);
  tellClocks(teller, received);
  const desk = scene.staff(received.department, { name: 'agent-first' });
  await move(desk, `${complaintId}/acknowledge`, {});
  await scene.settled();
  const texts = await scene.textsTo(customer.phone);
  assert.equal(texts.length, 1, 'the customer hears once that it has come in');
  tellTexts(teller, texts);
  return read(scene.registry, complaintId);
}

async function handOver(story: Story, received: ComplaintSeen): Promise<ComplaintSeen> {
  const { scene, teller, words: said, complaintId } = story;
  const first = scene.staff(received.department, { name: 'agent-first' });
  await move(first, `${complaintId}/assign`, { handler: 'agent-first' });
  const before = await move(first, `${complaintId}/note`, { text: said.note });
  await pass(scene, 2 * HOUR);
  await move(first, `${complaintId}/transfer`, { department: SECOND_DESK, reason: said.reason });
  await scene.settled();
  const second = scene.staff(SECOND_DESK, { name: 'agent-second' });
  const after = await read(second, complaintId);
  assert.deepEqual(after.clocks, before.clocks, 'the clocks are what they were');
  assert.deepEqual(after.timeline.slice(0, before.timeline.length), before.timeline, 'the whole timeline came along');
  const left = await read(first, complaintId);
  assert.equal(left.timeline.length, after.timeline.length, 'whoever gave it away still reads it');
  teller.line('decided', `${received.department} → ${after.department}  ${said.same}`);
  tellClocks(teller, after);
  teller.line('recorded', said.reads);
  return after;
}

async function answered(story: Story, handed: ComplaintSeen): Promise<void> {
  const { scene, teller, words: said, customer, complaintId } = story;
  const desk = scene.staff(SECOND_DESK, { name: 'agent-second' });
  await move(desk, `${complaintId}/assign`, { handler: 'agent-second' });
  const contact = { channel: 'sms', at: await scene.now(), confirmed: false };
  await move(desk, `${complaintId}/resolve`, { answer: said.found, rootCause: said.rootCause, contact });
  await scene.settled();
  const resolved = await read(desk, complaintId);
  assert.equal(resolved.status, 'RESOLVED');
  const late = resolved.clocks.filter(({ state }) => state === 'BREACHED');
  assert.deepEqual(late, [], 'answered inside its clocks');
  assert.ok(
    resolved.clocks.some(({ kind, state }) => kind === 'decide' && state === 'MET'),
    'the decision was in time',
  );
  assert.equal(resolved.receivedAt, handed.receivedAt);
  const mails = await scene.mailsTo(customer);
  const told = mails ?? (await scene.textsTo(customer.phone)).slice(1);
  assert.equal(told.length, 1, 'the customer hears the decision once');
  assert.ok(mails === undefined || told[0]?.body.includes(said.found) === true, 'a mail brings the answer’s own words');
  tellTexts(teller, told);
  tellClocks(teller, resolved);
  tellComplaint(teller, resolved);
  teller.line('decided', `audit verify ${complaintId}  ok  ${await verified(scene, complaintId)}`);
}
