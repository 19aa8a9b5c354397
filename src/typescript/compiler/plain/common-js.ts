import ts from 'typescript-5';
import type { ErasedModule, ExportedStatement } from './erase-types.js';
import type { ModuleSettings } from './es-module.js';
import { type Helper, helperText } from './helpers.js';
import { type ExportedName, exportedNames, importedNames, specifierOf, usedNames } from './module-names.js';

/** How many exports one statement prepares, as the compiler has it. */
const exportsAtOnce = 50;

/**
 * Writes a module's imports and exports as CommonJS, as the compiler does.
 * @returns what comes before the module's own code, on one line; `undefined` where they are not plain
 */
export function writeCommonJs(module: ErasedModule, settings: ModuleSettings): string | undefined {
  const writer = new CommonJsWriter(module, settings);
  return writer.write() ? writer.head : undefined;
}

class CommonJsWriter {
  readonly #module: ErasedModule;
  readonly #settings: ModuleSettings;
  readonly #helpers = new Set<Helper>();
  readonly #taken: Set<string>;
  /** What stands for a name where it is used. */
  readonly #stands = new Map<string, string>();
  /** What is exported under which names, of what the module itself declares. */
  readonly #lists = new Map<string, string[]>();
  /** Names that exist before they have a value, in their order. */
  readonly #prepared: string[] = [];
  readonly #functions: string[] = [];
  readonly #used: ReadonlySet<string>;
  readonly #functionNames: ReadonlySet<string>;

