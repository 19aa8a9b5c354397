/** What a statement in PartiQL does, and to which table or index. */
export interface PartiqlStatement {
  readonly action: 'PartiQLDelete' | 'PartiQLInsert' | 'PartiQLSelect' | 'PartiQLUpdate';
  readonly table: string | null;
  readonly index?: string;
}

const actions = {
  delete: 'PartiQLDelete',
  insert: 'PartiQLInsert',
  select: 'PartiQLSelect',
  update: 'PartiQLUpdate',
} as const;

/** `SELECT … FROM "Table"."Index"`, `INSERT INTO "Table" …`, `UPDATE "Table" …`, `DELETE FROM "Table" …`, also as a check in a transaction. */
export function statementOf(statement: string): PartiqlStatement {
  const name = String.raw`("[^"]+"|[\w.-]+?)(?:\s*\.\s*("[^"]+"|[\w-]+))?`;
  const [verb = 'select'] = /\b(?:select|insert|update|delete)\b/i.exec(statement) ?? [];
  const kind = verb.toLowerCase() as keyof typeof actions;
  const place = kind === 'update' ? 'update' : kind === 'insert' ? 'into' : 'from';
  const [, table, index] = new RegExp(String.raw`\b${place}\s+${name}(?=[\s;]|$)`, 'i').exec(statement) ?? [];
  return {
    action: actions[kind],
    table: table === undefined ? null : unquoted(table),
    ...(index === undefined ? {} : { index: unquoted(index) }),
  };
}

function unquoted(name: string): string {
  return name.replaceAll('"', '');
}
