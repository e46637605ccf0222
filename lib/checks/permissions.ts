import { at, type Finding, listOf, type Resource, type Rule, type Template, textOf } from './template.ts';

const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'] as const;
const RESOURCE_POLICIES = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy'] as const;

/** Permissions on every resource that cannot be named otherwise: action → why. */
const NAMELESS: Readonly<Record<string, string>> = {
  'sns:Publish': 'a telephone has no ARN; the rule texts-from-one-door says who may',
};

const statementsOf = (resource: Resource): readonly unknown[] =>
  listOf(at(resource.properties, 'PolicyDocument', 'Statement'));

const allowed = (template: Template, types: readonly string[]): readonly (readonly [Resource, unknown])[] =>
  types
    .flatMap((type) => template.ofType(type))
    .flatMap((resource) => statementsOf(resource).map((statement) => [resource, statement] as const))
    .filter(([, statement]) => at(statement, 'Effect') === 'Allow');

export const noWildcardActions: Rule = {
  name: 'no-wildcard-actions',
  expects: 'permissions name their actions: what is not named cannot be reviewed',
  check: (template) =>
    allowed(template, [...POLICIES, ...RESOURCE_POLICIES]).flatMap(([{ id }, statement]): Finding[] =>
      listOf(at(statement, 'Action'))
        .map(textOf)
        .filter((action) => action.includes('*'))
        .map((action) => ({ id, got: action })),
    ),
};

export const noNamelessResources: Rule = {
  name: 'no-nameless-resources',
  expects: `roles are granted named resources; on * only ${Object.keys(NAMELESS).join(', ')}`,
  check: (template) =>
    allowed(template, POLICIES)
      .filter(
        ([, statement]) =>
          at(statement, 'NotResource') !== undefined || listOf(at(statement, 'Resource')).includes('*'),
      )
      .filter(([, statement]) => !listOf(at(statement, 'Action')).every((action) => textOf(action) in NAMELESS))
      .map(([{ id }, statement]) => ({ id, got: `${textOf(at(statement, 'Action'))} on *` })),
};

/** Logical ids of the roles that a policy is for. */
const rolesOf = (template: Template, policy: Resource): readonly string[] =>
  listOf(at(policy.properties, 'Roles')).flatMap((role) => template.named(role)?.id ?? []);

/** The function of dispatch that sends texts, by the beginning of its role's logical id. */
const TEXTING_ROLE = /^DispatchAdvanceCase/u;

export const textsFromOneDoor: Rule = {
  name: 'texts-from-one-door',
  expects: 'one function may text telephones, and it may publish to no topic: the gate stands before it alone',
  check: (template) =>
    allowed(template, POLICIES)
      .filter(([, statement]) => listOf(at(statement, 'Action')).includes('sns:Publish'))
      .filter(([, statement]) => isOpen(statement))
      .filter(
        ([policy, statement]) =>
          !rolesOf(template, policy).every((role) => TEXTING_ROLE.test(role)) || !leavesTopicsOut(statement),
      )
      .map(([{ id }]) => ({ id, got: 'sns:Publish on *' })),
};

const isOpen = (statement: unknown): boolean =>
  at(statement, 'NotResource') !== undefined || listOf(at(statement, 'Resource')).includes('*');

/** Whatever has an ARN in SNS. */
const leavesTopicsOut = (statement: unknown): boolean =>
  listOf(at(statement, 'NotResource')).includes('arn:*:sns:*:*:*');

/** Whatever can take an item out of a table. */
const REMOVING = ['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:PartiQLDelete'];
const KEYS = 'dynamodb:LeadingKeys';

export const removalsNameTheirKeys: Rule = {
  name: 'removals-name-their-keys',
  expects: `who may remove items may remove those whose partition begins as ${KEYS} says: the record only grows`,
  check: (template) =>
    allowed(template, POLICIES)
      .filter(([, statement]) => listOf(at(statement, 'Action')).some((action) => REMOVING.includes(textOf(action))))
      .filter(([, statement]) => !namesKeys(statement))
      .map(([{ id }, statement]) => ({ id, got: `${textOf(at(statement, 'Action'))} with ${conditionOf(statement)}` })),
};

/** A request that tells no key meets every condition on all of its keys, so there has to be one. */
function namesKeys(statement: unknown): boolean {
  const patterns = listOf(at(statement, 'Condition', 'ForAllValues:StringLike', KEYS)).map(textOf);
  const isKeyed = at(statement, 'Condition', 'Null', KEYS) === 'false';
  return isKeyed && patterns.length > 0 && patterns.every((pattern) => /^[^*?]/u.test(pattern));
}

const conditionOf = (statement: unknown): string => textOf(at(statement, 'Condition'));

export const oneRoleOneFunction: Rule = {
  name: 'one-role-one-function',
  expects: 'no two functions share a role: each may only what it needs',
  check: (template) => {
    const users = Map.groupBy(template.ofType('AWS::Lambda::Function'), (one) => textOf(at(one.properties, 'Role')));
    return [...users.values()]
      .filter((functions) => functions.length > 1)
      .flatMap((functions) =>
        functions.map(({ id }) => ({ id, got: `a role that ${functions.length} functions have` })),
      );
  },
};

/** Names that promise something to be kept to oneself; what says that it is a name or an ARN opens nothing by itself. */
const SECRET_NAME = /SECRET|PASSWORD|TOKEN|CREDENTIAL|PRIVATE|API_?KEY/iu;
const REFERENCE_NAME = /_(?:NAMES?|ARNS?)$/u;

export const noSecretsInEnvironment: Rule = {
  name: 'no-secrets-in-environment',
  expects: 'environments name secrets by reference: whoever may read a configuration may not read what it guards',
  check: (template) =>
    template.ofType('AWS::Lambda::Function').flatMap(({ id, properties }): Finding[] => {
      const variables = at(properties, 'Environment', 'Variables');
      if (typeof variables !== 'object' || variables === null) return [];
      return Object.entries(variables)
        .filter(([name, value]) => SECRET_NAME.test(name) && !REFERENCE_NAME.test(name) && typeof value === 'string')
        .map(([name]) => ({ id, got: `a text in ${name}` }));
    }),
};
