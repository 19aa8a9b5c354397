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

function readProperties(
  text: string,
  separator: string,
  codes: Readonly<Record<string, string>>,
): Record<string, string> {
  const pairs = text.split(separator).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), decode(pair.slice(at + 1), codes)] as const];
  });
  return Object.fromEntries(pairs);
}

/** `::name key=value,key=value::data`, at the start of a line but for blanks. */
function readNewForm(line: string): WorkflowCommand | undefined {
  const [, name, properties, data] = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  return { name, properties: readProperties(properties ?? '', ',', PROPERTY), data: decode(data ?? '', DATA) };
}

/** `##[name key=value;key=value]data`, anywhere in a line. */
function readOldForm(line: string): WorkflowCommand | undefined {
  const [, name, properties, data] = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  return { name, properties: readProperties(properties ?? '', ';', OLD_FORM), data: decode(data ?? '', OLD_FORM) };
}

/** Reads a line of a step's output as a command of one of the names, in either of the two forms. */
export function readCommand(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  for (const command of [readNewForm(line), readOldForm(line)]) {
    if (command !== undefined && names.has(command.name.toLowerCase()))
      return { ...command, name: command.name.toLowerCase() };
  }
  return undefined;
}
