import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import { displayPath } from '../../../diagnostics/display-path.js';
import { type ConfigNode, childNode, isMapping, kindOf } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import { invalidSetting, type Setting, textSetting } from '../../document/settings.js';
import type { Dialect } from '../root/dialect.js';
import type { Resolver } from '../variables/resolver.js';
import { dialectOfFile } from './find-composition.js';

/** How a composition has one of its services. */
export interface ComposedService {
  /** The folder of the service. Absolute. */
  readonly folder: string;
  /** Its configuration file, where it is not one of the default ones. Absolute. */
  readonly config: string | undefined;
  readonly region: string | undefined;
  readonly params: ConfigNode | undefined;
  readonly dialect: Dialect;
}

/** The kinds of services that are configured by a file of the framework. */
const ownComponent = 'serverless-framework';

/**
 * Reads how a composition has a service: its `path`, and what `@serverless/compose` knows beside it, `config` and `region`.
 * @param folder the composition's own
 * @throws UserError where it is no service of the framework, or its folder is not there
 */
export async function readComposedService(
  name: string,
  service: ConfigNode,
  { folder, resolver, report }: { folder: string; resolver: Resolver; report: ReportDiagnostic },
): Promise<ComposedService> {
  const setting = async (key: string): Promise<Setting | undefined> => {
    const node = childNode(service, key);
    const value = node && (await resolver.value(node));
    if (node === undefined || value === null || value === '') return undefined;
    return { name: `services.${name}.${key}`, node, value };
  };
  const component = await setting('component');
  if (component !== undefined && component.value !== ownComponent) {
    throw invalidSetting(component, `is ${textSetting(component)}: only services of the framework can be run`, {
      code: 'composition-component',
    });
  }
  const path = await setting('path');
  const root = resolve(folder, textSetting(path) ?? '.');
  if (path === undefined || relative(folder, root) === '') {
    throw invalidSetting(
      path ?? { name: `services.${name}.path`, node: service },
      path === undefined ? 'is missing' : "leads to the composition's own folder",
      { code: 'composition-path', hint: 'It is the folder of the service, relative to the composition.' },
    );
  }
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw invalidSetting(path, `leads to ${displayPath(root)}, which is no folder`, { code: 'composition-path' });
  }
  const given = childNode(service, 'params');
  const params = given && (await resolver.settle(given));
  if (params !== undefined && params.value !== null && !isMapping(params.value)) {
    throw invalidSetting(
      { name: `services.${name}.params`, node: params },
      `must be a mapping, and is ${kindOf(params.value)}`,
    );
  }
  const [config, region] = [await setting('config'), await setting('region')];
  const configName = textSetting(config);
  const file = configName === undefined ? undefined : resolve(root, configName);
  const dialect = dialectOfFile(root, file);
  const settled = { folder: root, params, dialect };
  if (dialect.composed === 'flags') return { ...settled, config: file, region: textSetting(region) };
  for (const ignored of [config, region]) {
    if (ignored === undefined) continue;
    const location = locateNode(ignored.node);
    report({
      severity: 'notice',
      code: 'composition-ignored',
      message: `${ignored.name} is not looked at: version 4 of the framework does not know it.`,
      ...(location === undefined ? {} : { location }),
    });
  }
  return { ...settled, config: undefined, region: undefined };
}
