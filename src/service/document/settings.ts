import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import { constraintText, rangeConstraint } from '../../lambda/deploy/deploy-errors.js';
import { type ConfigNode, kindOf } from './config-node.js';
import { locateNode } from './locate.js';

/** A setting of the configuration, resolved. */
export interface Setting {
  /** Its dotted path, for messages. */
  readonly name: string;
  readonly node: ConfigNode;
  readonly value: unknown;
}

/** The error for a setting with a wrong value. `reason` continues a sentence that begins with its name. */
export function invalidSetting(
  { name, node }: Pick<Setting, 'name' | 'node'>,
  reason: string,
  { code = 'config-invalid', hint }: { code?: string; hint?: string | undefined } = {},
): UserError {
  return new UserError({ code, message: `${name} ${reason}.`, hint, location: locateNode(node) });
}

/** @throws UserError if the setting is not text (a number counts as text) */
export function textSetting(setting: Setting | undefined): string | undefined {
  if (setting === undefined) return undefined;
  if (typeof setting.value === 'number') return String(setting.value);
  if (typeof setting.value === 'string') return setting.value;
  throw invalidSetting(setting, `must be a string, and is ${kindOf(setting.value)}`);
}

/** Whether a value counts as `true` for the framework, which converts texts and numbers. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === 1;
}

/** @throws UserError if the setting is none of the choices */
export function choiceSetting<Choice extends string>(
  setting: Setting | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (setting === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === setting.value);
  if (choice !== undefined) return choice;
  const shown = typeof setting.value === 'string' ? `\`${setting.value}\`` : kindOf(setting.value);
  throw invalidSetting(setting, `is ${shown}; it must be one of ${choices.join(', ')}`);
}

/**
 * One of some choices. Where it is none of them, a deploy fails, and the default is used, with a warning.
 * @returns `undefined` for the default
 */
export function choiceOrDefault<Choice extends string>(
  setting: Setting | undefined,
  choices: readonly Choice[],
  report: ReportDiagnostic,
): Choice | undefined {
  const choice = choices.find((candidate) => candidate === setting?.value);
  if (setting !== undefined && choice === undefined) {
    reportDefault(setting, `must be one of ${choices.join(', ')}`, report);
  }
  return choice;
}

/** The framework passes such a value on as it is, and CloudFormation refuses it. */
function reportDefault({ name, node, value }: Setting, wanted: string, report: ReportDiagnostic): void {
  const location = locateNode(node);
  const shown = typeof value === 'string' ? `\`${value}\`` : kindOf(value);
  report({
    severity: 'warning',
    code: 'config-default-used',
    message: `${name} ${wanted}, and is ${shown}: the default is used.`,
    hint: 'A deploy would fail: CloudFormation refuses such a value.',
    ...(location === undefined ? {} : { location }),
  });
}

/** The range of a number. Outside of it, the nearest number that Lambda accepts is used, with a warning. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** Its name in the Lambda API. */
  readonly member: string;
  readonly report: ReportDiagnostic;
}

/**
 * The size of `/tmp` in MiB, in the range that Lambda has for it ("Configure ephemeral storage"). Where it is no number, a
 * deploy fails, and the default is used, with a warning.
 */
export function storageSetting(
  setting: Setting | undefined,
  report: ReportDiagnostic,
): { readonly ephemeralStorageSizeMiB?: number } {
  const range = { min: 512, max: 10_240, unit: 'MiB', member: 'ephemeralStorage.size', report };
  const sizeMiB = numberSetting(setting, range);
  return sizeMiB === undefined ? {} : { ephemeralStorageSizeMiB: sizeMiB };
}

/**
 * A number, which may be written as text. Where it is none, a deploy fails, and the default is used, with a warning.
 * @returns `undefined` for the default
 */
export function numberSetting(setting: Setting | undefined, range: NumberRange): number | undefined {
  if (setting === undefined) return undefined;
  const { name, node, value } = setting;
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  const number = isNumeric ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) {
    reportDefault(setting, `must be a number of ${range.unit}`, range.report);
    return undefined;
  }
  const used = Math.min(range.max, Math.max(range.min, Math.round(number)));
  if (used !== number) {
    const location = locateNode(node);
    const constraint = rangeConstraint(number, range.min, range.max);
    range.report({
      severity: 'warning',
      code: 'config-out-of-range',
      message: `${name} is ${number}; Lambda takes whole ${range.unit} from ${range.min} to ${range.max}, so ${used} is used.`,
      hint:
        constraint === undefined
          ? 'A deploy would refuse it.'
          : `A deploy would fail: "${constraintText(range.member, String(number), constraint)}"`,
      ...(location === undefined ? {} : { location }),
    });
  }
  return used;
}
