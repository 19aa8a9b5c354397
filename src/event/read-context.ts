import { UserError } from '../diagnostics/user-error.js';
import type { ContextRequest } from './request.js';
import type { EventTools } from './tools.js';

/**
 * Reads the members of the mocked context that the caller sets. It is read apart from the event, so that a mistake in one
 * never affects the other.
 * @returns the members; `{}` if none are given
 * @throws UserError where it is not a JSON object.
 */
export async function readContext(request: ContextRequest, tools: EventTools): Promise<Record<string, unknown>> {
  const { data, path } = request;
  if (path === undefined && (data === undefined || data.trim() === '')) return {};
  const { assertJson, readFileAsJson } = await import('./file.js');
  if (path === undefined) {
    const text = data ?? '';
    await assertJson(text, 'The context');
    return asObject(JSON.parse(text), 'The context');
  }
  if (data !== undefined) {
    tools.report({
      severity: 'warning',
      code: 'context-data-ignored',
      message: `The context is the content of ${path}: the file wins over the context that was given directly.`,
      hint: 'Pass only one of them.',
    });
  }
  const json = await readFileAsJson({ path, role: 'context file' }, tools);
  return asObject(JSON.parse(json.toString()), `The context file ${path}`);
}

function asObject(value: unknown, origin: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  throw new UserError({
    code: 'context-not-an-object',
    message: `${origin} must be a JSON object, and is ${found}.`,
    hint: 'For example: {"clientContext":{"custom":{"tenant":"a"}}}',
  });
}
