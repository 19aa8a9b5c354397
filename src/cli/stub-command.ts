import { findOperation } from '../aws-gateway/cassette/find-operation.js';
import { servicesMetadata } from '../aws-gateway/models/load-model.js';
import { isModelled } from '../aws-gateway/models/unmodelled.js';
import { stubTemplate } from '../aws-gateway/stubs/template.js';
import { UserError } from '../diagnostics/user-error.js';
import { exitCodes } from './exit-codes.js';
import { writeAll } from './print.js';

const usage = `Usage: invoke-local stub SERVICE:OPERATION

Prints a stub of a call to AWS to begin with, such as \`invoke-local stub s3:GetObject\`.
Services: SERVICES
`;

/**
 * `invoke-local stub`: prints a stub of a call.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where there is no such call
 */
export async function printStub(argv: readonly string[]): Promise<number> {
  await writeAll(process.stdout, textOf(argv));
  return exitCodes.success;
}

function textOf([call = '', another]: readonly string[]): string {
  const services = Object.keys(servicesMetadata()).join(', ');
  if (call === '' || call === '--help' || call === '-h') return usage.replace('SERVICES', services);
  if (another !== undefined) throw invalid(`One call is printed at a time, and "${another}" follows.`);
  const [, service, operation] = /^([\w-]+):(\w+)$/.exec(call) ?? [];
  if (service === undefined || operation === undefined) throw invalid(`"${call}" is no call.`);
  const found = findOperation(service, operation);
  if ('message' in found)
    throw invalid(`${found.message.charAt(0).toUpperCase()}${found.message.slice(1)}.`, found.hint);
  if (!isModelled(found.model)) throw invalid(`There is no model of ${service}.`, `There are ${services}.`);
  return stubTemplate(found.model, operation, found.operation);
}

function invalid(
  message: string,
  hint = 'Write the service and the operation: `invoke-local stub s3:GetObject`.',
): UserError {
  return new UserError({ code: 'argument-invalid', message, hint });
}
