import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { findJavas } from '../../src/lambda/interpreter/java.js';
import { javaFlags } from '../../src/lambda/interpreter/java-flags.js';
import { dependenciesOf } from '../../src/lambda/java/dependencies.js';
import { localRepository } from '../../src/lambda/java/maven-repository.js';
import { missingArtifactHint } from '../../src/lambda/java/project-build.js';
import { clientInCode, clientInRepositories, givenClient } from '../../src/lambda/java/runtime-client.js';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'invoke local java ')));
});

afterEach(() => rmSync(folder, { recursive: true }));

function file(path: string, content = ''): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

const exe = process.platform === 'win32' ? '.exe' : '';

/** A JDK as far as it is looked at: its program, and the file that names its version. */
function jdk(path: string, version?: string): string {
  const program = file(`${path}/bin/java${exe}`, '#!/bin/sh\n');
  chmodSync(program, 0o755);
  if (version !== undefined) file(`${path}/release`, `IMPLEMENTOR="A"\nJAVA_VERSION="${version}"\n`);
  return program;
}

describe('a JVM is found', () => {
  const javas = (version: string, environment: Record<string, string>) =>
    findJavas({ version, environment }).filter(({ command }) => command.startsWith(folder));
  const commands = (version: string, environment: Record<string, string>) =>
    javas(version, environment).map(({ command }) => command);

  test('by JAVA_HOME before PATH before the ones of the runner, where they are of the declared version', () => {
    const home = jdk('home', '17.0.1');
    const onPath = jdk('path', '17.0.2');
    const ofImage = jdk('image', '17.0.3');
    const environment = {
      JAVA_HOME: join(folder, 'home'),
      PATH: join(folder, 'path', 'bin'),
      [`JAVA_HOME_17_${process.arch.toUpperCase()}`]: join(folder, 'image'),
    };
    expect(commands('17', environment)).toEqual([home, onPath, ofImage]);
    expect(javas('17', environment)[0]).toEqual({ command: home, version: '17.0.1' });
  });

  test('of the declared version before newer ones, the nearest first, and older ones at last', () => {
    const of = (version: number) => jdk(`${version}`, `${version}.0.1`);
    const [eleven, seventeen, twentyOne, twentyFive] = [of(11), of(17), of(21), of(25)];
    const environment = Object.fromEntries(
      [11, 17, 21, 25].map((version) => [`JAVA_HOME_${version}_${process.arch}`, join(folder, `${version}`)]),
    );
    expect(commands('17', environment)).toEqual([seventeen, twentyOne, twentyFive, eleven]);
    expect(commands('21', environment)).toEqual([twentyOne, twentyFive, seventeen, eleven]);
  });

  test('in the tool cache, where it was installed whole, by its newest version', () => {
    const bin = (version: string) => jdk(`tools/Java_Corretto_jdk/${version}/${process.arch}`, version);
    const [older, newer] = [bin('17.0.9'), bin('17.0.10')];
    bin('17.0.11');
    for (const version of ['17.0.9', '17.0.10']) file(`tools/Java_Corretto_jdk/${version}/${process.arch}.complete`);
    expect(commands('17', { RUNNER_TOOL_CACHE: join(folder, 'tools') })).toEqual([newer, older]);
  });

  test('Java 8 by either of its names, and a shim whose version cannot be told', () => {
    jdk('eight', '1.8.0_452');
    const shim = jdk('shims');
    const found = javas('8', { JAVA_HOME: join(folder, 'eight'), PATH: join(folder, 'shims', 'bin') });
    expect(found.map(({ version }) => version)).toEqual(['8.0.452', undefined]);
    expect(found[1]?.command).toBe(shim);
  });
});

