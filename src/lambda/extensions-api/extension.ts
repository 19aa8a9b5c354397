import type { ServerResponse } from 'node:http';
import { requestUuid } from '../../process/random.js';
import { type ExtensionEvent, renderEvent } from './events.js';
import { type ExtensionState, isAllowed } from './states.js';

/** The events that an extension can register for. */
export type EventType = 'INVOKE' | 'SHUTDOWN';

/**
 * One extension of an execution environment. An external one is a process of its own, started from `/opt/extensions`; an
 * internal one is a part of the runtime's process that registers itself.
 */
export class Extension {
  readonly id = requestUuid();
  readonly name: string;
  readonly kind: 'external' | 'internal';
  /** The error type that the extension reported, or the platform's where the extension could not be started. */
  errorType: string | undefined;
  readonly #onChange: () => void;
  #state: ExtensionState = 'Started';
  #events: readonly EventType[] = [];
  /** The request for the next event that is still unanswered. */
  #waiting: ServerResponse | undefined;
  /** The event that it gets with its next request. */
  #queued: ExtensionEvent | undefined;

  /** `onChange` is called after every change of its state. */
  constructor(name: string, kind: 'external' | 'internal', onChange: () => void) {
    this.name = name;
    this.kind = kind;
    this.#onChange = onChange;
  }

  get state(): ExtensionState {
    return this.#state;
  }

  /** The events that it registered for, in the order in which it named them. */
  get events(): readonly EventType[] {
    return this.#events;
  }

  /** Makes a transition. @returns whether it was allowed */
  move(to: ExtensionState, errorType?: string): boolean {
    if (!isAllowed(this.#state, to)) return false;
    this.#state = to;
    this.errorType ??= errorType;
    this.#onChange();
    return true;
  }

  /** Takes its registration. @returns whether it was allowed */
  register(events: readonly EventType[]): boolean {
    if (!this.move('Registered')) return false;
    this.#events = [...new Set(events)];
    return true;
  }

  /** Takes its request for the next event, which is answered when there is one. @returns whether it was allowed */
  awaitEvent(response: ServerResponse): boolean {
    if (!this.move('Ready')) return false;
    this.#waiting = response;
    this.#deliver();
    return true;
  }

  /** Hands it an event: now if it is waiting for one, else with its next request. */
  dispatch(event: ExtensionEvent): void {
    this.#queued = event;
    this.#deliver();
  }

  #deliver(): void {
    const response = this.#waiting;
    const event = this.#queued;
    if (response === undefined || event === undefined) return;
    this.#waiting = undefined;
    this.#queued = undefined;
    if (this.move('Running')) renderEvent(response, event);
  }
}
