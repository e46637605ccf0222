import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  CfnUserPoolGroup,
  ClientAttributes,
  type IUserPool,
  type IUserPoolClient,
  OAuthScope,
  ResourceServerScope,
  UserPoolClient,
  UserPoolDomain,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import {
  DEPARTMENT_GROUP_PREFIX,
  DEPARTMENTS,
  PRODUCER_SCOPE,
  type ProducerGrant,
  ROLES,
} from '../../../functions/runtime/env.contract.ts';
import type { DeploymentConfig } from '../../config/schema.ts';

export interface SignInProps {
  readonly config: DeploymentConfig;
  readonly pool: IUserPool;
}

const TOKEN_LIFE = Duration.hours(1);
const ANYBODY = '*';

/**
 * How people and systems get tokens of the one pool. People sign in and bring their groups (a role, departments);
 * every producer named in the configuration gets a machine client with a secret and the producer's scope.
 */
export class SignIn extends Construct {
  readonly staffClient: UserPoolClient;
  /** Every client whose tokens the API takes. */
  readonly clients: readonly IUserPoolClient[];
  /** JSON of ProducerGrant[] for the functions that take events in. */
  readonly producers: string;

  constructor(scope: Construct, id: string, { config, pool }: SignInProps) {
    super(scope, id);
    this.staffClient = new UserPoolClient(this, 'StaffClient', {
      userPool: pool,
      authFlows: { userSrp: true, adminUserPassword: config.signIn.administratorPasswords },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      // Without a list people may write every attribute of themselves, their name among them.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      enableTokenRevocation: true,
      accessTokenValidity: TOKEN_LIFE,
      idTokenValidity: TOKEN_LIFE,
      refreshTokenValidity: Duration.hours(config.signIn.sessionHours),
    });
    for (const groupName of [...ROLES, ...DEPARTMENTS.map((name) => `${DEPARTMENT_GROUP_PREFIX}${name}`)]) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: pool.userPoolId, groupName });
    }
    const machines = this.#machineClients({ config, pool });
    this.clients = [this.staffClient, ...machines.values()];
    const grants = config.producers.map((producer): ProducerGrant => {
      if (!('client' in producer)) return producer;
      return { ...producer, client: machines.get(producer.client)?.userPoolClientId ?? producer.client };
    });
    this.producers = Stack.of(this).toJsonString(grants);
  }

  #machineClients({ config, pool }: SignInProps): ReadonlyMap<string, UserPoolClient> {
    const names = config.producers.flatMap((producer) => ('client' in producer ? [producer.client] : []));
    const machines = names.filter((name) => name !== ANYBODY);
    if (machines.length === 0) return new Map();
    // Prefixes are shared by all accounts of a region.
    const domainPrefix = `liaison-${config.stage}-${Aws.ACCOUNT_ID}`;
    new UserPoolDomain(this, 'Domain', { userPool: pool, cognitoDomain: { domainPrefix } });
    const scope = new ResourceServerScope({ scopeName: PRODUCER_SCOPE.name, scopeDescription: 'Push events' });
    const server = new UserPoolResourceServer(this, 'Server', {
      userPool: pool,
      identifier: PRODUCER_SCOPE.server,
      scopes: [scope],
    });
    const client = (userPoolClientName: string): UserPoolClient =>
      new UserPoolClient(this, `Producer-${userPoolClientName}`, {
        userPool: pool,
        userPoolClientName,
        generateSecret: true,
        oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, scope)] },
        enableTokenRevocation: true,
        accessTokenValidity: TOKEN_LIFE,
      });
    return new Map(machines.map((name) => [name, client(name)]));
  }
}
