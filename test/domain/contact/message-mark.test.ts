import { expect, test } from 'vitest';
import { messageMark, sentAs } from '#domain/contact/message-mark.ts';
import { attempt, openedCase, withAttempts } from '../../support/cases.ts';

const UUID = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const sent = (id: string, n: number, messageId: string, point = 'p1') =>
  withAttempts(openedCase({ id }), [attempt(n, { point, message: messageMark(messageId) })]);

test('a message is found among the texts that went to its number, by 28 bits of its id', () => {
  const cases = [sent('c1', 1, 'other'), sent('c2', 3, UUID)];

  expect(messageMark(UUID)).toBeGreaterThan(0);
  expect(messageMark(UUID)).toBeLessThan(2 ** 28);
  expect(sentAs(cases, { point: 'p1', messageId: UUID })).toEqual({ caseId: 'c2', attempt: 3 });
});

test('a text to another number is never taken for it, nor is one whose outcome is not noted', () => {
  expect(sentAs([sent('c1', 1, UUID, 'p2')], { point: 'p1', messageId: UUID })).toBeUndefined();
  expect(
    sentAs([withAttempts(openedCase(), [attempt(1, { point: 'p1' })])], { point: 'p1', messageId: UUID }),
  ).toBeUndefined();
});
