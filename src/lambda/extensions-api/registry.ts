import type { ApiError } from '../runtime-api/render.js';
import { maxExtensions, nameTaken, registrationClosed, tooManyExtensions } from './errors.js';
import { type EventType, Extension } from './extension.js';

/** The extensions of one execution environment, from its start to its end. */
export class ExtensionRegistry {
  readonly #extensions: Extension[] = [];
  #open = true;
  #waits: { readonly holds: () => boolean; readonly resolve: () => void }[] = [];

  get all(): readonly Extension[] {
    return this.#extensions;
  }

  get externals(): readonly Extension[] {
    return this.#extensions.filter(({ kind }) => kind === 'external');
  }

  /** Adds the extension of a file of `/opt/extensions`, which is about to be started. */
  addExternal(name: string): Extension {
    const extension = new Extension(name, 'external', () => this.#changed());
    this.#extensions.push(extension);
    return extension;
  }

  /** Adds an extension that registers from inside the runtime, or says why it can't. */
  addInternal(name: string): Extension | ApiError {
    if (!this.#open) return registrationClosed;
    if (this.#extensions.length >= maxExtensions) return tooManyExtensions;
    if (this.#extensions.some((other) => other.name === name)) return nameTaken;
    const extension = new Extension(name, 'internal', () => this.#changed());
    this.#extensions.push(extension);
    return extension;
  }

  /** From here on no internal extension can register: the runtime is initialized. */
  close(): void {
    this.#open = false;
  }

  byId(id: string): Extension | undefined {
    return this.#extensions.find((extension) => extension.id === id);
  }

  external(name: string): Extension | undefined {
    return this.externals.find((extension) => extension.name === name);
  }

  subscribed(event: EventType): readonly Extension[] {
    return this.#extensions.filter(({ events }) => events.includes(event));
  }

  /** Waits until the extensions meet a condition. */
  until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => this.#waits.push({ holds, resolve }));
  }

  #changed(): void {
    const waits = this.#waits;
    this.#waits = [];
    for (const wait of waits) {
      if (wait.holds()) wait.resolve();
      else this.#waits.push(wait);
    }
  }
}
