/**
 * The runtime's variables that extensions do not get (Extensions API reference, "Environment variables"); nor do they get
 * any whose name begins with an underscore. `NODE_PATH` is set by the runtimes themselves.
 */
const runtimeOnly: ReadonlySet<string> = new Set([
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_XRAY_CONTEXT_MISSING',
  'AWS_XRAY_DAEMON_ADDRESS',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
  'NODE_PATH',
]);

/** The environment of an extension, made from the runtime's. */
export function extensionEnvironment(runtime: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(runtime).filter(([name]) => !name.startsWith('_') && !runtimeOnly.has(name)),
  );
}
