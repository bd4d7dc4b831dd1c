import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { FinalizeError } from './finalize-error.ts'
import { finalizePart, type FinishedPart } from './finalize-part.ts'
import { parsePartFileName } from './part-name.ts'
import { removePart } from './remove-part.ts'

export type RecoveredDirectory = {
  /** In order of track and part. */
  parts: FinishedPart[]
  /** Files that could not be finished, with the reason; they are left as they are. */
  unreadable: { file: string; message: string }[]
}

/**
 * Finishes every part in `directory` after the recorder was killed, or after it closed well: torn tails are cut,
 * durations known, parts without a whole fragment deleted. Idempotent. Nobody may be recording into it meanwhile,
 * save tracks named in `except`.
 */
export async function recoverDirectory(
  directory: string,
  { except = () => false }: { except?: (file: string) => boolean } = {},
): Promise<RecoveredDirectory> {
  const recovered: RecoveredDirectory = { parts: [], unreadable: [] }
  for (const name of (await readdir(directory)).sort()) {
    const file = path.join(directory, name)
    if (!parsePartFileName(name) || except(file)) continue
    try {
      const part = await finalizePart(file)
      if (part) recovered.parts.push(part)
      else await removePart(file)
    } catch (error) {
      if (!(error instanceof FinalizeError)) throw error
      recovered.unreadable.push({ file, message: error.message })
    }
  }
  return recovered
}
