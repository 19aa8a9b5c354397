/**
 * The name of a chunk: that of the module that is loaded late, or of its package.
 * @param {{ name: string, facadeModuleId?: string | null, moduleIds: string[] }} chunk
 */
export function chunkName({ name, facadeModuleId, moduleIds }) {
  const id = (facadeModuleId ?? moduleIds.at(-1) ?? '').replaceAll('\\', '/');
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
  return inPackage === undefined ? name : inPackage.replace('@', '').replace('/', '-');
}
