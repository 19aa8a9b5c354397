import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import type {
  FunctionPermissions,
  FunctionRole,
  ManagedPolicy,
  PermissionGap,
  PermissionsBoundary,
  WrittenStatement,
} from '../../../lambda/function/function-permissions.js';
import { intrinsicIn, isMapping } from '../values.js';
import type { DeployedNames } from './deployed-names.js';
import type { PlacedValue } from './placed-value.js';

/** The policies of a role, as they are found. */
export interface Collected {
  readonly names: DeployedNames;
  readonly statements: WrittenStatement[];
  readonly managedPolicies: ManagedPolicy[];
  readonly gaps: PermissionGap[];
  boundary?: PermissionsBoundary;
}

export function newCollection(names: DeployedNames): Collected {
  return { names, statements: [], managedPolicies: [], gaps: [] };
}

/** What was found, as the permissions of a function with this role and environment. */
export function collectedPermissions(
  { statements, managedPolicies, boundary, gaps }: Collected,
  role: FunctionRole,
  environment: FunctionPermissions['environment'],
): FunctionPermissions {
  return { role, statements, managedPolicies, ...(boundary === undefined ? {} : { boundary }), gaps, environment };
}

/** A member for a place, where that is known. */
export function at(location: SourceLocation | undefined): { readonly location?: SourceLocation } {
  return location === undefined ? {} : { location };
}

/** Adds a statement of the configuration. */
export async function addStatement(statement: PlacedValue, source: string, into: Collected): Promise<void> {
  into.statements.push(...(await statementOf(statement, source, into)));
}

/** Adds a statement that a tool makes. */
export async function addMadeStatement(statement: PlacedValue, source: string, into: Collected): Promise<void> {
  const found = await statementOf(statement, source, into);
  into.statements.push(...found.map((each) => ({ ...each, isAdded: true })));
}

/** Adds the statements of a policy's document. */
export async function addDocument(document: PlacedValue, source: string, into: Collected): Promise<void> {
  into.statements.push(...(await documentStatements(document, source, into)));
}

/** The statements of a policy's document: a list, or a single one. */
export async function documentStatements(
  document: PlacedValue,
  source: string,
  into: Collected,
): Promise<WrittenStatement[]> {
  if (intrinsicIn(document.value) !== undefined) return computedStatements(document, source, into);
  const list = await document.member('Statement');
  if (list === undefined) return [];
  const isWhole = intrinsicIn(list.value) !== undefined || !Array.isArray(list.value);
  const items = isWhole ? [list] : await list.items();
  const found = await Promise.all(items.map((item) => statementOf(item, source, into)));
  const version = await document.member('Version');
  const hasVariables = version !== undefined && versionText(version.value) !== oldVersion;
  return found.flat().map((statement) => (hasVariables ? statement : { ...statement, hasVariables }));
}

/** The version of a policy that names none. It knows no variables. */
const oldVersion = '2008-10-17';

/** YAML reads a version without quotes as a date in some dialects. */
function versionText(version: unknown): string {
  return version instanceof Date ? version.toISOString().slice(0, 10) : String(version).slice(0, 10);
}

/** The statements of a document that an intrinsic function chooses. */
async function computedStatements(document: PlacedValue, source: string, into: Collected): Promise<WrittenStatement[]> {
  const value = await into.names.evaluate(document.value, (reason) => addGap(document, source, reason, into));
  if (!isMapping(value)) return [];
  return listed(value['Statement']).flatMap((each) =>
    isMapping(each) ? [{ value: each, source, ...at(document.location()) }] : [],
  );
}

async function statementOf(statement: PlacedValue, source: string, into: Collected): Promise<WrittenStatement[]> {
  const value = await into.names.evaluate(statement.value, (reason) => addGap(statement, source, reason, into));
  return listed(value).flatMap((each) =>
    isMapping(each) ? [{ value: each, source, ...at(statement.location()) }] : [],
  );
}

/** Adds managed policies by their ARNs. */
export async function addManagedPolicies(list: PlacedValue, source: string, into: Collected): Promise<void> {
  const items = Array.isArray(list.value) ? await list.items() : [list];
  for (const item of items) {
    const value = await into.names.evaluate(item.value, (reason) => addGap(item, source, reason, into));
    for (const arn of listed(value)) {
      if (typeof arn === 'string') into.managedPolicies.push({ arn, source, ...at(item.location()) });
    }
  }
}

/** Notes that a part of a policy is not known. `reason` continues a sentence that begins with the source. */
export function addGap(value: PlacedValue, source: string, reason: string, into: Collected): void {
  into.gaps.push({
    message: `${source.charAt(0).toUpperCase()}${source.slice(1)} ${reason}.`,
    ...at(value.location()),
  });
}

/** A value as a list: itself, flat, or of one. */
export function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flat(Number.POSITIVE_INFINITY);
  return value === undefined || value === null ? [] : [value];
}
