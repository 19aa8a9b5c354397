import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { readImage } from '../../../src/service/container-image/read-image.js';
import { failureOf, folderOf, openFiles } from '../open-folder.js';
import { openTemplate, samTemplate } from '../templates/open-template.js';

/** Reads the image of a folder with these files. */
async function imageOf(dockerfile: string, files: Readonly<Record<string, string>> = {}, given = {}) {
  const context = await folderOf({ ...files, Dockerfile: dockerfile });
  const diagnostics: Diagnostic[] = [];
  const image = { context, dockerfile: 'Dockerfile', buildArgs: {}, location: undefined, ...given };
  const found = await readImage(image, 'f', (diagnostic) => diagnostics.push(diagnostic));
  return { ...found, context, diagnostics };
}

const pathsOf = ({ files }: { readonly files: readonly { readonly path: string }[] }) =>
  files.map(({ path }) => path).sort();

describe("an image on one of Lambda's base images", () => {
  test.each([
    ['public.ecr.aws/lambda/python:3.12', 'python3.12'],
    ['public.ecr.aws/lambda/python:3.13.2025.01.01.01-x86_64', 'python3.13'],
    ['amazon/aws-lambda-nodejs:22', 'nodejs22.x'],
    ['public.ecr.aws/lambda/nodejs:20@sha256:abc', 'nodejs20.x'],
    ['public.ecr.aws/lambda/ruby:3.3', 'ruby3.3'],
    ['public.ecr.aws/lambda/java:21', 'java21'],
    ['public.ecr.aws/lambda/provided:al2023', 'provided.al2023'],
    ['public.ecr.aws/lambda/provided:al2', 'provided.al2'],
  ])('%s is %s', async (base, runtime) => {
    const copies = 'COPY . ${LAMBDA_TASK_ROOT}\nCOPY bootstrap ${LAMBDA_RUNTIME_DIR}/\n';
    const { runtime: found } = await imageOf(`FROM ${base}\n${copies}CMD ["app.handler"]\n`, { bootstrap: '' });
    expect(found).toBe(runtime);
  });

  test('as its documentation has it: packages are looked for here, and the files are those that are copied', async () => {
    const image = await imageOf(
      `FROM public.ecr.aws/lambda/python:3.12
COPY requirements.txt \${LAMBDA_TASK_ROOT}
RUN pip install -r requirements.txt
COPY lambda_function.py \${LAMBDA_TASK_ROOT}
CMD [ "lambda_function.handler" ]
`,
      { 'requirements.txt': '', 'lambda_function.py': '', 'other.py': '' },
    );
    expect(image).toMatchObject({ handler: 'lambda_function.handler', code: { kind: 'inline' }, diagnostics: [] });
    expect(pathsOf(image)).toEqual(['lambda_function.py', 'requirements.txt']);
  });

  test("follows a stage on one of SAM's build images, which begins in /var/task, and tells each step once", async () => {
    const image = await imageOf(
      `FROM public.ecr.aws/sam/build-ruby3.3 as build-image
COPY app.rb Gemfile ./
RUN bundle install
RUN cp -r vendor/* .
FROM public.ecr.aws/lambda/ruby:3.3
COPY --from=build-image /var/task/ ./
COPY --from=build-image /var/task/lib ./lib
CMD ["app.handler"]
`,
      { 'app.rb': '', Gemfile: '' },
    );
    expect(pathsOf(image)).toEqual(['Gemfile', 'app.rb']);
    expect(image.diagnostics).toMatchObject([{ code: 'image-step-not-done' }]);
    expect(image.diagnostics[0]?.message.match(/\(line 4\)/g)).toHaveLength(1);
  });

  test('whose folder is all of it runs that folder where it is', async () => {
    const image = await imageOf(
      'FROM public.ecr.aws/lambda/nodejs:22\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nCMD ["src/app.handler"]\n',
      { 'package.json': '{}', 'src/app.js': '' },
    );
    expect(image.code).toEqual({ kind: 'folder', folder: image.context });
    expect(image.files).toEqual([]);
  });

  test('links the packages that npm would install, where files are copied one by one', async () => {
    const image = await imageOf(
      'FROM public.ecr.aws/lambda/nodejs:22\nCOPY package.json index.js /var/task/\nRUN npm install\nCMD ["index.handler"]\n',
      { 'package.json': '{}', 'index.js': '', 'node_modules/x/index.js': '' },
    );
    expect(pathsOf(image)).toEqual(['index.js', 'node_modules', 'package.json']);
    expect(image.files.at(-1)?.content).toEqual({ link: join(image.context, 'node_modules') });
  });

  test('leaves out what .dockerignore does, but for its exceptions', async () => {
    const image = await imageOf(
      'FROM public.ecr.aws/lambda/python:3.12\nCOPY a.py ${LAMBDA_TASK_ROOT}\nCOPY lib lib/\nCMD ["a.h"]\n',
      {
        'a.py': '',
        'lib/b.py': '',
        'lib/b.txt': '',
        'lib/keep.txt': '',
        'lib/sub/c.txt': '',
        '.dockerignore': '**/*.txt\n!lib/keep.txt\n',
      },
    );
    expect(pathsOf(image)).toEqual(['a.py', 'lib/b.py', 'lib/keep.txt']);
  });

  test('takes arguments, the environment and the folder as a build does', async () => {
    const image = await imageOf(
      `ARG VERSION=3.11
FROM --platform=linux/amd64 public.ecr.aws/lambda/python:\${VERSION}
ARG NAME=default
ENV GREETING="hello \${NAME}" LAMBDA_TASK_ROOT=/var/task PATH=/x
ENV OLD style
WORKDIR sub
COPY app.py .
CMD ["sub.app.handler"]
`,
      { 'app.py': '' },
      { buildArgs: { VERSION: '3.12', NAME: 'Ada' } },
    );
    expect(image).toMatchObject({ runtime: 'python3.12', environment: { GREETING: 'hello Ada', OLD: 'style' } });
    expect(Object.keys(image.environment)).toEqual(['GREETING', 'OLD']);
    expect(pathsOf(image)).toEqual(['sub/app.py']);
  });

  test("takes the function's own command in place of its CMD", async () => {
    const { handler } = await imageOf(
      'FROM public.ecr.aws/lambda/python:3.12\nCMD ["a.b"]\n',
      {},
      { command: ['c.d'] },
    );
    expect(handler).toBe('c.d');
  });

  test('has what an earlier stage took from the folder', async () => {
    const files = { 'package.json': '{}', 'src/a.ts': '', 'dist/a.js': '', 'node_modules/x/index.js': '' };
    const image = await imageOf(
      `FROM node:22 AS build
WORKDIR /app
COPY . .
RUN npm ci
FROM public.ecr.aws/lambda/nodejs:22
COPY --from=build /app/dist \${LAMBDA_TASK_ROOT}
COPY --from=build /app/node_modules \${LAMBDA_TASK_ROOT}/node_modules
CMD ["a.handler"]
`,
      files,
    );
    expect(image.diagnostics).toEqual([]);
    expect(pathsOf(image)).toContain('a.js');
  });

  test('has single files of an earlier stage, under the names that they got there', async () => {
    const files = { 'package.json': '{}', 'index.js': '', 'main.js': '' };
    const image = await imageOf(
      `FROM public.ecr.aws/lambda/nodejs:22 AS build
WORKDIR /app
COPY package.json index.js ./
COPY main.js /app/start.js
FROM public.ecr.aws/lambda/nodejs:22
COPY --from=build /app/index.js /app/start.js ./
CMD ["start.handler"]
`,
      files,
    );
    expect(image.diagnostics).toEqual([]);
    expect(pathsOf(image)).toEqual(['index.js', 'start.js']);
  });

  test('packages that a stage installs for another one are looked for here', async () => {
    const { diagnostics } = await imageOf(
      `FROM public.ecr.aws/lambda/python:3.12 AS deps
COPY requirements.txt .
RUN pip install -r requirements.txt --target /asset
FROM public.ecr.aws/lambda/python:3.12
COPY --from=deps /asset \${LAMBDA_TASK_ROOT}
COPY a.py \${LAMBDA_TASK_ROOT}
CMD ["a.handler"]
`,
      { 'requirements.txt': '', 'a.py': '' },
    );
    expect(diagnostics).toEqual([]);
  });

  test('names each command that is not done, with its line, in one warning', async () => {
    const { diagnostics } = await imageOf(
      `FROM public.ecr.aws/lambda/python:3.12
RUN dnf install -y libpq && dnf clean all
COPY --from=public.ecr.aws/datadog/lambda-extension:65 /opt/. /opt/
COPY a.py \${LAMBDA_TASK_ROOT}
RUN python -m compileall .
CMD ["a.handler"]
`,
      { 'a.py': '' },
    );
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', code: 'image-step-not-done', location: { line: 2 } });
    expect(diagnostics[0]?.message).toContain('`dnf install -y libpq && dnf clean all` (line 2)');
    expect(diagnostics[0]?.message).toContain('`python -m compileall .` (line 5)');
    expect(diagnostics[0]?.message).toContain('datadog');
  });

  test('says which file is copied and is not there', async () => {
    const failure = await failureOf(
      imageOf('FROM public.ecr.aws/lambda/nodejs:22\nCOPY dist/ ${LAMBDA_TASK_ROOT}\nCMD ["a.b"]\n'),
    );
    expect(failure.message).toMatch(/copies dist\/, which is not in/);
    expect(failure.location).toMatchObject({ line: 2 });
  });

  test('whose CMD is in the form of the shell gives that to Lambda as its handler, and is an error', async () => {
    const failure = await failureOf(
      imageOf('FROM public.ecr.aws/lambda/python:3.12\nCOPY a.py .\nCMD a.handler\n', { 'a.py': '' }),
    );
    expect(failure).toMatchObject({
      code: 'image-command-shell',
      hint: 'Write it as a list: CMD ["a.handler"].',
      location: { line: 3 },
    });
  });

  test('has the first word of its command as its handler', async () => {
    const image = await imageOf('FROM public.ecr.aws/lambda/python:3.12\nCOPY a.py .\nCMD ["a.handler", "more"]\n', {
      'a.py': '',
    });
    expect(image.handler).toBe('a.handler');
  });

  test('without CMD has no handler', async () => {
    expect(await failureOf(imageOf('FROM public.ecr.aws/lambda/nodejs:22\n'))).toMatchObject({
      code: 'handler-missing',
    });
  });
});

