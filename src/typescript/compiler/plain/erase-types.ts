import ts from 'typescript-5';
import { isImporting } from '../redirect-imports.js';
import { TextEdits } from './text-edits.js';

/** A use of a name as a value. How it is called decides what may stand in its place. */
export interface Reference {
  readonly name: ts.Identifier;
  readonly role: 'value' | 'callee' | 'shorthand';
}

/** A statement of a module that imports or exports something. */
export type ModuleStatement = ts.ImportDeclaration | ts.ExportDeclaration | ts.ExportAssignment | ExportedStatement;

/** A declaration with `export` in front of it, which exists at run time. */
export type ExportedStatement = ts.VariableStatement | ts.FunctionDeclaration | ts.ClassDeclaration;

/** An import or `require` of a literal, within an expression. */
export interface ImportCall {
  readonly specifier: ts.StringLiteralLike;
}

/** A module whose types are erased, in which imports and exports are still to be written. */
export interface ErasedModule {
  readonly source: ts.SourceFile;
  readonly edits: TextEdits;
  readonly statements: readonly ModuleStatement[];
  readonly references: readonly Reference[];
  readonly importCalls: readonly ImportCall[];
  /** The names that are declared as values, imports apart, and how often. */
  readonly declared: ReadonlyMap<string, number>;
  /** Names that get another value than that of their declaration. */
  readonly assigned: ReadonlySet<string>;
  /** The names of types that are declared. */
  readonly types: ReadonlySet<string>;
}

/** What decides about the meaning of code that looks plain. */
export interface EraseOptions {
  readonly isCommonJs: boolean;
  readonly definesFields: boolean;
}

const { SyntaxKind } = ts;

/** Modifiers that mean nothing at run time. */
const typeModifiers: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.AbstractKeyword,
  SyntaxKind.OverrideKeyword,
  SyntaxKind.PrivateKeyword,
  SyntaxKind.ProtectedKeyword,
  SyntaxKind.PublicKeyword,
  SyntaxKind.ReadonlyKeyword,
]);

/** Nodes that are the same in JavaScript, so that only what is in them has to be looked at. */
const plainKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.ArrayBindingPattern,
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.AsteriskToken,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.Block,
  SyntaxKind.CaseBlock,
  SyntaxKind.CaseClause,
  SyntaxKind.CatchClause,
  SyntaxKind.ClassStaticBlockDeclaration,
  SyntaxKind.ColonToken,
  SyntaxKind.ComputedPropertyName,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.DebuggerStatement,
  SyntaxKind.DefaultClause,
  SyntaxKind.DeleteExpression,
  SyntaxKind.DoStatement,
  SyntaxKind.EmptyStatement,
  SyntaxKind.FalseKeyword,
  SyntaxKind.ForStatement,
  SyntaxKind.IfStatement,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.NullKeyword,
  SyntaxKind.NumericLiteral,
  SyntaxKind.ObjectBindingPattern,
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.OmittedExpression,
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.PrivateIdentifier,
  SyntaxKind.QuestionDotToken,
  SyntaxKind.QuestionToken,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.SemicolonClassElement,
  SyntaxKind.SpreadAssignment,
  SyntaxKind.SpreadElement,
  SyntaxKind.StringLiteral,
  SyntaxKind.SuperKeyword,
  SyntaxKind.SwitchStatement,
  SyntaxKind.TemplateExpression,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateSpan,
  SyntaxKind.TemplateTail,
  SyntaxKind.ThisKeyword,
  SyntaxKind.TrueKeyword,
  SyntaxKind.TryStatement,
  SyntaxKind.TypeOfExpression,
  SyntaxKind.VoidExpression,
  SyntaxKind.WhileStatement,
  SyntaxKind.YieldExpression,
]);

/**
 * Erases the types of a module in its text.
 * @returns `undefined` for a module with anything that is more than types on top of JavaScript, or whose meaning is not plain to see
 */
export function eraseTypes(source: ts.SourceFile, options: EraseOptions): ErasedModule | undefined {
  const eraser = new Eraser(source, options);
  for (const statement of source.statements) {
    if (eraser.statement(statement)) return undefined;
  }
  return eraser;
}

