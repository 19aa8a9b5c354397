import type { EventType } from '../extensions-api/extension.js';
import type { ExtensionState } from '../extensions-api/states.js';

/** Where an extension stood at the end of an init phase. */
export interface ExtensionStatus {
  readonly name: string;
  readonly state: ExtensionState;
  readonly events: readonly EventType[];
  readonly errorType?: string;
}
