import type { Language } from '../function/runtimes.js';

/** A layer of AWS whose content is published as packages. */
export interface PublishedLayer {
  /** Its name, `AWSLambdaPowertoolsPythonV3`. */
  readonly name: string;
  readonly language: Language;
  /** The major of its packages. */
  readonly major: number;
  /** Which of a function's packages it has. A name that ends with `/` stands for all that begin with it. */
  readonly names: readonly string[];
}

/**
 * The accounts that publish Powertools for AWS Lambda, in the commercial regions, and the names of their layers (its documentation,
 * "Lambda layer": https://docs.powertools.aws.dev/lambda/python/latest/ and https://docs.powertools.aws.dev/lambda/typescript/latest/).
 */
const powertools =
  /^arn:aws:lambda:[a-z0-9-]+:(?:017000801446:layer:(AWSLambdaPowertoolsPythonV(\d+))|094274105915:layer:(AWSLambdaPowertoolsTypeScriptV(\d+)))(?:-[\w-]+)?(?::\d+)?$/;

/** What the layer for Python has at the top level: the extra `all` of the package, with what that needs. */
const pythonModules = [
  'aws_lambda_powertools',
  'aws_encryption_sdk',
  'aws_xray_sdk',
  'fastjsonschema',
  'jmespath',
  'jsonpath_ng',
  'pydantic',
  'pydantic_core',
  'typing_extensions',
  'wrapt',
];

/** The layer of an ARN, if its content is published as packages. */
export function publishedLayer(arn: string): PublishedLayer | undefined {
  const [, python, pythonMajor, typescript, typescriptMajor] = powertools.exec(arn) ?? [];
  if (python !== undefined) {
    return { name: python, language: 'python', major: Number(pythonMajor), names: pythonModules };
  }
  if (typescript === undefined) return undefined;
  return { name: typescript, language: 'nodejs', major: Number(typescriptMajor), names: ['@aws-lambda-powertools/'] };
}