describe('the flags of a JVM', () => {
  const heap = (memorySizeMiB: number) => javaFlags({ declared: '17', version: '17.0.15', memorySizeMiB })[0];

  test.each([
    [256, '-XX:MaxHeapSize=222823k'],
    [512, '-XX:MaxHeapSize=445645k'],
    [1536, '-XX:MaxHeapSize=1336935k'],
    [3008, '-XX:MaxHeapSize=2834432k'],
  ])('with %i MB the heap is what functions in Lambda report', (memory, flag) => {
    expect(heap(memory)).toBe(flag);
  });

  test('up to Java 11 classes and compiled code are limited too', () => {
    expect(javaFlags({ declared: '11', version: '11.0.2', memorySizeMiB: 512 })).toEqual([
      '-XX:MaxHeapSize=445645k',
      '-XX:MaxMetaspaceSize=52429k',
      '-XX:ReservedCodeCacheSize=26214k',
      '-XX:+UseSerialGC',
      '-Djava.net.preferIPv4Stack=true',
      '--add-opens=java.base/java.io=ALL-UNNAMED',
    ]);
  });

  test('a flag goes only to a version that has it', () => {
    const flags = (version: string) => javaFlags({ declared: '17', version, memorySizeMiB: 512 }).join(' ');
    expect(flags('8.0.452')).not.toContain('--add-opens');
    expect(flags('17.0.1')).toContain('--add-opens=java.base/java.io=ALL-UNNAMED');
    expect(flags('17.0.1')).not.toContain('native-access');
    expect(flags('25.0.1')).toContain('--enable-native-access=ALL-UNNAMED');
  });
});

describe("AWS's client is found", () => {
  const name = 'aws-lambda-java-runtime-interface-client';
  const pom = (dependencies: string) => `<project><dependencies>${dependencies}</dependencies></project>`;
  const core = pom('');
  const onCore = (version: string) =>
    pom(
      `<dependency><groupId>com.amazonaws</groupId><artifactId>core</artifactId><version>${version}</version></dependency>`,
    );

  test("in Maven's repository in its newest version, with what its POM names", () => {
    const at = (path: string, content?: string) => file(`repository/com/amazonaws/${path}`, content);
    for (const version of ['2.9.0', '2.10.1']) at(`${name}/${version}/${name}-${version}.pom`, onCore('1.4.0'));
    at(`${name}/2.9.0/${name}-2.9.0.jar`);
    const client = at(`${name}/2.10.1/${name}-2.10.1.jar`);
    mkdirSync(join(folder, `repository/com/amazonaws/${name}/3.0.0`));
    const environment = { MAVEN_REPO: join(folder, 'repository') };
    expect(clientInRepositories(environment, folder)).toEqual({
      kind: 'incomplete',
      jar: client,
      missing: ['com.amazonaws:core:1.4.0'],
    });
    const coreJar = at('core/1.4.0/core-1.4.0.jar');
    at('core/1.4.0/core-1.4.0.pom', core);
    expect(clientInRepositories(environment, folder)).toEqual({ kind: 'jars', jars: [client, coreJar] });
    expect(givenClient(client)).toEqual({ kind: 'jars', jars: [client, coreJar] });
  });

  test("in Gradle's cache where Maven's repository has none", () => {
    const at = (path: string, content?: string) =>
      file(`.gradle/caches/modules-2/files-2.1/com.amazonaws/${path}`, content);
    const client = at(`${name}/2.8.7/0a1b/${name}-2.8.7.jar`);
    at(`${name}/2.8.7/2c3d/${name}-2.8.7.pom`, onCore('1.4.0'));
    const coreJar = at('core/1.4.0/4e5f/core-1.4.0.jar');
    expect(clientInRepositories({}, folder)).toEqual({ kind: 'jars', jars: [client, coreJar] });
  });

  test('in the code: among its classes, or in its lib folder with the libraries that lie beside it', () => {
    const client = file(`lib/${name}-2.8.7.jar`);
    const beside = file('lib/aws-lambda-java-core-1.4.0.jar');
    file('lib/jackson-2.0.0.jar');
    expect(clientInCode(folder)).toEqual({ kind: 'jars', jars: [client, beside] });
    file('com/amazonaws/services/lambda/runtime/api/client/AWSLambda.class');
    expect(clientInCode(folder)).toEqual({ kind: 'classes' });
  });

  test("at their own places, where a link leads to Maven's repository", () => {
    const at = (path: string, content?: string) => file(`elsewhere/com/amazonaws/${path}`, content);
    const client = at(`${name}/2.8.7/${name}-2.8.7.jar`);
    at(`${name}/2.8.7/${name}-2.8.7.pom`, onCore('1.4.0'));
    const coreJar = at('core/1.4.0/core-1.4.0.jar');
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'repository'), 'junction');
    const environment = { MAVEN_REPO: join(folder, 'repository') };
    expect(clientInRepositories(environment, folder)).toEqual({ kind: 'jars', jars: [client, coreJar] });
    const linked = client.replace(`${join(folder, 'elsewhere')}`, join(folder, 'repository'));
    expect(givenClient(linked)).toEqual({ kind: 'jars', jars: [client, coreJar] });
  });

  test('where it is named: every jar of a folder, and nothing where there is none', () => {
    const jars = [file('jars/a.jar'), file('jars/b.jar')];
    file('jars/readme.txt');
    expect(givenClient(join(folder, 'jars'))).toEqual({ kind: 'jars', jars });
    mkdirSync(join(folder, 'empty'));
    expect(givenClient(join(folder, 'empty'))).toBeUndefined();
    expect(givenClient(join(folder, 'none'))).toBeUndefined();
  });
});

