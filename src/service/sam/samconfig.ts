import { join } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { isMapping } from '../document/config-node.js';
import { readText } from '../document/read-text.js';
import { readParameters } from './parameter-files.js';
import { parseToml } from './toml.js';

/** What a project's `samconfig` file says that matters for an invocation. */
export interface SamConfig {
  readonly parameters: Readonly<Record<string, string>>;
  readonly stackName?: string;
  readonly region?: string;
  readonly profile?: string;
}

/** The commands whose sections are read; a value in an earlier one comes first. */
const commands = ['local_invoke', 'deploy', 'global'];

/**
 * Reads `samconfig.toml` (or `.yaml`, `.yml`) of a folder. Source: AWS SAM developer guide, "AWS SAM CLI configuration file".
 * @param environment the name of the environment whose sections are read, `default` where none is given
 * @param workingDirectory where the paths of files with parameters start. Absolute.
 * @throws UserError where it does not parse, or has no such environment
 */
export async function readSamConfig(
  folder: string,
  environment: string | undefined,
  workingDirectory: string,
): Promise<SamConfig> {
  const found = await readFirst(folder);
  if (found === undefined) {
    if (environment === undefined) return { parameters: {} };
    throw new UserError({
      code: 'samconfig-missing',
      message: `The environment ${environment} was named, and there is no samconfig.toml in ${displayPath(folder)}.`,
    });
  }
  const { file, value } = found;
  const section = isMapping(value) ? value[environment ?? 'default'] : undefined;
  if (section === undefined && environment !== undefined) {
    const names = isMapping(value) ? Object.keys(value).filter((name) => name !== 'version') : [];
    throw new UserError({
      code: 'samconfig-environment',
      message: `${displayPath(file)} has no environment ${environment}.`,
      hint: names.length === 0 ? undefined : `It has ${names.join(', ')}.`,
      location: { file },
    });
  }
  const layers = commands.map((command) => parametersOf(section, command));
  const text = (name: string): string | undefined =>
    layers.map((layer) => layer[name]).find((each): each is string => typeof each === 'string' && each !== '');
  const stackName = text('stack_name');
  const region = text('region');
  const profile = text('profile');
  const name = `parameter_overrides in ${displayPath(file)}`;
  const overrides = layers
    .toReversed()
    .map((layer) => readParameters(layer['parameter_overrides'], { name, file, folder: workingDirectory }));
  return {
    parameters: Object.assign({}, ...(await Promise.all(overrides))),
    ...(stackName === undefined ? {} : { stackName }),
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
  };
}

async function readFirst(folder: string): Promise<{ readonly file: string; readonly value: unknown } | undefined> {
  const toml = join(folder, 'samconfig.toml');
  const text = await readText(toml);
  if (text !== undefined) return { file: toml, value: await parseToml(text, toml) };
  for (const name of ['samconfig.yaml', 'samconfig.yml']) {
    const file = join(folder, name);
    const yaml = await readText(file);
    if (yaml === undefined) continue;
    const { readYaml } = await import('../document/read-yaml.js');
    return { file, value: readYaml(yaml, file) };
  }
  return undefined;
}

function parametersOf(section: unknown, command: string): Readonly<Record<string, unknown>> {
  const own = isMapping(section) ? section[command] : undefined;
  const parameters = isMapping(own) ? own['parameters'] : undefined;
  return isMapping(parameters) ? parameters : {};
}
