/** Where a runtime stands with the Runtime API; the names are those of the runtime interface emulator (`core/states.go`). */
export type RuntimeState =
  | 'Started'
  | 'InitError'
  | 'Ready'
  | 'Running'
  | 'InvocationResponse'
  | 'InvocationErrorResponse'
  | 'RuntimeResponseSentState';

/** The transitions that are allowed; any other is answered with 403 `InvalidStateTransition`. */
const transitions: Readonly<Record<RuntimeState, readonly RuntimeState[]>> = {
  Started: ['Ready', 'InitError'],
  InitError: [],
  Ready: ['Ready', 'Running'],
  Running: ['Running', 'InvocationResponse', 'InvocationErrorResponse'],
  InvocationResponse: ['RuntimeResponseSentState'],
  InvocationErrorResponse: ['RuntimeResponseSentState'],
  RuntimeResponseSentState: ['Ready'],
};

/** Whether a runtime in state `from` may go to state `to`. */
export function isAllowed(from: RuntimeState, to: RuntimeState): boolean {
  return transitions[from].includes(to);
}
