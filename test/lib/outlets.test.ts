import { expect, test } from 'vitest';
import { functionFacts } from '../support/deploy/grants.ts';
import { ofType, synthesise } from '../support/deploy/stacks.ts';

const { pipeline } = synthesise({
  config: {
    sms: { deliveryLogs: true },
    mail: { name: 'Example Bank', address: 'notice@mail.example.com', makeIdentity: false },
    push: { applications: ['GCM/MyBank'] },
  },
});
const may = (entry: string) => functionFacts(pipeline).find((one) => one.entry === entry)?.may ?? [];

test('mails go out as the bank’s one address, pushes to its own app: nothing else of SES and SNS is granted', () => {
  const sending = may('advance-case').filter((one) => /ses:|sns:/u.test(one));

  expect(sending).toEqual([
    expect.stringMatching(
      /^ses:SendEmail on arn:\*:ses:\*:\*:configuration-set\/\w+ .*identity\/mail\.example\.com, on conditions$/u,
    ),
    'sns:Publish on all but arn:*:sns:*:*:*',
    'sns:Publish on arn:*:sns:*:*:endpoint/GCM/MyBank/*',
  ]);
});

test('SES tells deliveries, bounces and complaints to the receipts’ topic, and nobody is watched opening a mail', () => {
  const [told] = ofType(pipeline, 'AWS::SES::ConfigurationSetEventDestination');

  expect(JSON.stringify(told).toLowerCase()).toContain('"bounce"');
  expect(JSON.stringify(told).toLowerCase()).not.toMatch(/"(?:open|click)"/u);
  expect(ofType(pipeline, 'AWS::SES::EmailIdentity')).toEqual([]);
});

test('the logs of texts and of the app’s pushes, arrived or not, go to the one function that hands them to the receipts', () => {
  const groups = ofType(pipeline, 'AWS::Logs::SubscriptionFilter').map(({ Properties }) =>
    JSON.stringify(Properties?.['LogGroupName']),
  );

  expect(groups).toHaveLength(4);
  expect(groups.filter((one) => one.includes('DirectPublishToPhoneNumber'))).toHaveLength(2);
  expect(groups.filter((one) => one.includes('app/GCM/MyBank/Failure'))).toHaveLength(1);
  expect(may('read-delivery-logs').filter((one) => one.includes('dynamodb'))).toEqual([]);
});
