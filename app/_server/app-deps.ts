import 'server-only'
import type { AppDeps } from '#server/usecases/http/app-deps.ts'

/** What the process built for us. Throws where Next runs without the process (`next start` alone): a mistake of setting up. */
export function appDeps(): AppDeps {
  const deps = globalThis.tongkeAppDeps
  if (deps === undefined) throw new Error('the web application must be run by server/main.ts')
  return deps
}
