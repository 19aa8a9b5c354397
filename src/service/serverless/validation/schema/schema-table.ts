import { schemaText } from './data.js';
import type { SchemaTable } from './schema-node.js';

let table: SchemaTable | undefined;

/** The schemas of the framework, read once. */
export function schemaTable(): SchemaTable {
  table ??= JSON.parse(schemaText) as SchemaTable;
  return table;
}
