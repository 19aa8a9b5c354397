import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import { locateNode } from '../../document/locate.js';
import type { FunctionBody } from '../function/functions.js';
import type { PluggedService } from './listed-plugins.js';
import type { FunctionInput } from './plugin.js';

/** The service with its configuration as changed by its plugins. */
export async function withPluginChanges(service: PluggedService): Promise<PluggedService> {
  const { changing } = await service.plugins();
  let changed = service;
  for (const { effects } of changing) {
    if (effects.configuration === undefined) continue;
    const changes = await effects.configuration(changed);
    if (changes.length === 0) continue;
    const { withChanges } = await import('../root/changed-configuration.js');
    changed = { ...changed, resolver: await withChanges(changed.resolver, changes) };
  }
  return changed;
}

/** The settings of a function as changed by the service's plugins. */
export async function changedSettings(service: PluggedService, body: FunctionBody): Promise<FunctionBody> {
  const { changing } = await service.plugins();
  let changed = body;
  for (const { effects } of changing) changed = (await effects.settings?.({ service, body: changed })) ?? changed;
  return changed;
}

/** Changes a value of the CloudFormation template; `undefined` if no plugin changes such values. */
export async function templateChange(service: PluggedService): Promise<((value: unknown) => unknown) | undefined> {
  const { changing } = await service.plugins();
  const changes: ((value: unknown) => unknown)[] = [];
  for (const { effects } of changing) if (effects.template !== undefined) changes.push(await effects.template(service));
  if (changes.length === 0) return undefined;
  return (value) => changes.reduce((changed, change) => change(changed), value);
}

/** The function as the service's plugins deploy it. What it lacks here is reported. */
export async function changedFunction(
  fn: LambdaFunction,
  input: FunctionInput<PluggedService>,
): Promise<LambdaFunction> {
  const { plugins, report } = input.service;
  const { changing } = await plugins();
  let changed = fn;
  for (const { name, node, effects } of changing) {
    changed = (await effects.function?.(changed, input)) ?? changed;
    const sentence = await effects.leftOut?.(input);
    if (sentence === undefined) continue;
    const location = locateNode(node);
    report({
      severity: 'notice',
      code: 'plugin-left-out',
      message: `${name} is not run: ${sentence}.`,
      ...(location === undefined ? {} : { location }),
    });
  }
  return changed;
}