test("the user's settings may put Maven's repository elsewhere", () => {
  expect(localRepository({}, folder)).toBe(join(folder, '.m2', 'repository'));
  const settings = '<localRepository>/wrong</localRepository>';
  file('.m2/settings.xml', `<!-- ${settings} --><localRepository> \${user.home}/maven </localRepository>`);
  expect(localRepository({}, folder)).toBe(`${folder}/maven`);
  expect(localRepository({ MAVEN_REPO: '/given' }, folder)).toBe('/given');
});

test('a POM names what is needed at run time, with its own properties filled in', () => {
  const dependency = (artifact: string, more: string) =>
    `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId>${more}</dependency>`;
  const text = `<project>
    <parent><groupId>p</groupId><version>9</version></parent><version>1.0</version>
    <properties><lib.version>2.1</lib.version></properties>
    <dependencyManagement><dependencies>${dependency('managed', '<version>1</version>')}</dependencies></dependencyManagement>
    <dependencies>
      <!-- ${dependency('comment', '')} -->
      ${dependency('plain', '<version>1</version>')}
      ${dependency('property', `<version>\${lib.version}</version>`)}
      ${dependency('own', `<version>\${project.version}</version><scope>runtime</scope>`)}
      ${dependency('elsewhere', `<version>\${parent.says}</version>`)}
      ${dependency('tests', '<version>1</version><scope>test</scope>')}
      ${dependency('option', '<version>1</version><optional>true</optional>')}
    </dependencies></project>`;
  expect(dependenciesOf(text)).toEqual([
    { group: 'g', name: 'plain', version: '1' },
    { group: 'g', name: 'property', version: '2.1' },
    { group: 'g', name: 'own', version: '1.0' },
    { group: 'g', name: 'elsewhere' },
  ]);
});

describe('an artifact that is not there', () => {
  const hint = (path: string) => missingArtifactHint(join(folder, path), folder);

  test.each([
    [['pom.xml'], 'target/a.jar', 'Build it in a step before: `mvn -q package`.'],
    [['pom.xml', 'mvnw'], 'target/a.jar', 'Build it in a step before: `./mvnw -q package`.'],
    [['app/build.gradle.kts', 'app/gradlew'], 'app/build/distributions/a.zip', '`./gradlew build` (in app).'],
    [['build.gradle'], 'build/libs/a.jar', 'Build it in a step before: `gradle build`.'],
    [['pom.xml', 'build.gradle'], 'build/distributions/a.zip', 'Build it in a step before: `gradle build`.'],
    [['pom.xml', 'build.gradle.kts', 'gradlew'], 'build/libs/a.jar', 'Build it in a step before: `./gradlew build`.'],
    [['pom.xml', 'build.gradle'], 'target/a.jar', 'Build it in a step before: `mvn -q package`.'],
    [['build.sbt'], 'target/scala-3/a.jar', 'Build it in a step before: `sbt assembly`.'],
  ])('is built as %j says', (files, artifact, expected) => {
    for (const each of files) file(each);
    expect(hint(artifact)).toContain(expected);
  });

  test('is named otherwise by what the build has made, the latest first', () => {
    file('pom.xml');
    utimesSync(file('target/hello-1.0.jar'), 1, 1);
    file('target/hello-1.1.jar');
    for (const each of ['original-hello-1.1.jar', 'hello-1.1-sources.jar', 'classes.txt']) file(`target/${each}`);
    expect(hint('target/hello.jar')).toBe(
      'Did you mean target/hello-1.1.jar or target/hello-1.0.jar, which the build has made? Else build it in a step before: `mvn -q package`.',
    );
  });

  test('is not explained where nothing is built', () => {
    expect(hint('target/hello.jar')).toBeUndefined();
  });
});
