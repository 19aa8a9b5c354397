/** A resource as the template declares it. */
export interface TemplateResource {
  /** CloudFormation's name of its type, such as `AWS::SQS::Queue`. */
  readonly type: string;
  /** One of its properties, which may contain intrinsic functions; `undefined` if it is not set. */
  property(name: string): Promise<unknown>;
}

/** A parameter as the template declares it. */
export interface TemplateParameter {
  /** CloudFormation's name of its type; by default `String`. */
  readonly type?: string | undefined;
  /** `undefined` if it has none. */
  readonly default: unknown;
}

/**
 * A template, of which only the requested parts are read. Its values may contain intrinsic functions; `undefined` means that
 * something is not declared.
 */
export interface Template {
  resource(logicalId: string): Promise<TemplateResource | undefined>;
  /** The logical names that can be referred to, for suggestions. */
  names(): Promise<string[]>;
  condition(name: string): Promise<unknown>;
  parameter(name: string): Promise<TemplateParameter | undefined>;
  /** How a parameter without a value is given one: a sentence. */
  parameterHint?(name: string): string;
  mapping(name: string, topLevelKey: string, secondLevelKey: string): Promise<unknown>;
  /** The value of an output of a nested stack, where its template is known. */
  nestedOutput?(logicalId: string, output: string): Promise<unknown>;
}

/** Answers what is not in the template: values of the deployed stack, and exports of other stacks. */
export interface StackLookup {
  /**
   * The caller's answer to a question: `ref:LogicalId`, `getatt:LogicalId.Attribute`, `import:ExportName`, `getazs:region`,
   * `ssm:/name`, or a dynamic reference without its braces.
   */
  given(question: string): string | undefined;
  /** The physical id of a resource of the deployed stack; `undefined` if there is none, or AWS can't be asked. */
  physicalId(logicalId: string): Promise<string | undefined>;
  /** A parameter of the Parameter Store; `undefined` if there is none, or AWS can't be asked. */
  storedParameter(name: string): Promise<string | undefined>;
  /** The text of a secret, by its name; `undefined` if there is none, or AWS can't be asked. */
  secret?(name: string): Promise<string | undefined>;
  /** An export of a stack in the account; `undefined` if there is none, or AWS can't be asked. */
  exportValue(name: string): Promise<string | undefined>;
}
