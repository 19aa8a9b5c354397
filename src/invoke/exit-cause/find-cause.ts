/** Why a process ended, from what it logged itself. */
export interface ExitCause {
  /** Such as `Error: connect ECONNREFUSED 10.0.0.1:5432`. */
  readonly message: string;
  /** The lines of its trace, as the language writes them; none if the place is unknown. */
  readonly trace: readonly string[];
  /** `false` if the log does not contain it. */
  readonly isLogged?: false;
}

/** Finds a cause in the end of a process's output; the last one if there are several. */
export type FindCause = (text: string) => ExitCause | undefined;
