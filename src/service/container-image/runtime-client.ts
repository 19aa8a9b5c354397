/** AWS's runtime clients, as an entry point starts them. Source: Lambda developer guide, "Using a non-AWS base image". */
const clients: Readonly<Record<string, RegExp>> = {
  python: /\bawslambdaric\b/,
  nodejs: /\baws-lambda-ric\b/,
  ruby: /\baws_lambda_ric\b/,
};

/** Whether the words of an entry point, or the script that they start, run AWS's client for a runtime. */
export function startsClient(runtime: string, words: readonly string[], script: string | undefined): boolean {
  const [, language = ''] = /^([a-z]+)/.exec(runtime) ?? [];
  const client = clients[language];
  return client !== undefined && (client.test(words.join(' ')) || client.test(script ?? ''));
}

/** Whether an entry point is that of Lambda's own images. */
export function isLambdaEntryPoint(words: readonly string[]): boolean {
  return words.length === 0 || /(?:^|\/)(?:lambda-entrypoint\.sh|aws-lambda-rie|bootstrap)$/.test(words[0] ?? '');
}
