import type * as v from 'valibot';
import { group, pattern, whole } from './fields.ts';

/** A front door in CloudFront with a web ACL; the domain's certificate lies in us-east-1, where CloudFront looks for it. */
export const EdgeConfig = group({
  domain: pattern(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, 'write the name people and systems call'),
  certificateArn: pattern(
    /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/u,
    'write the ARN of a certificate of the domain in us-east-1 (`aws acm list-certificates --region us-east-1`)',
  ),
  apiHost: pattern(
    /^[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/u,
    'write the host of the output ApiUrl',
  ),
  /** Of one address; the least that a web ACL takes is 10. */
  requestsPerFiveMinutes: whole(10, 2_000_000),
});
export type EdgeConfig = v.InferOutput<typeof EdgeConfig>;
