/** Where an extension stands with the Extensions API; the names are those of the runtime interface emulator. */
export type ExtensionState = 'Started' | 'Registered' | 'Ready' | 'Running' | 'InitError' | 'ExitError' | 'LaunchError';

/**
 * The transitions that are allowed; any other is answered with 403 `Extension.InvalidExtensionState`. Errors may be
 * reported again: the first one counts.
 */
const transitions: Readonly<Record<ExtensionState, readonly ExtensionState[]>> = {
  Started: ['Registered', 'LaunchError'],
  Registered: ['Ready', 'InitError', 'ExitError'],
  Ready: ['Running', 'ExitError'],
  Running: ['Ready', 'ExitError'],
  InitError: ['InitError'],
  ExitError: ['ExitError'],
  LaunchError: [],
};

/** Whether an extension in state `from` may go to state `to`. */
export function isAllowed(from: ExtensionState, to: ExtensionState): boolean {
  return transitions[from].includes(to);
}
