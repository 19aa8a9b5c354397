/** A line of a plain mapping: its indentation, its key, and its value, if it has one on the same line. */
const memberLine = /^( *)([A-Za-z_][\w-]{0,200}):(?: ([\w./$][\w./:$(){}, @*-]*))?$/;

const emptyLine = /^ *(?:#[ -~]*)?$/;

/** Deeper ones are left to the parser, which has a limit. */
const maxDepth = 20;

/** What would end a scalar, or make it another thing than a scalar. */
const notPlain = /: | #|[: ]$/;

/**
 * The keys of a YAML text that is surely a mapping of mappings and plain scalars: one member a line, without quotes, lists,
 * anchors, tags or anything else that would have to be parsed.
 * @returns `undefined` if it may be anything else, or is wrong
 */
export function plainMappingKeys(text: string): ReadonlySet<string> | undefined {
  const root = { indent: 0, keys: new Set<string>() };
  const levels = [root];
  let mayOpen = false;
  for (const line of text.split('\n')) {
    if (emptyLine.test(line)) continue;
    const [, { length: indent } = '', key = '', value] = memberLine.exec(line) ?? [];
    if (key === '' || (value !== undefined && notPlain.test(value))) return undefined;
    if (mayOpen && indent > (levels.at(-1)?.indent ?? 0)) levels.push({ indent, keys: new Set() });
    if (levels.length > maxDepth) return undefined;
    while (levels.length > 1 && indent < (levels.at(-1)?.indent ?? 0)) levels.pop();
    const level = levels.at(-1);
    if (level === undefined || level.indent !== indent || level.keys.has(key)) return undefined;
    level.keys.add(key);
    mayOpen = value === undefined;
  }
  return root.keys.size === 0 ? undefined : root.keys;
}
