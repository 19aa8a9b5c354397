import { parseArgs } from 'node:util';
import { UserError } from '../diagnostics/user-error.js';
import { findSample, sampleEvent, samples, somewhere } from '../event/samples/samples.js';
import { exitCodes } from './exit-codes.js';
import { writeAll } from './print.js';

const usage = `Usage: invoke-local event [KIND] [--with JSON] [--region NAME]

Lists the sample events, or prints one as JSON, such as \`invoke-local event sqs --with '{"body":{"id":1}}'\`.
`;

/**
 * `invoke-local event`: lists the sample events, or prints one.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where there is no such sample, or an option is wrong
 */
export async function printSample(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse(argv);
  const [name, another] = positionals;
  if (another !== undefined) throw invalid(`One kind of event is printed at a time, and "${another}" follows.`);
  await writeAll(process.stdout, textOf(name, values));
  return exitCodes.success;
}

interface Values {
  readonly with?: string | undefined;
  readonly region?: string | undefined;
  readonly help?: boolean | undefined;
}

function textOf(name: string | undefined, { with: given, region, help }: Values): string {
  if (name === undefined) return help === true ? usage : listText();
  if (help === true) return memberText(name);
  const place = region === undefined ? somewhere : { ...somewhere, region };
  const event = sampleEvent(name, given === undefined ? {} : readMembers(given), place);
  return `${JSON.stringify(JSON.parse(event), undefined, 2)}\n`;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        with: { type: 'string' },
        region: { type: 'string', short: 'r' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw invalid((error as Error).message.split('. ')[0] ?? '');
  }
}

function listText(): string {
  const width = Math.max(...samples.map(({ name }) => name.length)) + 2;
  return samples.map(({ name, title }) => `${name.padEnd(width)}${title}\n`).join('');
}

function memberText(name: string): string {
  const sample = findSample(name);
  const own =
    sample.members.length === 0 ? '' : `Beside the members of the event, --with sets ${sample.members.join(', ')}.\n`;
  return `${sample.name}: ${sample.title}\n${own}\n${usage}`;
}

function readMembers(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(`The option --with takes JSON: ${(error as Error).message}.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalid('The option --with takes a JSON object, such as {"body":{"id":1}}.');
}

function invalid(message: string): UserError {
  return new UserError({ code: 'argument-invalid', message, hint: 'See `invoke-local event --help`.' });
}
