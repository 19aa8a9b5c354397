import { basename } from 'node:path';
import { stringify } from 'yaml';
import type { SuggestedResource, SuggestedStatement } from '../../permissions/audit/suggest.js';

/**
 * Statements as the project's own configuration has them.
 * @param configFile the project's configuration. Absolute.
 * @param key the function's key
 */
export function suggestionText(statements: readonly SuggestedStatement[], configFile: string, key: string): string {
  const file = basename(configFile);
  if (file === 'manifest.json') return cdkText(statements);
  const plain = statements.map(({ Effect, Action, Resource }) => ({ Effect, Action, Resource }));
  if (/^serverless\b/.test(file)) {
    return stringify({ provider: { iam: { role: { statements: plain } } } }, { lineWidth: 0 });
  }
  const policies = [{ Version: '2012-10-17', Statement: plain }];
  return stringify({ Resources: { [key]: { Properties: { Policies: policies } } } }, { lineWidth: 0 });
}

function cdkText(statements: readonly SuggestedStatement[]): string {
  return statements
    .map(
      ({ Action, Resource }) =>
        `fn.addToRolePolicy(\n  new iam.PolicyStatement({\n    actions: [${Action.map(quoted).join(', ')}],\n    resources: [${Resource.map(cdkResource).join(', ')}],\n  }),\n);\n`,
    )
    .join('');
}

function cdkResource(resource: SuggestedResource): string {
  return typeof resource === 'string' ? quoted(resource) : `Fn.sub(${quoted(resource['Fn::Sub'])})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