/** Its methods tell whether the module turned out not to be plain. */
class Eraser implements ErasedModule {
  readonly source: ts.SourceFile;
  readonly edits: TextEdits;
  readonly statements: ModuleStatement[] = [];
  readonly references: Reference[] = [];
  readonly importCalls: ImportCall[] = [];
  readonly declared = new Map<string, number>();
  readonly assigned = new Set<string>();
  readonly types = new Set<string>();
  readonly #text: string;
  readonly #options: EraseOptions;
  readonly #visit = (node: ts.Node): boolean => this.#node(node);
  readonly #visitAll = (nodes: ts.NodeArray<ts.Node>): boolean => nodes.some(this.#visit);
  #functions = 0;

  constructor(source: ts.SourceFile, options: EraseOptions) {
    this.source = source;
    this.#text = source.text;
    this.edits = new TextEdits(source.text);
    this.#options = options;
  }

  /** A statement of the module itself. */
  statement(node: ts.Statement): boolean {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      this.statements.push(node);
      return node.attributes !== undefined;
    }
    if (ts.isExportAssignment(node)) {
      this.statements.push(node);
      if (node.isExportEquals === true || node.modifiers !== undefined) return true;
      this.#end(node);
      return this.#node(node.expression);
    }
    const isExported = ts.canHaveModifiers(node) && hasModifier(node, SyntaxKind.ExportKeyword);
    if (isExported && !this.#isType(node)) {
      if (!ts.isVariableStatement(node) && !ts.isFunctionDeclaration(node) && !ts.isClassDeclaration(node)) return true;
      this.statements.push(node);
    }
    return this.#node(node);
  }

  #node(node: ts.Node): boolean {
    const { edits } = this;
    edits.mark(node.getStart(this.source));
    edits.mark(node.end);
    switch (node.kind) {
      case SyntaxKind.Identifier:
        this.references.push({ name: node as ts.Identifier, role: 'value' });
        return false;
      case SyntaxKind.PropertyAccessExpression: {
        const { expression, name } = node as ts.PropertyAccessExpression;
        edits.mark(name.getStart(this.source));
        return joinsChains(node as ts.PropertyAccessExpression) || this.#node(expression);
      }
      case SyntaxKind.ElementAccessExpression: {
        const { expression, argumentExpression } = node as ts.ElementAccessExpression;
        if (joinsChains(node as ts.ElementAccessExpression)) return true;
        return this.#node(expression) || this.#node(argumentExpression);
      }
      case SyntaxKind.CallExpression:
        return this.#call(node as ts.CallExpression);
      case SyntaxKind.NewExpression: {
        const { expression, arguments: given, typeArguments } = node as ts.NewExpression;
        if (this.#angles(typeArguments) || this.#node(expression)) return true;
        return given?.some(this.#visit) ?? false;
      }
      case SyntaxKind.TaggedTemplateExpression: {
        const { tag, template, typeArguments } = node as ts.TaggedTemplateExpression;
        return this.#angles(typeArguments) || this.#callee(tag) || this.#node(template);
      }
      case SyntaxKind.BinaryExpression: {
        const { left, right, operatorToken } = node as ts.BinaryExpression;
        const isCast = left.kind === SyntaxKind.AsExpression || left.kind === SyntaxKind.SatisfiesExpression;
        // Without the type, the operators might bind differently.
        if (isCast && !ts.isLeftHandSideExpression((left as ts.AsExpression).expression)) return true;
        return (isAssignment(operatorToken.kind) ? this.#target(left) : this.#node(left)) || this.#node(right);
      }
      case SyntaxKind.PrefixUnaryExpression:
      case SyntaxKind.PostfixUnaryExpression: {
        const { operator, operand } = node as ts.PrefixUnaryExpression | ts.PostfixUnaryExpression;
        const isStep = operator === SyntaxKind.PlusPlusToken || operator === SyntaxKind.MinusMinusToken;
        return isStep ? this.#target(operand) : this.#node(operand);
      }
      case SyntaxKind.AsExpression:
      case SyntaxKind.SatisfiesExpression:
      case SyntaxKind.NonNullExpression: {
        const { expression } = node as ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression;
        if (this.#node(expression)) return true;
        edits.erase(expression.end, node.end);
        return false;
      }
      case SyntaxKind.ExpressionStatement: {
        this.#end(node);
        return this.#node((node as ts.ExpressionStatement).expression);
      }
      case SyntaxKind.ReturnStatement:
      case SyntaxKind.ThrowStatement: {
        this.#end(node);
        const { expression } = node as ts.ReturnStatement | ts.ThrowStatement;
        return expression === undefined ? false : this.#node(expression);
      }
      case SyntaxKind.VariableStatement: {
        if (this.#isType(node)) return this.#eraseType(node as ts.VariableStatement);
        this.#end(node);
        return this.#node((node as ts.VariableStatement).declarationList);
      }
      case SyntaxKind.VariableDeclarationList:
        if ((node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using) return true;
        return (node as ts.VariableDeclarationList).declarations.some(this.#visit);
      case SyntaxKind.VariableDeclaration: {
        const { name, exclamationToken, type, initializer } = node as ts.VariableDeclaration;
        if (exclamationToken !== undefined) edits.erase(name.end, exclamationToken.end);
        return this.#typed(type) || this.#binding(name) || this.#optional(initializer);
      }
      case SyntaxKind.BindingElement: {
        const { name, propertyName, initializer } = node as ts.BindingElement;
        return this.#propertyName(propertyName) || this.#binding(name) || this.#optional(initializer);
      }
      case SyntaxKind.PropertyAssignment: {
        const { name, initializer } = node as ts.PropertyAssignment;
        return this.#propertyName(name) || this.#node(initializer);
      }
      case SyntaxKind.ShorthandPropertyAssignment: {
        const { name, objectAssignmentInitializer } = node as ts.ShorthandPropertyAssignment;
        this.references.push({ name, role: 'shorthand' });
        return this.#optional(objectAssignmentInitializer);
      }
      case SyntaxKind.ArrowFunction:
      case SyntaxKind.FunctionDeclaration:
      case SyntaxKind.FunctionExpression:
      case SyntaxKind.MethodDeclaration:
      case SyntaxKind.Constructor:
      case SyntaxKind.GetAccessor:
      case SyntaxKind.SetAccessor:
        return this.#function(node as FunctionNode);
      case SyntaxKind.Parameter:
        return this.#parameter(node as ts.ParameterDeclaration);
      case SyntaxKind.ClassDeclaration:
      case SyntaxKind.ClassExpression:
        return this.#class(node as ts.ClassDeclaration | ts.ClassExpression);
      case SyntaxKind.PropertyDeclaration:
        return this.#field(node as ts.PropertyDeclaration);
      case SyntaxKind.IndexSignature:
        edits.erase(node.pos, node.end);
        return false;
      case SyntaxKind.InterfaceDeclaration:
      case SyntaxKind.TypeAliasDeclaration:
        return this.#eraseType(node as ts.InterfaceDeclaration | ts.TypeAliasDeclaration);
      case SyntaxKind.EnumDeclaration:
      case SyntaxKind.ModuleDeclaration:
        return this.#isType(node) ? this.#eraseType(node as ts.EnumDeclaration | ts.ModuleDeclaration) : true;
      case SyntaxKind.LabeledStatement:
        return this.#node((node as ts.LabeledStatement).statement);
      case SyntaxKind.BreakStatement:
      case SyntaxKind.ContinueStatement:
        return false;
      case SyntaxKind.AwaitExpression:
        if (this.#isOutermostInCommonJs) return true;
        return this.#node((node as ts.AwaitExpression).expression);
      case SyntaxKind.ForOfStatement: {
        const { awaitModifier, initializer, expression, statement } = node as ts.ForOfStatement;
        if (awaitModifier !== undefined && this.#isOutermostInCommonJs) return true;
        return this.#target(initializer) || this.#node(expression) || this.#node(statement);
      }
      case SyntaxKind.ForInStatement: {
        const { initializer, expression, statement } = node as ts.ForInStatement;
        return this.#target(initializer) || this.#node(expression) || this.#node(statement);
      }
      case SyntaxKind.MetaProperty:
        return this.#options.isCommonJs && (node as ts.MetaProperty).keywordToken === SyntaxKind.ImportKeyword;
      default:
        if (!plainKinds.has(node.kind)) return true;
        return ts.forEachChild(node, this.#visit, this.#visitAll) ?? false;
    }
  }

  get #isOutermostInCommonJs(): boolean {
    return this.#options.isCommonJs && this.#functions === 0;
  }

  #optional(node: ts.Node | undefined): boolean {
    return node === undefined ? false : this.#node(node);
  }

  /** What is assigned to, which may be a pattern. */
  #target(node: ts.Node): boolean {
    const before = this.references.length;
    const isRefused = this.#node(node);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return isRefused;
    for (const { name } of this.references.slice(before)) this.assigned.add(name.text);
    return isRefused;
  }

  #call(node: ts.CallExpression): boolean {
    const { expression, arguments: given, typeArguments } = node;
    const [first] = given;
    if (joinsChains(node)) return true;
    if (first !== undefined && ts.isStringLiteralLike(first) && isImporting(expression)) {
      this.importCalls.push({ specifier: first });
    }
    if (expression.kind === SyntaxKind.ImportKeyword) {
      if (this.#options.isCommonJs) return true;
    } else if (this.#callee(expression)) return true;
    return this.#angles(typeArguments) || given.some(this.#visit);
  }

  #callee(node: ts.Expression): boolean {
    if (!ts.isIdentifier(node)) return this.#node(node);
    this.edits.mark(node.getStart(this.source));
    this.edits.mark(node.end);
    this.references.push({ name: node, role: 'callee' });
    return false;
  }

  #propertyName(name: ts.PropertyName | undefined): boolean {
    return name !== undefined && ts.isComputedPropertyName(name) ? this.#node(name.expression) : false;
  }

  #binding(name: ts.BindingName): boolean {
    if (!ts.isIdentifier(name)) return this.#node(name);
    this.#declare(name);
    return false;
  }

  #declare({ text }: ts.Identifier): void {
    this.declared.set(text, (this.declared.get(text) ?? 0) + 1);
  }

  #function(node: FunctionNode): boolean {
    const { name, body, type, typeParameters, parameters, modifiers } = node;
    if (body === undefined) {
      if (ts.isFunctionDeclaration(node)) return this.#eraseType(node);
      this.edits.erase(node.pos, node.end);
      return false;
    }
    if (name !== undefined) {
      if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)) this.#declare(name as ts.Identifier);
      else if (this.#propertyName(name)) return true;
    }
    const isArrow = ts.isArrowFunction(node);
    if (isArrow && typeParameters !== undefined && this.#hasBreak(typeParameters.pos, typeParameters.end)) return true;
    if (this.#modifiers(modifiers) || this.#angles(typeParameters)) return true;
    if (ts.isMethodDeclaration(node) && node.questionToken !== undefined) {
      this.edits.erase(node.name.end, node.questionToken.end);
    }
    if (type !== undefined && isArrow && this.#hasBreak(type.pos - 1, type.end)) {
      if (this.#moveParenthesis(type)) return true;
    } else if (this.#typed(type)) return true;
    this.#functions++;
    const isRefused = this.#parameters(parameters) || this.#node(body);
    this.#functions--;
    return isRefused;
  }

  #parameters(parameters: ts.NodeArray<ts.ParameterDeclaration>): boolean {
    const [first, second] = parameters;
    if (first === undefined) return false;
    if (!ts.isIdentifier(first.name) || first.name.text !== 'this') return parameters.some(this.#visit);
    this.edits.erase(first.pos, second?.pos ?? parameters.end);
    return parameters.slice(1).some(this.#visit);
  }

  #parameter({ name, modifiers, questionToken, type, initializer }: ts.ParameterDeclaration): boolean {
    if (modifiers !== undefined) return true;
    if (questionToken !== undefined) this.edits.erase(name.end, questionToken.end);
    return this.#typed(type) || this.#binding(name) || this.#optional(initializer);
  }

  #class(node: ts.ClassDeclaration | ts.ClassExpression): boolean {
    if (this.#isType(node)) return this.#eraseType(node as ts.ClassDeclaration);
    const { name, modifiers, typeParameters, heritageClauses, members } = node;
    if (name !== undefined) this.#declare(name);
    if (this.#modifiers(modifiers) || this.#angles(typeParameters)) return true;
    for (const { token, types, pos, end } of heritageClauses ?? []) {
      if (token === SyntaxKind.ImplementsKeyword) this.edits.erase(pos, end);
      else if (types.some((base) => this.#angles(base.typeArguments) || this.#node(base.expression))) return true;
    }
    // The compiler may give such a class a second name, for what its own code calls it.
    if (members.some((member) => isMethod(member) && ts.isPrivateIdentifier(member.name))) return true;
    return members.some(this.#visit);
  }

  #field(node: ts.PropertyDeclaration): boolean {
    const { name, modifiers, questionToken, exclamationToken, type, initializer } = node;
    if (hasModifier(node, SyntaxKind.DeclareKeyword) || hasModifier(node, SyntaxKind.AbstractKeyword)) {
      this.edits.erase(node.pos, node.end);
      return modifiers?.some(ts.isDecorator) ?? false;
    }
    if (!this.#options.definesFields || hasModifier(node, SyntaxKind.AccessorKeyword)) return true;
    if (this.#modifiers(modifiers)) return true;
    const sign = questionToken ?? exclamationToken;
    if (sign !== undefined) this.edits.erase(name.end, sign.end);
    this.#functions++;
    const isRefused = this.#typed(type) || this.#propertyName(name) || this.#optional(initializer);
    this.#functions--;
    this.#end(node);
    return isRefused;
  }

  /** Erases what only types are made of; decorators are more than that. */
  #modifiers(modifiers: readonly ts.ModifierLike[] | undefined): boolean {
    for (const modifier of modifiers ?? []) {
      if (ts.isDecorator(modifier)) return true;
      if (typeModifiers.has(modifier.kind)) this.edits.erase(modifier.getStart(this.source), modifier.end);
    }
    return false;
  }

  /** Erases a type and the colon before it. */
  #typed(type: ts.TypeNode | undefined): boolean {
    if (type === undefined) return false;
    if (this.#text[type.pos - 1] !== ':') return true;
    this.edits.erase(type.pos - 1, type.end);
    return false;
  }

  /** Erases type arguments or parameters with their brackets. */
  #angles(nodes: ts.NodeArray<ts.Node> | undefined): boolean {
    if (nodes === undefined) return false;
    const end = this.#text.indexOf('>', nodes.end);
    if (this.#text[nodes.pos - 1] !== '<' || end === -1 || this.#text.slice(nodes.end, end).trim() !== '') return true;
    this.edits.erase(nodes.pos - 1, end + 1);
    return false;
  }

  /** No line may end between the parameters of an arrow function and its arrow: the parenthesis moves to behind its type. */
  #moveParenthesis(type: ts.TypeNode): boolean {
    let at = type.pos - 2;
    while (/\s/.test(this.#text[at] ?? '')) at--;
    if (this.#text[at] !== ')') return true;
    this.edits.eraseBefore(at, type.end, ')');
    return false;
  }

  #hasBreak(start: number, end: number): boolean {
    return this.#text.slice(start, end).includes('\n');
  }

  /** Ends a statement that nothing but a line break ends, since what follows may come to mean something else. */
  #end(node: ts.Node): void {
    if (this.#text[node.end - 1] !== ';') this.edits.insert(node.end, ';');
  }

  #isType(node: ts.Node): boolean {
    return (
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      (ts.isFunctionDeclaration(node) && node.body === undefined) ||
      (ts.canHaveModifiers(node) && hasModifier(node, SyntaxKind.DeclareKeyword))
    );
  }

  #eraseType(
    node:
      | ts.InterfaceDeclaration
      | ts.TypeAliasDeclaration
      | ts.VariableStatement
      | ts.FunctionDeclaration
      | ts.ClassDeclaration
      | ts.EnumDeclaration
      | ts.ModuleDeclaration,
  ): boolean {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) this.types.add(node.name.text);
    this.edits.replace(node.getStart(this.source), node.end, ';');
    return false;
  }
}

type FunctionNode =
  | ts.ArrowFunction
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration;

function isMethod(member: ts.ClassElement): member is ts.MethodDeclaration | ts.AccessorDeclaration {
  return ts.isMethodDeclaration(member) || ts.isAccessor(member);
}

/** Whether the compiler makes one optional chain of two, where only a type has kept them apart. */
function joinsChains({
  questionDotToken,
  expression,
}: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression): boolean {
  if (questionDotToken === undefined || !ts.isParenthesizedExpression(expression)) return false;
  const { kind } = expression.expression;
  return (
    kind === SyntaxKind.AsExpression || kind === SyntaxKind.SatisfiesExpression || kind === SyntaxKind.NonNullExpression
  );
}

function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= SyntaxKind.FirstAssignment && operator <= SyntaxKind.LastAssignment;
}

function hasModifier(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}
