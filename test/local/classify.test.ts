import { expect, test } from 'vitest';
import { classifyLines, triageLines } from '../../tools/commands/classify.ts';

test('lines come out as they went in, with what triage makes of them', () => {
  const [line] = triageLines('{"text":"再骚扰我就打12378","lang":"zh","row":7}\n', 'f');

  expect(line).toMatchObject({ text: '再骚扰我就打12378', lang: 'zh', row: 7 });
  expect(line?.['result']).toMatchObject({
    kind: 'complaint',
    category: 'collection_conduct',
    flags: ['regulator_threat', 'harassment'],
    severity: 'P2',
    lang: 'zh',
    autoRoute: true,
  });
});

test('what is null in a context is not known; a category that is given is kept', () => {
  const [line] = triageLines('{"text":"你们太过分了","context":{"purpose":null,"category":"fees_interest"}}', 'f');

  expect(line?.['result']).toMatchObject({ category: 'fees_interest', autoRoute: true });
});

test.for([
  ['no JSON', 'x'],
  ['no text', '{"lang":"zh"}'],
  ['an unknown category', '{"text":"x","context":{"category":"weather"}}'],
])('a line with %s is refused by its number', ([, line]) => {
  expect(() => triageLines(`{"text":"ok"}\n${line}`, 'f')).toThrow(/Line 2 of f/u);
});

test('replies are tried in the same way', () => {
  expect(classifyLines('{"text":"STOP"}', 'f')[0]?.['result']).toMatchObject({ intent: 'stop', token: null });
});

test('a reader who is a contact is named as in the contract or as on the record, and comes out as written', () => {
  const read = (audience: string) =>
    classifyLines(
      `{"text":"wrong","context":{"purpose":"welfare","openQuestions":1,"audience":"${audience}"}}`,
      'f',
    )[0];

  expect(read('emergency_contact')).toMatchObject({ context: { audience: 'emergency_contact' } });
  expect(read('emergency_contact')?.['result']).toEqual(read('contact')?.['result']);
  expect(read('contact')?.['result']).not.toEqual(read('customer')?.['result']);
  expect(() => read('neighbour')).toThrow(/Line 1 of f/u);
});
