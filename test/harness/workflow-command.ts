/** One workflow command, as the runner reads it from a line of output. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

function decode(text: string, codes: Readonly<Record<string, string>>): string {
  let plain = text;
  for (const [code, character] of Object.entries(codes)) plain = plain.replaceAll(code, character);
  return plain.replaceAll('%25', '%');
}

const DATA = { '%0D': '\r', '%0A': '\n' };
const PROPERTY = { ...DATA, '%3A': ':', '%2C': ',' };
const OLD_FORM = { ...DATA, '%3B': ';', '%5D': ']' };

/** Pairs without a key or without a value mean nothing. */
function readProperties(
  text: string,
  separator: string,
  codes: Readonly<Record<string, string>>,
): Record<string, string> {
  const pairs = text.split(separator).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 || at === pair.length - 1 ? [] : [[pair.slice(0, at), decode(pair.slice(at + 1), codes)] as const];
  });
  return Object.fromEntries(pairs);
}

/** What .NET trims: NEL too, and no byte order mark. */
const leadingBlanks = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** `name key=value`: the name, and what is behind the first blank. */
function splitCommand(text: string): readonly [name: string, properties: string] {
  const blank = text.indexOf(' ');
  return blank === -1 ? [text, ''] : [text.slice(0, blank), text.slice(blank + 1)];
}

/** `::name key=value,key=value::data`, at the start of a line but for blanks. */
function readNewForm(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  const text = line.replace(leadingBlanks, '');
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end === -1) return undefined;
  const [told, properties] = splitCommand(text.slice(2, end));
  const name = told.toLowerCase();
  if (!names.has(name)) return undefined;
  return {
    name,
    properties: readProperties(properties.trim(), ',', PROPERTY),
    data: decode(text.slice(end + 2), DATA),
  };
}

/** `##[name key=value;key=value]data`, from the first `##[` of a line on. */
function readOldForm(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start === -1 || end === -1) return undefined;
  const [told, properties] = splitCommand(line.slice(start + 3, end));
  const name = told.toLowerCase();
  if (!names.has(name)) return undefined;
  return { name, properties: readProperties(properties, ';', OLD_FORM), data: decode(line.slice(end + 1), OLD_FORM) };
}

/**
 * Reads a line of a step's output as a command of one of the names, in either of the two forms, as the runner does
 * (its `ActionCommand.cs`).
 */
export function readCommand(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  return readNewForm(line, names) ?? readOldForm(line, names);
}
