/** A function as a caller of the Invoke API names it. */
export interface FunctionReference {
  readonly name: string;
  readonly region?: string;
  /** Twelve digits. */
  readonly account?: string;
  /** A version, `$LATEST` or an alias. */
  readonly qualifier?: string;
}

/** A name, an ARN or a part of one, as the pattern of `FunctionName` has them (API reference, "Invoke"). */
const pattern =
  /^(?:arn:aws[\w-]*:lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([\w.-]+)(?::(\$LATEST(?:\.PUBLISHED)?|[\w-]+))?$/;

/**
 * Reads how a function is named.
 * @returns `undefined` where the text can't name one
 */
export function readFunctionReference(text: string): FunctionReference | undefined {
  const [, region, account, name, qualifier] = pattern.exec(text) ?? [];
  if (name === undefined) return undefined;
  return {
    name,
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(qualifier === undefined ? {} : { qualifier }),
  };
}
