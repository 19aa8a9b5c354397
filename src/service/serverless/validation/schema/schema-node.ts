/**
 * A JSON Schema of the framework. The schemas in it are places in the table of all schemas, so that those that are alike are
 * there once.
 */
export interface SchemaNode {
  readonly type?: JsonType;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly number[];
  readonly oneOf?: readonly number[];
  readonly allOf?: readonly number[];
  readonly not?: number;
  readonly properties?: Readonly<Record<string, number>>;
  readonly patternProperties?: Readonly<Record<string, number>>;
  readonly additionalProperties?: number | boolean;
  readonly propertyNames?: number;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** One schema for all items, or one for each place. */
  readonly items?: number | readonly number[];
  readonly additionalItems?: number | boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** The framework's own keyword: a pattern with flags, as `/…/i`. */
  readonly regexp?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** The schemas of one version of the framework, as places in the table. */
export interface VersionSchemas {
  /** Of the root of a configuration, its functions, layers and resources not looked at. */
  readonly service: number;
  /** Of a function, its events not looked at. */
  readonly function: number;
  readonly layer: number;
  /** Of the settings of each kind of event. */
  readonly events: Readonly<Record<string, number>>;
}

/** The versions whose schemas are known: version 3 and osls 3, osls 4, and version 4. */
export type SchemaVersion = 'version3' | 'osls4' | 'version4';

export interface SchemaTable {
  readonly versions: Readonly<Record<SchemaVersion, VersionSchemas>>;
  readonly nodes: readonly SchemaNode[];
}
