/** What a base image is. */
export type BaseImage =
  /** One of AWS's, with the runtime in it. */
  | { readonly kind: 'lambda'; readonly runtime: string }
  /** A public image of a language, whose function runs once AWS's client for that language is in it. */
  | { readonly kind: 'language'; readonly runtime: string }
  | { readonly kind: 'other' };

const lambdaImage =
  /^(?:public\.ecr\.aws\/lambda\/|(?:docker\.io\/)?amazon\/aws-lambda-|.*\.amazonaws\.com\/lambda\/)(python|nodejs|ruby|java|provided|go)(?::(.+))?$/;
const languageImage = /^(?:docker\.io\/)?(?:library\/)?(?:.*\/)?(python|node|ruby)(?::(.+))?$/;

/** The images that `sam build` builds in, which stand below many a first stage. They have no runtime. */
const samBuildImage = /^(?:public\.ecr\.aws\/sam\/build-|(?:docker\.io\/)?amazon\/aws-sam-cli-build-image-)/;

/** The folder in which an image begins. */
export function startFolder(name: string): string {
  return lambdaImage.test(name.split('@')[0] ?? '') || samBuildImage.test(name) ? '/var/task' : '/';
}

/** Images of the language that is newest, where a tag names no version. */
const newest: Readonly<Record<string, string>> = {
  python: '3.13',
  nodejs: '22',
  ruby: '3.4',
  java: '21',
  provided: 'al2023',
};

/**
 * What an image's name says of it. Source: Lambda developer guide, "Create a Lambda function using a container image", and the
 * pages of the base images.
 */
export function baseImage(name: string): BaseImage {
  const [bare = ''] = name.split('@');
  const [, lambda, tag] = lambdaImage.exec(bare) ?? [];
  if (lambda !== undefined) {
    const runtime = runtimeOf(lambda, tag);
    return runtime === undefined ? { kind: 'other' } : { kind: 'lambda', runtime };
  }
  const [, language, version] = languageImage.exec(bare) ?? [];
  const runtime = language && runtimeOf(language === 'node' ? 'nodejs' : language, version);
  return runtime === undefined ? { kind: 'other' } : { kind: 'language', runtime };
}

function runtimeOf(language: string, tag = 'latest'): string | undefined {
  if (language === 'go') return 'go1.x';
  if (language === 'provided') {
    const system = /^(al2023|al2|alami)/.exec(tag)?.[1];
    return system === undefined || system === 'alami' ? 'provided.al2023' : `provided.${system}`;
  }
  const [, version = newest[language]] = /^(\d+(?:\.\d+)?)/.exec(tag) ?? [];
  if (version === undefined) return undefined;
  if (language === 'nodejs') return `nodejs${version.split('.')[0]}.x`;
  if (language === 'java') return /^8/.test(version) ? 'java8.al2' : `java${version.split('.')[0]}`;
  return `${language}${version}`;
}
