import { resolve } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import { statusOf } from '../../../host/status-of.js';
import type { FunctionCode } from '../../../lambda/function/lambda-function.js';
import type { ConfigNode } from '../../document/config-node.js';
import { invalidSetting, isTrue, type Setting, textSetting } from '../../document/settings.js';
import type { PluggedService } from '../plugins/listed-plugins.js';
import { firstOf } from '../plugins/listed-plugins.js';
import type { ServiceFacts } from '../root/service-facts.js';
import type { FunctionBody } from './functions.js';

/**
 * The function's code: its `package.artifact`, else the service's (unless the function is packaged individually), else its
 * folder.
 * @throws UserError where the artifact is not there, or no file.
 */
export async function readCode(
  service: PluggedService,
  body: FunctionBody,
  inherited: (key: string) => Promise<Setting | undefined>,
): Promise<{ readonly value: FunctionCode; readonly node: ConfigNode | undefined }> {
  const { resolver, root } = service;
  const own = await body.nodes('package');
  const member = async (key: string): Promise<Setting | undefined> => {
    const settings = await Promise.all(
      own.map((node) => settingBelow(service, node, `functions.${body.key}.package`, key)),
    );
    return settings.filter((setting) => setting !== undefined).at(-1);
  };
  let artifact = await member('artifact');
  if (artifact === undefined && !isTrue((await member('individually'))?.value)) {
    const shared = await resolver.walk(resolver.root, ['package']);
    artifact = shared && (await settingBelow(service, shared, 'package', 'artifact'));
  }
  if (artifact === undefined) {
    const folder = await firstOf(await service.plugins(), ({ codeFolder }) => codeFolder?.({ service, body }));
    return { value: { kind: 'folder', folder: folder ?? root }, node: undefined };
  }
  const advise = async (file: string): Promise<string | undefined> => {
    const { artifactAdvice } = await import('./artifact-advice.js');
    return artifactAdvice({ key: body.key, root, setting: inherited }, file);
  };
  return { value: { kind: 'zip', file: await artifactFile(service, artifact, advise) }, node: artifact.node };
}

/** A setting of a mapping; `undefined` if it is not set, or empty. */
export async function settingBelow(
  { resolver }: Pick<ServiceFacts, 'resolver'>,
  parent: ConfigNode,
  parentName: string,
  ...path: readonly [string, ...string[]]
): Promise<Setting | undefined> {
  const node = await resolver.walk(parent, path);
  if (node === undefined || node.value === null || node.value === '') return undefined;
  return { name: [parentName, ...path].join('.'), node, value: await resolver.value(node) };
}

/**
 * The absolute path of an artifact.
 * @param advise returns how to build a missing one, if that is known
 * @throws UserError where it is not there, or no file.
 */
export async function artifactFile(
  { root }: Pick<ServiceFacts, 'root'>,
  setting: Setting,
  advise?: (file: string) => Promise<string | undefined>,
): Promise<string> {
  const text = textSetting(setting) ?? '';
  if (/^(?:https?|s3):\/\//i.test(text)) {
    throw invalidSetting(setting, `is ${text}, and only a file can be unpacked here`, {
      code: 'artifact-remote',
      hint: 'Download it before, and name the file.',
    });
  }
  const file = resolve(root, text);
  const found = statusOf(file);
  if (found === undefined) {
    throw invalidSetting(setting, `is ${displayPath(file)}, which does not exist`, {
      code: 'artifact-missing',
      hint:
        (await advise?.(file)) ?? "Build it before this step, or correct the path: it starts from the service's root.",
    });
  }
  if (!found.isFile()) {
    throw invalidSetting(setting, `is ${displayPath(file)}, which is not a file but a folder`, {
      code: 'artifact-no-file',
      hint: 'An artifact is a zip file.',
    });
  }
  return file;
}
