import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ROUTES, type Route } from '../../functions/console/routes.contract.ts';
import { ENV } from '../../functions/runtime/env.contract.ts';
import { acknowledge, OPEN_ROUTES } from '../checks/acknowledgements.ts';
import type { DeploymentConfig } from '../config/schema.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { asksWitness } from '../constructs/lake/access.ts';
import { MINUTE, OperationalAlarm } from '../constructs/operational-alarm.ts';
import { SignIn } from '../constructs/sign-in/sign-in.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import type { Intake } from './intake.ts';
import { opsApi, privacyApi } from './privacy-ops-apis.ts';
import type { Replies } from './replies.ts';
import { bankJson, defaultsJson, staffJson } from './settings.ts';

export interface ConsoleProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
  readonly intake: Intake;
  readonly replies: Replies;
}

// The gateway itself gives up after 30 seconds.
const ANSWER_TIMEOUT = Duration.seconds(28);
const IMPACT = 'Staff cannot see or decide cases, and systems cannot push events or registry changes.';

/** The door for staff and systems: one HTTP API with the routes of routes.contract.ts, tokens of one pool. */
export class Console extends Construct {
  readonly staffApi: HandlerFunction;
  readonly complaintApi: HandlerFunction;
  readonly privacyApi: HandlerFunction;
  readonly opsApi: HandlerFunction;
  readonly signIn: SignIn;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id);
    const { deployment, storage, intake } = props;
    const { config } = deployment;
    this.signIn = new SignIn(this, 'SignIn', { config, pool: storage.staffPool });
    intake.know(this.signIn.producers);
    this.staffApi = new HandlerFunction(this, 'StaffApi', {
      deployment,
      entry: 'staff-api',
      does: 'Answers the routes of cases, tasks, registry and operations.',
      timeout: ANSWER_TIMEOUT,
      impact: IMPACT,
    })
      .writesLedger(storage.table, 'byCustomer', 'worklist')
      .removes(storage.table, 'answers', 'pauses', 'quarantine')
      .usesVault(storage.dataKey)
      .sendsTo(intake.events.queue, ENV.eventsUrl)
      .knows(ENV.bank, bankJson(config))
      .knows(ENV.defaults, defaultsJson(config))
      .knows(ENV.staff, staffJson(config));
    asksWitness(this.staffApi, storage);
    this.complaintApi = new HandlerFunction(this, 'ComplaintApi', {
      deployment,
      entry: 'complaint-api',
      does: 'Answers the routes of complaints, offers, incidents and reports.',
      timeout: ANSWER_TIMEOUT,
      impact: 'Staff cannot see or decide complaints, and no channel but texts can bring one in.',
    })
      .writesLedger(storage.table, 'byCustomer', 'worklist')
      .removes(storage.table, 'answers')
      .usesVault(storage.dataKey)
      .knows(ENV.bank, bankJson(config))
      .knows(ENV.defaults, defaultsJson(config))
      .knows(ENV.staff, staffJson(config));
    this.privacyApi = privacyApi(this, { ...props, timeout: ANSWER_TIMEOUT });
    this.opsApi = opsApi(this, { ...props, timeout: ANSWER_TIMEOUT });
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false, description: 'Liaison' });
    const signed = this.#addRoutes(props);
    throttle(this.#addStage(deployment), signed, config.api);
  }

  #addRoutes({ storage, intake, replies }: ConsoleProps): ReadonlyMap<string, HttpRoute> {
    // One permission a function, not one a route: a function's policy has room for 20 KB.
    const options = { scopePermissionToRoute: false };
    const integrations: Readonly<Record<Route['handler'], HttpLambdaIntegration>> = {
      'accept-events': new HttpLambdaIntegration('AcceptEvents', intake.acceptEvents.function, options),
      'accept-webhook': new HttpLambdaIntegration('AcceptWebhook', replies.acceptWebhook.function, options),
      'staff-api': new HttpLambdaIntegration('StaffApi', this.staffApi.function, options),
      'complaint-api': new HttpLambdaIntegration('ComplaintApi', this.complaintApi.function, options),
      'privacy-api': new HttpLambdaIntegration('PrivacyApi', this.privacyApi.function, options),
      'ops-api': new HttpLambdaIntegration('OpsApi', this.opsApi.function, options),
    };
    const token = new HttpUserPoolAuthorizer('Token', storage.staffPool, { userPoolClients: [...this.signIn.clients] });
    const open = new HttpNoneAuthorizer();
    const signed = new Map<string, HttpRoute>();
    for (const { method, path, auth, handler } of ROUTES) {
      const authorizer = auth === 'token' ? token : open;
      const routes = this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: integrations[handler],
        authorizer,
      });
      for (const route of routes) {
        if (auth === 'signature') signed.set(`${method} ${path}`, route);
        if (auth !== 'token') acknowledge(route, OPEN_ROUTES[WITHOUT_TOKEN[auth]]);
      }
    }
    // Without a token too: an unknown route is told as such, by a problem document, whoever asks.
    const unknown = new HttpRoute(this, 'Unknown', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: integrations['staff-api'],
      authorizer: open,
    });
    acknowledge(unknown, OPEN_ROUTES.unknown);
    return signed;
  }

  #addStage({ config, messageKey, desk }: Deployment): HttpStage {
    const logGroup = new LogGroup(this, 'AccessLogs', {
      encryptionKey: messageKey,
      retention: config.retention.logDays,
      removalPolicy: config.protection.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.api.requestsPerSecond, burstLimit: config.api.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    new OperationalAlarm(this, 'ServerErrors', {
      desk,
      metric: this.api.metricServerError({ period: MINUTE, statistic: 'Sum' }),
      threshold: config.alarms.serverErrors,
      periods: 3,
      impact: IMPACT,
      runbook: 'The API answers with errors',
    });
    return stage;
  }
}

const WITHOUT_TOKEN = { signature: 'signed', none: 'health' } as const;

/** Whoever knocks without a right to come in may cost little: routes that ask for no token have a limit of their own. */
function throttle(
  stage: HttpStage,
  routes: ReadonlyMap<string, HttpRoute>,
  { webhooksPerSecond }: DeploymentConfig['api'],
): void {
  const limit = { ThrottlingRateLimit: webhooksPerSecond, ThrottlingBurstLimit: 2 * webhooksPerSecond };
  const settings = Object.fromEntries([...routes.keys()].map((key) => [key, limit]));
  const { defaultChild } = stage.node;
  if (defaultChild instanceof CfnStage) defaultChild.addPropertyOverride('RouteSettings', settings);
  // The gateway refuses settings of a route that it does not have yet.
  stage.node.addDependency(...routes.values());
}

/** Who asked what and what came of it: routes and ids of clients, no path, address or body. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  client: '$context.authorizer.claims.client_id',
  subject: '$context.authorizer.claims.sub',
  ms: '$context.responseLatency',
  bytes: '$context.responseLength',
  gatewayError: '$context.error.messageString',
  handlerError: '$context.integrationErrorMessage',
};
