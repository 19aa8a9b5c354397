import type { Evaluation } from './evaluation.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import type { TemplateParameter } from './template.js';
import { textOf } from './values.js';

/**
 * The value of `Ref` for a parameter of the template: its default, as a list if it has a list type. If the default names a
 * parameter of the Parameter Store, it is that parameter's value. Source: CloudFormation user guide, "Parameters".
 * @throws IntrinsicFailure if it has no default, or the Parameter Store can't be asked
 */
export async function parameterValue(
  name: string,
  { type = 'String', default: given }: TemplateParameter,
  { lookup, template }: Evaluation,
): Promise<unknown> {
  if (given === undefined || given === null) {
    throw new IntrinsicFailure(`refers to the parameter ${name}, which has no default`, {
      question: `ref:${name}`,
      hint: template.parameterHint?.(name),
    });
  }
  const stored = /^AWS::SSM::Parameter::Value<(.*)>$/.exec(type)?.[1];
  const value = stored === undefined ? given : await storedValue(name, textOf(given, `the default of ${name}`), lookup);
  return isList(stored ?? type) && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
}

async function storedValue(name: string, storedName: string, lookup: Evaluation['lookup']): Promise<string> {
  const question = `ssm:${storedName}`;
  const value = lookup.given(question) ?? (await lookup.storedParameter(storedName));
  if (value !== undefined) return value;
  throw new IntrinsicFailure(`refers to the parameter ${name}, whose value the Parameter Store has as ${storedName}`, {
    question,
  });
}

function isList(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}
