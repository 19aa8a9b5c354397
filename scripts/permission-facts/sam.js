import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonPackage } from './pip.js';

/** The connectors' source and destination that a function can be. */
const fn = 'AWS::Lambda::Function';

/**
 * SAM's policy templates, and the statements of its connectors that a function's role gets, from the package aws-sam-translator.
 * @param {string} folder the cache folder
 * @param {string} version
 */
export function samFacts(folder, version) {
  const place = pythonPackage(folder, 'aws_sam_translator', version);
  const read = (...path) => JSON.parse(readFileSync(join(place, 'samtranslator', ...path), 'utf8'));
  const { Templates: templates } = read('policy_templates_data', 'policy_templates.json');
  const { Permissions: profiles } = read('model', 'connector_profiles', 'profiles.json');
  return {
    templates: Object.fromEntries(
      Object.entries(templates).map(
        ([
          name,
          {
            Definition: { Statement: statements },
            Parameters: parameters,
          },
        ]) => [name, { parameters: Object.keys(parameters), statements }],
      ),
    ),
    connectors: {
      from: categories(profiles[fn], true),
      to: categories(
        Object.fromEntries(Object.entries(profiles).flatMap(([type, to]) => (fn in to ? [[type, to[fn]]] : []))),
        false,
      ),
    },
    license: ['NOTICE', 'LICENSE'].map((name) =>
      readFileSync(join(place, `aws_sam_translator-${version}.dist-info`, 'licenses', name), 'utf8'),
    ),
  };
}

/** For each type of the other end, the statements of each kind of access. */
function categories(profiles, isOfSource) {
  const found = Object.entries(profiles).flatMap(([type, { Type: kind, Properties: properties }]) => {
    if (kind !== 'AWS_IAM_ROLE_MANAGED_POLICY' || properties.SourcePolicy !== isOfSource) return [];
    const access = Object.entries(properties.AccessCategories).map(([name, { Statement }]) => [name, Statement]);
    return [[type, Object.fromEntries(access)]];
  });
  return Object.fromEntries(found);
}
