import { httpSchemasOf, type HttpRequestName } from '#core/contract/http-requests.ts'

/** The fields of an input that the server would refuse for their form: all of them, where it would name the first. */
export function mistakenFields(name: HttpRequestName, input: unknown): ReadonlySet<string> {
  const parsed = httpSchemasOf(name).input.safeParse(input)
  return new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])))
}
