const brief = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Flags for the programs of a JDK: none of them runs so long that the better compiler and collector would pay. */
export const briefJdk: readonly string[] = brief.map((flag) => `-J${flag}`);

/** An environment for Maven with the same. */
export const briefMaven: NodeJS.ProcessEnv = { ...process.env, MAVEN_OPTS: brief.join(' ') };
