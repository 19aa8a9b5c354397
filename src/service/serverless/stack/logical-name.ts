/**
 * A key of the configuration, as the framework writes it in the template's logical names: `my-fn_a` is
 * `MyDashfnUnderscorea`. Source: the framework's guide, "AWS Resources", normalized names.
 */
export function logicalName(key: string): string {
  const spelled = key.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
