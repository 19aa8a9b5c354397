/** One flag of the command. */
export interface Flag {
  readonly kind: 'value' | 'pairs' | 'switch';
  readonly short?: string;
  /** The placeholder for the value in the help. */
  readonly placeholder?: string;
  readonly help: string;
}

/** The flags of the command, in the order of the help. */
export const flags = {
  function: { kind: 'value', short: 'f', placeholder: 'NAME', help: 'The function, by its key or its full name' },
  service: { kind: 'value', placeholder: 'NAME', help: 'The service, where the folder has a serverless-compose.yml' },
  data: { kind: 'value', short: 'd', placeholder: 'TEXT', help: 'The event: JSON, or else a string' },
  path: {
    kind: 'value',
    short: 'p',
    placeholder: 'FILE',
    help: 'A file with the event: .json, .yml, .js, .mjs, .cjs, or text',
  },
  event: {
    kind: 'value',
    placeholder: 'SAMPLE',
    help: 'A sample event, by its name or as { sample, with }: `invoke-local event` lists them',
  },
  'event-source': {
    kind: 'value',
    placeholder: 'true',
    help: "The sample event that fits the function's own events, or { type, number, with }",
  },
  raw: { kind: 'switch', help: 'Pass the data as a string, and never as JSON' },
  context: { kind: 'value', placeholder: 'JSON', help: 'Members of the context object' },
  contextPath: { kind: 'value', short: 'x', placeholder: 'FILE', help: 'A file with members of the context object' },
  env: { kind: 'pairs', short: 'e', placeholder: 'NAME=VALUE', help: 'A variable of the handler (repeatable)' },
  'env-file': {
    kind: 'value',
    short: 'n',
    placeholder: 'FILE',
    help: 'Variables of functions as JSON, as for sam local invoke: {"Function": {"NAME": "value"}}',
  },
  stage: { kind: 'value', short: 's', placeholder: 'NAME', help: 'The stage' },
  region: { kind: 'value', short: 'r', placeholder: 'NAME', help: 'The region' },
  'aws-profile': { kind: 'value', placeholder: 'NAME', help: 'The profile whose credentials the handler gets' },
  'role-to-assume': { kind: 'value', placeholder: 'ARN', help: 'A role to assume, whose credentials the handler gets' },
  'role-session-name': { kind: 'value', placeholder: 'NAME', help: "Its session's name (default: invoke-local)" },
  'role-external-id': { kind: 'value', placeholder: 'ID', help: 'The external id that it wants' },
  'role-duration-seconds': { kind: 'value', placeholder: 'SECONDS', help: 'How long its credentials are valid' },
  config: {
    kind: 'value',
    short: 'c',
    placeholder: 'FILE',
    help: "The configuration: a serverless.* file, a template of SAM, or the CDK's cdk.out (default: what the folder has, in this order)",
  },
  'config-env': { kind: 'value', placeholder: 'NAME', help: 'The environment of samconfig.toml (default: default)' },
  synth: { kind: 'switch', help: "Run the program of cdk.json first, which makes the CDK's assembly" },
  param: { kind: 'pairs', placeholder: 'NAME=VALUE', help: 'A parameter, for the variable source param (repeatable)' },
  opt: { kind: 'pairs', placeholder: 'NAME=VALUE', help: 'An option, for the variable source opt (repeatable)' },
  variable: {
    kind: 'pairs',
    placeholder: 'NAME=VALUE',
    help: 'The answer to a variable that only somebody else knows, such as ssm:/app/db-url=… (repeatable)',
  },
  'variables-file': { kind: 'value', placeholder: 'FILE', help: 'A file of such answers, one NAME=VALUE per line' },
  'working-directory': {
    kind: 'value',
    short: 'w',
    placeholder: 'DIR',
    help: "The service's folder (default: the current one)",
  },
  interpreter: { kind: 'value', placeholder: 'PATH', help: 'The interpreter, whatever the function declares' },
  'java-runtime-client': {
    kind: 'value',
    placeholder: 'PATH',
    help: "The jar of AWS's runtime interface client for Java, or a folder with it",
  },
  isolate: {
    kind: 'value',
    placeholder: 'WORD',
    help: 'Whether the function is contained on Linux: auto (where it can be), true (or it is an error), false (default: auto)',
  },
  network: {
    kind: 'value',
    placeholder: 'WORD',
    help: "The function's network on Linux: step (that of this machine, default), none (the Runtime API, and AWS by --aws)",
  },
  package: {
    kind: 'value',
    placeholder: 'WORD',
    help: 'What a deploy would not hold, and the function loads: warn (default), enforce (it is not there), off',
  },
  'image-packages': {
    kind: 'value',
    placeholder: 'WORD',
    help: "How packages of Lambda's image are had that nothing else has: install (default), found, none",
  },
  layer: {
    kind: 'pairs',
    placeholder: 'ARN=PATH',
    help: 'The content of a layer that the project only names: a folder or a zip file (repeatable)',
  },
  'no-fetch-layers': { kind: 'switch', help: 'Do not fetch other layers with the credentials' },
  'no-extensions': { kind: 'switch', help: 'Do not start the external extensions of layers' },
  aws: {
    kind: 'value',
    placeholder: 'MODE',
    help: "The handler's calls to AWS: record, replay, none (no call leaves), forward, or { mode, match, redact, strict }",
  },
  cassette: {
    kind: 'value',
    placeholder: 'FILE',
    help: "The recorded calls (default: beside the event's file, EVENT.aws.yml)",
  },
  stubs: { kind: 'value', placeholder: 'FILE', help: 'Answers to calls that were written by hand: a file, or YAML' },
  'no-siblings': {
    kind: 'switch',
    help: 'Do not run other functions of the service here where the handler invokes them',
  },
  permissions: {
    kind: 'value',
    placeholder: 'MODE',
    help: "Judge the handler's calls to AWS by the function's own permissions: audit, or enforce (what they deny fails here too); or narrow its credentials to them: assume",
  },
  'permissions-role': {
    kind: 'value',
    placeholder: 'WHOSE',
    help: 'What assume narrows to: the configured policy (default), or the role of the deployed function',
  },
  'no-fail-on-denied': { kind: 'switch', help: 'Only warn of calls that these permissions deny' },
  'aws-calls-file': { kind: 'value', placeholder: 'FILE', help: 'Write the calls to AWS as JSON, one a line' },
  'no-inherit-env': { kind: 'switch', help: "Do not pass the shell's environment on to the handler" },
  'no-install-esbuild': {
    kind: 'switch',
    help: 'Do not install the esbuild that version 4 of the framework brings along, where a project needs it',
  },
  'stdin-timeout': {
    kind: 'value',
    placeholder: 'SECONDS',
    help: 'How long a silent standard input is waited for (default: 30)',
  },
  'report-json': { kind: 'value', placeholder: 'FILE', help: 'Write a report as JSON' },
  'report-junit': { kind: 'value', placeholder: 'FILE', help: 'Write a report as JUnit XML' },
  coverage: {
    kind: 'value',
    placeholder: 'FOLDER',
    help: 'Write what of the code ran: lcov.info, cobertura.xml, coverage.txt',
  },
  'report-html': { kind: 'value', placeholder: 'FILE', help: 'Write a report as one page to look at in a browser' },
  quiet: { kind: 'switch', short: 'q', help: 'No START, END and REPORT lines, and no notices' },
  verbose: { kind: 'switch', help: 'Say what was resolved, from where, and how long each phase took' },
  debug: { kind: 'switch', help: 'The same' },
  version: { kind: 'switch', short: 'v', help: 'Print the version' },
  help: { kind: 'switch', short: 'h', help: 'Print this help' },
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof flags;

/** Each flag, by its name without dashes. */
export const flag = (name: FlagName): Flag => flags[name];

/** Flags of `sam local invoke` under the names that they have there. */
export const aliases: Readonly<Record<string, FlagName>> = {
  '--env-vars': 'env-file',
  '--event': 'path',
  '--parameter-overrides': 'param',
  '--profile': 'aws-profile',
  '-t': 'config',
  '--template': 'config',
  '--template-file': 'config',
};

/** Flags of `serverless invoke local` and of `sam local invoke` that have no effect here: they are accepted, with a notice. */
export const ignoredFlags: Readonly<Record<string, { readonly takesValue: boolean } | undefined>> = {
  '--docker': { takesValue: false },
  '--docker-arg': { takesValue: true },
  '--skip-package': { takesValue: false },
  '--org': { takesValue: true },
  '--app': { takesValue: true },
  '--no-event': { takesValue: false },
  '--skip-pull-image': { takesValue: false },
  '--docker-network': { takesValue: true },
  '--container-env-vars': { takesValue: true },
};
