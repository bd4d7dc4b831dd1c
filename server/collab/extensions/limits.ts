import type { Extension } from '@hocuspocus/server'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { Refusal, type PlanContext } from '../plan-connection.ts'

/** One message: what was written without a net for a week fits in, pictures travel by themselves. */
export const MESSAGE_MAX_BYTES = 2_000_000
/** A plan with every change of a year is far below; above it browsers become slow. */
export const DOCUMENT_MAX_BYTES = 8_000_000

/** Refuses what would make a document too large. `sizeBytesOf` answers what it weighs now, by estimate. */
export function limits({ sizeBytesOf }: { sizeBytesOf: (documentName: string) => number }): Extension<PlanContext> {
  return {
    extensionName: 'limits',
    beforeSync: ({ type, payload, documentName }) => {
      const isTooLarge =
        type !== messageYjsSyncStep1 && sizeBytesOf(documentName) + payload.byteLength > DOCUMENT_MAX_BYTES
      return isTooLarge ? Promise.reject(new Refusal('too-large')) : Promise.resolve()
    },
  }
}
