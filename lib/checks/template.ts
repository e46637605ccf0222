import * as v from 'valibot';

/** A synthesised CloudFormation template, as far as the checks read it. */
const Synthesised = v.object({
  Resources: v.record(
    v.string(),
    v.looseObject({ Type: v.string(), Properties: v.optional(v.record(v.string(), v.unknown())) }),
  ),
});

export interface Resource {
  /** Logical id. */
  readonly id: string;
  readonly type: string;
  readonly properties: unknown;
  /** The resource as it stands in the template, for what is beside its properties. */
  readonly whole: unknown;
}

/** The resources of one stack, by logical id. */
export class Template {
  readonly #resources: ReadonlyMap<string, Resource>;

  /** @throws when the text is not a template of resources. */
  constructor(json: unknown) {
    const { Resources } = v.parse(Synthesised, json);
    this.#resources = new Map(
      Object.entries(Resources).map(([id, whole]) => [
        id,
        { id, type: whole.Type, properties: whole.Properties, whole },
      ]),
    );
  }

  /** All resources of a type, such as `AWS::SQS::Queue`. */
  ofType(type: string): readonly Resource[] {
    return [...this.#resources.values()].filter((resource) => resource.type === type);
  }

  /** The resource of this stack that a value refers to by Ref or Fn::GetAtt; undefined for anything else. */
  named(reference: unknown): Resource | undefined {
    const id = at(reference, 'Ref') ?? at(reference, 'Fn::GetAtt', 0);
    return typeof id === 'string' ? this.#resources.get(id) : undefined;
  }
}

/** What lies at a path of keys and indexes; undefined when any step is missing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

/** A value that CloudFormation takes alone or in a list, always as a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function textOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a rule found: where, and what it got instead of what it expects. */
export interface Finding {
  readonly id: string;
  readonly got: string;
}

export interface Rule {
  readonly name: string;
  /** What must hold, and why. */
  readonly expects: string;
  readonly check: (template: Template) => readonly Finding[];
}
