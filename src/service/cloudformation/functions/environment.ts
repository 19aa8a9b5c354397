import { kindOf } from '../../document/config-node.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import { evaluateIntrinsics } from '../evaluate.js';
import { IntrinsicFailure } from '../intrinsic-failure.js';
import { missingValue } from '../missing-value.js';
import { intrinsicIn, isMapping } from '../values.js';
import type { DeclaredFunction } from './declared-function.js';
import { evaluated } from './evaluated.js';
import type { Property } from './properties.js';

/** A function's configured environment, with the place of each variable. */
export interface TemplateEnvironment {
  readonly values: Readonly<Record<string, string>>;
  readonly places: ReadonlyMap<string, Property>;
}

/**
 * The variables of a function.
 * @param overridden the variables that the caller sets, whose configured values are not evaluated
 * @throws UserError where a value is not known, or is not text
 */
export async function readEnvironment(
  { properties, stack }: DeclaredFunction,
  overridden: ReadonlySet<string>,
): Promise<TemplateEnvironment> {
  const environment = properties.get('Environment');
  const variables = environment?.member('Variables');
  const whole = [environment, variables].find((each) => each !== undefined && intrinsicIn(each.value) !== undefined);
  if (whole !== undefined) return wholeEnvironment(await evaluated(whole, stack), whole === environment, overridden);
  if (variables === undefined) return { values: {}, places: new Map() };
  if (!isMapping(variables.value)) throw notMapping(variables);
  const places = new Map(
    Object.keys(variables.value).flatMap((key) => {
      const place = variables.member(key);
      return place === undefined ? [] : [[key, place] as const];
    }),
  );
  const failures: { key: string; place: Property; error: IntrinsicFailure }[] = [];
  const values = await Promise.all(
    [...places].map(async ([key, place], index) => {
      if (overridden.has(key)) return [];
      try {
        const value = await evaluateIntrinsics(place.value, stack.evaluation);
        return value === null ? [] : [[key, variableText(place, value)] as const];
      } catch (error) {
        if (!(error instanceof IntrinsicFailure)) throw error;
        failures[index] = { key, place, error };
        return [];
      }
    }),
  );
  const [first, ...others] = Object.values(failures);
  if (first !== undefined) {
    const missing = others.map(({ key, error }) => ({ key, question: error.question }));
    throw missingValue(first.key, first.place, first.error, missing);
  }
  return { values: Object.fromEntries(values.flat()), places };
}

function wholeEnvironment(
  setting: Setting | undefined,
  hasVariables: boolean,
  overridden: ReadonlySet<string>,
): TemplateEnvironment {
  const given = hasVariables && isMapping(setting?.value) ? (setting.value['Variables'] ?? {}) : (setting?.value ?? {});
  if (setting === undefined) return { values: {}, places: new Map() };
  if (!isMapping(given)) throw notMapping(setting);
  const entries = Object.entries(given);
  const kept = entries.filter(([key]) => !overridden.has(key));
  return {
    values: Object.fromEntries(kept.map(([key, value]) => [key, variableText(setting, value)])),
    places: new Map(entries.map(([key]) => [key, { ...setting, member: () => undefined }])),
  };
}

/** CloudFormation passes numbers and booleans on as text. */
function variableText(place: Pick<Setting, 'name' | 'node'>, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalidSetting(place, `is ${kindOf(value)}, and a variable of an environment is text`, {
    code: 'environment-invalid',
    hint: 'Quote it, or write it as JSON in a string.',
  });
}

function notMapping(place: Pick<Setting, 'name' | 'node' | 'value'>): Error {
  return invalidSetting(place, `must be a mapping, and is ${kindOf(place.value)}`, { code: 'environment-invalid' });
}
