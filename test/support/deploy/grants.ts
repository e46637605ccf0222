import { at } from '../../../lib/checks/template.ts';
import { ENTRY_METADATA } from '../../../lib/constructs/handler-function.ts';
import { type CloudFormation, type CloudFormationResource, ofType } from './stacks.ts';

/** What a function of the stacks is and may do, as a reader reviews it. */
export type FunctionFacts = {
  readonly entry: string;
  readonly size: string;
  readonly knows: readonly string[];
  /** `effect actions on resource`, one a statement. */
  readonly may: readonly string[];
  /** Partitions out of which it may remove items, as patterns. */
  readonly removes: readonly string[];
};

/** Every function of a template with all that its role was granted, sorted by entry. */
export function functionFacts(template: CloudFormation): readonly FunctionFacts[] {
  const policies = ofType(template, 'AWS::IAM::Policy');
  return ofType(template, 'AWS::Lambda::Function')
    .map(({ Properties, Metadata }) => {
      const role = named(at(Properties, 'Role'));
      const own = policies.filter((policy) => list(at(policy.Properties, 'Roles')).map(named).includes(role));
      return {
        entry: String(Metadata?.[ENTRY_METADATA]),
        size: `${String(at(Properties, 'MemorySize'))} MB, ${String(at(Properties, 'Timeout'))} s`,
        knows: Object.keys(at(Properties, 'Environment', 'Variables') ?? {}).toSorted(),
        may: own.flatMap(statementsOf).toSorted(),
        removes: own.flatMap(removedBy),
      };
    })
    .toSorted((one, other) => (one.entry < other.entry ? -1 : 1));
}

const removedBy = ({ Properties }: CloudFormationResource): string[] =>
  list(at(Properties, 'PolicyDocument', 'Statement'))
    .filter((statement) => list(at(statement, 'Action')).includes('dynamodb:DeleteItem'))
    .flatMap((statement) => {
      const keys = list(at(statement, 'Condition', 'ForAllValues:StringLike', 'dynamodb:LeadingKeys')).map(String);
      return keys.length === 0 ? ['*'] : keys;
    });

function statementsOf({ Properties }: CloudFormationResource): string[] {
  return list(at(Properties, 'PolicyDocument', 'Statement')).map((statement) => {
    const actions = list(at(statement, 'Action')).map(String).toSorted().join(' ');
    const denied = at(statement, 'Effect') === 'Deny' ? 'never ' : '';
    const but = list(at(statement, 'NotResource')).map(named);
    const on =
      but.length > 0 ? `all but ${but.join(' ')}` : list(at(statement, 'Resource')).map(named).toSorted().join(' ');
    return `${denied}${actions} on ${on}${at(statement, 'Condition') === undefined ? '' : ', on conditions'}`;
  });
}

const list = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

/** A resource by logical id; what another stack exports by that stack's id of it; pseudo parameters as `*`. */
function named(value: unknown): string {
  if (typeof value === 'string') return value;
  const joined = at(value, 'Fn::Join', 1);
  if (joined !== undefined) return list(joined).map(named).join('');
  const reference = at(value, 'Ref') ?? at(value, 'Fn::GetAtt', 0);
  if (typeof reference === 'string') return reference.startsWith('AWS::') ? '*' : reference;
  const imported = /ExportsOutput(?:FnGetAtt|Ref)(\w+?)(?:Arn[0-9A-F]{8}|StreamArn[0-9A-F]{8}|[0-9A-F]{8})$/u;
  return imported.exec(String(at(value, 'Fn::ImportValue')))?.[1] ?? JSON.stringify(value);
}
