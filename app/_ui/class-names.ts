/** Joins class names and drops what is missing: `classNames('a', busy && 'b', className)`. */
export function classNames(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ')
}
