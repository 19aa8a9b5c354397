/** What a plugin adds to the properties that the framework knows of a configuration, as dotted paths. */
export interface AddedProperties {
  /** Below each function: `alarms`. */
  readonly function?: readonly string[];
  /** Below `provider`: `environmentSetup`. */
  readonly provider?: readonly string[];
  /** At the root: `constructs`. */
  readonly service?: readonly string[];
  /** Types of events, and properties of such: `existingS3`, `http.documentation`. */
  readonly events?: readonly string[];
}

/** A plugin of the framework, and what is done about it here. No plugin itself is ever loaded. */
export interface Plugin {
  /** The name by which a service lists it. */
  readonly name: string;
  /** Other packages that do the same by the same settings: forks, and what it was called before. */
  readonly otherNames?: readonly string[];
  /** What it changes of a function; `undefined` where it changes none: it deploys, or runs something else. */
  readonly changes?: PluginChanges;
  readonly adds?: AddedProperties;
  /** The variable sources that it brings: `construct` for `${construct:…}`. */
  readonly sources?: readonly string[];
}

/** What a plugin changes of a function, as `docs/serverless.md` has it: Markdown. */
export interface PluginChanges {
  /** What it does at a deploy. */
  readonly deploy: string;
  /** What is done here. */
  readonly here: string;
}

/** Plugins that change no function, of one concern. */
export interface PluginFamily {
  /** What they are about, as `docs/serverless.md` has it. */
  readonly about: string;
  readonly plugins: readonly Plugin[];
}
