import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { ConditionTest } from '../evaluation/conditions/evaluate-condition.js';

/** The patterns of a statement's actions or resources: those that it means, or all others. */
export interface Patterns {
  /** Whether they are those that are left out (`NotAction`, `NotResource`). */
  readonly isExclusion: boolean;
  readonly texts: readonly string[];
}

/** A statement of a policy. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly sid?: string;
  readonly actions: Patterns;
  readonly resources: Patterns;
  readonly conditions: readonly ConditionTest[];
  /** Whether its policy's version knows variables: 2012-10-17 does, the default does not. */
  readonly hasVariables: boolean;
  /** What it comes from, for messages. */
  readonly source: string;
  /** Whether it is of the project's own configuration, and not one that a tool or AWS adds. */
  readonly isOwn: boolean;
  readonly location?: SourceLocation;
}

/** Statements, and what is missing of them. */
export interface PolicySet {
  readonly statements: readonly Statement[];
  /** Why statements are missing, each a clause that could follow "because". */
  readonly gaps: readonly string[];
}
