/** A resource as the template declares it. */
export interface TemplateResource {
  /** CloudFormation's name of its type, such as `AWS::SQS::Queue`. */
  readonly type: string;
  /** One of its properties, which may hold intrinsic functions; `undefined` where it is not set. */
  property(name: string): Promise<unknown>;
}

/** A parameter as the template declares it. */
export interface TemplateParameter {
  /** CloudFormation's name of its type, `String` where nothing is said. */
  readonly type?: string | undefined;
  /** `undefined` where it has none. */
  readonly default: unknown;
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
  parameter(name: string): Promise<TemplateParameter | undefined>;
  mapping(name: string, topLevelKey: string, secondLevelKey: string): Promise<unknown>;
}

/** Answers what a template can't: what only the deployed stack knows, and what other stacks export. */
export interface StackLookup {
  /**
   * What the caller gave for a question: `ref:LogicalId`, `getatt:LogicalId.Attribute`, `import:ExportName`,
   * `getazs:region` or `ssm:/name`.
   */
  given(question: string): string | undefined;
  /** The physical id of a resource of the deployed stack; `undefined` where there is none, or nobody to ask. */
  physicalId(logicalId: string): Promise<string | undefined>;
  /** What the Parameter Store has under a name; `undefined` where there is nothing, or nobody to ask. */
  storedParameter(name: string): Promise<string | undefined>;
  /** What a stack of the account exports; `undefined` where there is none, or nobody to ask. */
  exportValue(name: string): Promise<string | undefined>;
}
