import type { HttpRequestName } from '#core/contract/http-requests.ts'
import type { WireError } from '#core/contract/errors.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { ApplicationPhotoDoor } from '../applications/application-photos.ts'
import type { RequestLimiter } from './ports.ts'
import type { Performed } from './perform.ts'
import type { RequestOrigin } from './use-cases.ts'
import type { Identity } from '../identity/ports.ts'
import type { ImportDoor } from '../import/import-door.ts'
import type { PlanImageDoor } from '../plans/plan-image-door.ts'

export interface StoredBytes {
  body: NodeJS.ReadableStream
  sizeBytes: number
}

/**
 * What the process hands to Next. Next bundles its own copies of modules: nothing in here may be told by `instanceof`
 * on the other side, which is why failures cross as values.
 */
export interface AppDeps {
  publicUrl: URL
  identity: Identity
  limiter: RequestLimiter
  /** Never rejects. */
  perform<N extends HttpRequestName>(
    name: N,
    request: { actor: Actor; input: unknown } & RequestOrigin,
  ): Promise<Performed<N>>
  /** Logs a bug and answers what may be told of it. */
  report(error: unknown, fields: Record<string, unknown>): WireError
  readPortrait(personId: string): Promise<StoredBytes | null>
  /** Rejects with what `report` turns into `NOT_FOUND` for who may not see the activity. */
  readCover(actor: Actor, activityId: string): Promise<StoredBytes | null>
  planImages: PlanImageDoor
  imports: ImportDoor
  applicationPhotos: ApplicationPhotoDoor
}

declare global {
  // The one slot between the process and the code that Next bundles (architecture.md §2).
  var tongkeAppDeps: AppDeps | undefined
}

/** Called once, by the composition root, before the first request is let in. */
export function provideAppDeps(deps: AppDeps): void {
  globalThis.tongkeAppDeps = deps
}