describe("an image of an operating system, whose entry point is in the shell's form,", () => {
  const image = (entryPoint: string) =>
    imageOf(
      `FROM public.ecr.aws/lambda/provided:al2023
COPY run ./
ENTRYPOINT ${entryPoint}
CMD ["of.command"]
`,
      { run: '' },
    );
  const bootstrapOf = async (entryPoint: string) =>
    (await image(entryPoint)).files.find(({ path }) => path === 'bootstrap')?.content;

  test.each(['./run', 'exec ./run'])('starts the program that the shell starts: %s', async (entryPoint) => {
    expect(await bootstrapOf(entryPoint)).toMatchObject({ file: expect.stringMatching(/run$/) });
  });

  test('gives it its own words, and none of the command', async () => {
    expect(await bootstrapOf('./run --warm 1')).toEqual({ text: expect.stringMatching(/\/run" '--warm' '1'\n$/) });
  });

  test.each(['./run | tee log', './run $HOME'])('is left to the shell where that does more: %s', async (entryPoint) => {
    expect((await failureOf(image(entryPoint))).message).toContain('starts /bin/sh');
  });
});

describe('an image on another base', () => {
  test.each([
    ['python:3.12-slim', 'ENTRYPOINT ["/usr/local/bin/python", "-m", "awslambdaric"]', 'python3.12'],
    ['node:22-bookworm', 'ENTRYPOINT ["/usr/local/bin/npx", "aws-lambda-ric"]', 'nodejs22.x'],
    ['docker.io/library/ruby:3.3', 'ENTRYPOINT ["aws_lambda_ric"]', 'ruby3.3'],
    ['python:3.12-alpine', 'ENTRYPOINT exec python -m awslambdaric app.handler', 'python3.12'],
    ['python:3.12', 'COPY entry.sh /entry.sh\nENTRYPOINT ["/entry.sh"]', 'python3.12'],
  ])("%s with AWS's runtime client is that runtime", async (base, entry, runtime) => {
    const image = await imageOf(
      `FROM ${base}\nWORKDIR /function\nCOPY app/ /function\n${entry}\nCMD ["app.handler"]\n`,
      { 'app/app.x': '', 'entry.sh': 'exec python -m awslambdaric $@\n' },
    );
    expect(image).toMatchObject({ runtime, handler: 'app.handler' });
    expect(image.code).toEqual({ kind: 'folder', folder: join(image.context, 'app') });
  });

  test.each([
    ['ubuntu:24.04', 'ENTRYPOINT ["./run"]', "ubuntu:24.04, which is none of Lambda's base images"],
    ['python:3.12', 'ENTRYPOINT ["python", "app.py"]', 'starts no runtime client of AWS'],
    ['public.ecr.aws/lambda/python:3.12', 'ENTRYPOINT ["/bin/other"]', 'starts no runtime client of AWS'],
  ])('%s with %s is an error that names it', async (base, entry, message) => {
    const failure = await failureOf(imageOf(`FROM ${base}\n${entry}\nCMD ["a.b"]\n`));
    expect(failure.message).toContain(message);
    expect(failure.location).toMatchObject({ line: 1 });
  });
});

describe('a function that is an image', () => {
  const files = {
    'img/Dockerfile': 'FROM public.ecr.aws/lambda/python:3.12\nENV A=image B=image\nCOPY . .\nCMD ["app.handler"]\n',
    'img/app.py': '',
  };

  test('of the Serverless Framework is built from its path; its command and environment come before those of the image', async () => {
    const service = await openFiles({
      ...files,
      'serverless.yml': `service: s
provider: {name: aws, ecr: {images: {app: {path: ./img}, remote: '1.dkr.ecr.us-east-1.amazonaws.com/x@sha256:1'}}}
functions:
  f: {image: app, environment: {B: own}}
  g: {image: {name: app, command: [app.other]}}
  h: {image: '1.dkr.ecr.us-east-1.amazonaws.com/x@sha256:1'}
  i: {image: {name: remote}}
`,
    });
    expect(await service.load('f')).toMatchObject({
      runtime: 'python3.12',
      handler: 'app.handler',
      environment: { A: 'image', B: 'own' },
    });
    expect((await service.load('g')).handler).toBe('app.other');
    for (const name of ['h', 'i']) expect((await failureOf(service.load(name))).code).toBe('function-image');
  });

  test('of SAM is what its metadata describes', async () => {
    const { service, folder } = await openTemplate({
      ...files,
      'template.yaml': samTemplate(`F:
  Type: AWS::Serverless::Function
  Metadata: {Dockerfile: Dockerfile, DockerContext: ./img, DockerTag: v1}
  Properties: {PackageType: Image, ImageConfig: {Command: [app.other]}}
G: {Type: AWS::Serverless::Function, Properties: {PackageType: Image, ImageUri: x}}`),
    });
    expect(await service.load('F')).toMatchObject({
      runtime: 'python3.12',
      handler: 'app.other',
      code: { kind: 'folder', folder: join(folder, 'img') },
    });
    expect((await failureOf(service.load('G'))).code).toBe('function-image');
  });

  test('of the CDK is its asset', async () => {
    const { service } = await openTemplate({
      ...files,
      'cdk.out/manifest.json': JSON.stringify({
        version: '1',
        artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 'S.template.json' } } },
      }),
      'cdk.out/S.template.json': JSON.stringify({
        Resources: {
          F: {
            Type: 'AWS::Lambda::Function',
            Properties: { PackageType: 'Image', Code: { ImageUri: 'x' } },
            Metadata: {
              'aws:cdk:path': 'S/F/Resource',
              'aws:asset:path': '../img',
              'aws:asset:property': 'Code.ImageUri',
            },
          },
        },
      }),
    });
    expect(await service.load('S/F')).toMatchObject({ runtime: 'python3.12', handler: 'app.handler' });
  });
});
