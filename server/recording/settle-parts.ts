import type { Ids, Log } from '#server/usecases/ports.ts'
import type { RecordingRecord, RecordingStore } from '#server/usecases/recording/ports.ts'
import { toPartFacts } from './part-row.ts'
import { recoverDirectory } from './recover-directory.ts'
import type { RecordingFolder } from './recording-folder.ts'

export interface SettleDeps {
  folder: RecordingFolder
  store: RecordingStore
  ids: Ids
  log: Log
}

/**
 * Makes every part that lies in the recording's folder whole, and its row say so; rows of parts that came to nothing go.
 * Idempotent. Nobody may be recording into the folder.
 */
export async function settleParts(
  { folder, store, ids, log }: SettleDeps,
  { id: recordingId, zeroEpochMs, tracks }: RecordingRecord,
): Promise<void> {
  if (!folder.has(recordingId)) return
  const { parts, unreadable } = await recoverDirectory(folder.of(recordingId))
  for (const { file, message } of unreadable) log.warn({ recordingId, file, message }, 'part_unreadable')
  for (const part of parts) {
    const { durationMs, sizeBytes } = part
    const facts = toPartFacts(part, { zeroEpochMs, growth: { state: 'closed', durationMs, sizeBytes } })
    await store.savePart({ ...facts, recordingId, newId: ids.next() })
  }
  const found = new Set(parts.map(({ trackId, partIndex }) => `${trackId} ${partIndex}`))
  for (const track of tracks) {
    for (const part of track.parts) {
      if (part.state === 'open' && !found.has(`${track.id} ${part.position}`)) await store.dropPart(part.id)
    }
  }
}
