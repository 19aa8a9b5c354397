/** A resource as the template declares it. */
export interface TemplateResource {
  /** CloudFormation's name of its type, such as `AWS::SQS::Queue`. */
  readonly type: string;
  /** One of its properties, which may hold intrinsic functions; `undefined` where it is not set. */
  property(name: string): Promise<unknown>;
}

/**
 * A template, of which only what is asked for is read. What it gives may hold intrinsic functions; `undefined` stands for
 * what it does not declare.
 */
export interface Template {
  resource(logicalId: string): Promise<TemplateResource | undefined>;
  /** The logical names that can be referred to, for suggestions. */
  names(): Promise<string[]>;
  condition(name: string): Promise<unknown>;
  /** `default` is `undefined` where the parameter has none. */
  parameter(name: string): Promise<{ readonly default: unknown } | undefined>;
  mapping(name: string, topLevelKey: string, secondLevelKey: string): Promise<unknown>;
}

/** Answers what a template can't: what only the deployed stack knows, and what other stacks export. */
export interface StackLookup {
  /** What the caller gave for a question: `ref:LogicalId`, `getatt:LogicalId.Attribute` or `import:ExportName`. */
  given(question: string): string | undefined;
  /** The physical id of a resource of the deployed stack; `undefined` where there is none, or nobody to ask. */
  physicalId(logicalId: string): Promise<string | undefined>;
  /** What a stack of the account exports; `undefined` where there is none, or nobody to ask. */
  exportValue(name: string): Promise<string | undefined>;
}
