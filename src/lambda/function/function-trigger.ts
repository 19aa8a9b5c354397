/** What sends events to a function, as the project's configuration has it. */
export interface FunctionTrigger {
  /** What the configuration calls its kind, such as `httpApi`. */
  readonly type: string;
  /** The sample event of the source, and what of it the configuration settles; or the event itself, where it is configured. */
  readonly event:
    | { readonly sample: string; readonly given: Readonly<Record<string, unknown>> }
    | { readonly value: unknown };
}