  constructor(module: ErasedModule, settings: ModuleSettings) {
    this.#module = module;
    this.#settings = settings;
    const { identifiers } = module.source as unknown as { identifiers: ReadonlyMap<string, string> };
    this.#taken = new Set(identifiers.keys());
    this.#used = new Set(module.references.map(({ name }) => name.text));
    this.#functionNames = new Set(
      module.source.statements.flatMap((node) =>
        ts.isFunctionDeclaration(node) && node.body !== undefined && node.name !== undefined ? [node.name.text] : [],
      ),
    );
  }

  get head(): string {
    const prepared: string[] = [];
    for (let at = 0; at < this.#prepared.length; at += exportsAtOnce) {
      const names = this.#prepared.slice(at, at + exportsAtOnce).reverse();
      prepared.push(`${names.map((name) => `exports.${name} = `).join('')}void 0;`);
    }
    return [
      helperText(this.#helpers),
      'Object.defineProperty(exports, "__esModule", { value: true });',
      ...prepared,
      ...this.#functions,
    ].join('');
  }

  write(): boolean {
    const { declared, statements, references, edits, source } = this.#module;
    const imported = importedNames(this.#module);
    if (['exports', 'require'].some((name) => declared.has(name) || imported.has(name))) return false;
    if (!this.#readLists()) return false;
    for (const statement of statements) {
      const isPlain = ts.isImportDeclaration(statement)
        ? this.#import(statement)
        : ts.isExportDeclaration(statement)
          ? this.#reexport(statement)
          : ts.isExportAssignment(statement)
            ? this.#defaultExport(statement)
            : this.#declaration(statement);
      if (!isPlain) return false;
    }
    if (!this.#writeListed()) return false;
    for (const { name, role } of references) {
      const stands = this.#stands.get(name.text);
      if (stands === undefined) continue;
      const text = role === 'callee' ? `(0, ${stands})` : role === 'shorthand' ? `${name.text}: ${stands}` : stands;
      edits.replace(name.getStart(source), name.end, text);
    }
    return true;
  }

  #import(node: ts.ImportDeclaration): boolean {
    const { declared, edits, source } = this.#module;
    const names = usedNames(node, (name) => this.#used.has(name));
    if (names === undefined) return false;
    const start = node.getStart(source);
    if (names === 'unused') {
      edits.replace(start, node.end, ';');
      return true;
    }
    const specifier = specifierOf(node);
    const required = this.#required(specifier);
    if (names.length === 0) {
      edits.replace(start, node.end, `${required};`);
      return true;
    }
    if (names.some(({ local }) => declared.has(local))) return false;
    const hasDefault = names.some(({ imported }) => imported === 'default');
    const whole = names.find(({ imported }) => imported === '*');
    if (whole !== undefined) {
      if (hasDefault) return false;
      edits.replace(start, node.end, `const ${whole.local} = ${this.#wrapped('__importStar', required)};`);
      return true;
    }
    const variable = this.#variableFor(specifier);
    for (const { imported, local } of names) this.#stands.set(local, `${variable}.${imported}`);
    const value = !hasDefault
      ? required
      : this.#wrapped(names.length > 1 ? '__importStar' : '__importDefault', required);
    edits.replace(start, node.end, `const ${variable} = ${value};`);
    return true;
  }

  /** An export list, or an export of what another module exports. */
  #reexport(node: ts.ExportDeclaration): boolean {
    const { edits, source } = this.#module;
    const { exportClause, isTypeOnly, moduleSpecifier } = node;
    const write = (text: string): true => {
      edits.replace(node.getStart(source), node.end, text);
      return true;
    };
    if (isTypeOnly) return write(';');
    if (moduleSpecifier === undefined) {
      for (const { inner, exported } of this.#localList(node)) {
        if (this.#lists.has(inner) && !this.#functionNames.has(inner)) this.#prepared.push(exported);
      }
      return write(';');
    }
    const specifier = specifierOf(node);
    if (exportClause === undefined) {
      this.#helpers.add('__exportStar');
      return write(`__exportStar(${this.#required(specifier)}, exports);`);
    }
    if (ts.isNamespaceExport(exportClause)) {
      const { text } = exportClause.name;
      if (!ts.isIdentifier(exportClause.name) || text === 'default') return false;
      this.#prepared.push(text);
      return write(`exports.${text} = ${this.#wrapped('__importStar', this.#required(specifier))};`);
    }
    const names = exportedNames(exportClause);
    if (names === undefined || names.length === 0) return false;
    const variable = this.#variableFor(specifier);
    const members = names.map(({ inner, exported }) => {
      if (exported !== 'default') this.#prepared.push(exported);
      return `Object.defineProperty(exports, "${exported}", { enumerable: true, get: function () { return ${variable}.${inner}; } });`;
    });
    return write(`var ${variable} = ${this.#required(specifier)};${members.join('')}`);
  }

  #defaultExport(node: ts.ExportAssignment): boolean {
    const { declared, edits, source } = this.#module;
    const { expression } = node;
    if (ts.isIdentifier(expression) && !declared.has(expression.text) && !this.#stands.has(expression.text))
      return false;
    edits.replace(node.getStart(source), expression.getStart(source), 'exports.default = ');
    return true;
  }

  /** A declaration with `export` in front of it. */
  #declaration(statement: ExportedStatement): boolean {
    const { declared, assigned, edits, source } = this.#module;
    const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;
    if (ts.isVariableStatement(statement)) return this.#variable(statement);
    const { name } = statement;
    if (name !== undefined && (declared.get(name.text) !== 1 || assigned.has(name.text))) return false;
    if (name !== undefined && this.#lists.has(name.text)) return false;
    for (const modifier of statement.modifiers ?? []) {
      const isExport = modifier.kind === ts.SyntaxKind.ExportKeyword || modifier.kind === ts.SyntaxKind.DefaultKeyword;
      if (isExport) edits.erase(modifier.getStart(source), modifier.end);
    }
    const local = name?.text ?? this.#unique('default_');
    const exported = isDefault ? 'default' : local;
    if (name === undefined && !this.#nameUnnamed(statement, local)) return false;
    const assignment = `exports.${exported} = ${local};`;
    if (ts.isFunctionDeclaration(statement)) {
      this.#functions.push(assignment);
      return true;
    }
    if (!isDefault) this.#prepared.push(exported);
    edits.insert(statement.end, ` ${assignment}`);
    return true;
  }

  #variable(statement: ts.VariableStatement): boolean {
    const { declared, assigned, edits, source } = this.#module;
    const { declarations, flags } = statement.declarationList;
    const [declaration, second] = declarations;
    if (declaration === undefined || second !== undefined || (flags & ts.NodeFlags.Const) === 0) return false;
    const { name, initializer } = declaration;
    if (!ts.isIdentifier(name) || initializer === undefined) return false;
    if (declared.get(name.text) !== 1 || assigned.has(name.text) || this.#lists.has(name.text)) return false;
    this.#prepared.push(name.text);
    this.#stands.set(name.text, `exports.${name.text}`);
    const start = statement.getStart(source);
    const isNamed =
      ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer) || ts.isClassExpression(initializer);
    if (isNamed) {
      edits.erase(start, statement.declarationList.getStart(source));
      edits.insert(statement.end, ` exports.${name.text} = ${name.text};`);
    } else {
      edits.replace(start, initializer.getStart(source), `exports.${name.text} = `);
    }
    return true;
  }

  /** Names a function or class that is exported as the default and has no name. */
  #nameUnnamed(statement: ts.FunctionDeclaration | ts.ClassDeclaration, name: string): boolean {
    const { edits, source } = this.#module;
    if (ts.isFunctionDeclaration(statement)) {
      const { typeParameters, parameters } = statement;
      edits.insert((typeParameters ?? parameters).pos - 1, ` ${name}`);
      return true;
    }
    const end = statement.modifiers?.end ?? statement.pos;
    const keyword = /^\s*class\b/.exec(source.text.slice(end))?.[0];
    if (keyword === undefined) return false;
    edits.insert(end + keyword.length, ` ${name}`);
    return true;
  }

  #localList({ exportClause }: ts.ExportDeclaration): readonly ExportedName[] {
    if (exportClause === undefined || ts.isNamespaceExport(exportClause)) return [];
    return exportedNames(exportClause) ?? [{ inner: '', exported: '' }];
  }

  /** Looks at the lists of exports, which may come before what they export. */
  #readLists(): boolean {
    const { declared, assigned, statements } = this.#module;
    for (const statement of statements) {
      if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || statement.moduleSpecifier !== undefined)
        continue;
      for (const { inner, exported } of this.#localList(statement)) {
        if (!declared.has(inner) && this.#module.types.has(inner)) continue;
        if (declared.get(inner) !== 1 || assigned.has(inner) || exported === 'default') return false;
        this.#lists.set(inner, [...(this.#lists.get(inner) ?? []), exported]);
      }
    }
    return true;
  }

  /** Writes what lists export behind what declares it. */
  #writeListed(): boolean {
    const { edits, source } = this.#module;
    const left = new Set(this.#lists.keys());
    const take = (name: string): string[] => {
      left.delete(name);
      return (this.#lists.get(name) ?? []).map((exported) => `exports.${exported} = ${name};`);
    };
    for (const statement of left.size === 0 ? [] : source.statements) {
      if (isDeclaredOnly(statement)) continue;
      const assignments: string[] = [];
      if (ts.isFunctionDeclaration(statement) && statement.body !== undefined && statement.name !== undefined) {
        this.#functions.push(...take(statement.name.text));
      } else if (ts.isClassDeclaration(statement) && statement.name !== undefined) {
        assignments.push(...take(statement.name.text));
      } else if (ts.isVariableStatement(statement)) {
        const { declarations, flags } = statement.declarationList;
        if ((flags & ts.NodeFlags.Const) === 0) continue;
        for (const { name } of declarations) if (ts.isIdentifier(name)) assignments.push(...take(name.text));
      }
      if (assignments.length > 0) edits.insert(statement.end, ` ${assignments.join(' ')}`);
    }
    return left.size === 0;
  }

  #required(specifier: string): string {
    return `require(${JSON.stringify(this.#settings.redirect(specifier)?.specifier ?? specifier)})`;
  }

  #wrapped(helper: Helper, required: string): string {
    if (!this.#settings.interoperates) return required;
    this.#helpers.add(helper);
    return `${helper}(${required})`;
  }

  /** The variable for a module, named as the compiler names it. */
  #variableFor(specifier: string): string {
    const base = /([^/]*)\/*$/.exec(specifier)?.[1] ?? '';
    return this.#unique(base.replace(/^(\d)/, '_$1').replace(/\W/g, '_').replace(/[^_]$/, '$&_'));
  }

  #unique(stem: string): string {
    for (let count = 1; ; count++) {
      const name = `${stem}${count}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

function isDeclaredOnly(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true
  );
}
