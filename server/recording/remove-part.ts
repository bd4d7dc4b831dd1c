import { rm } from 'node:fs/promises'
import { INDEX_SUFFIX } from './part-index.ts'

/** Deletes a part and its index. Idempotent. */
export async function removePart(file: string): Promise<void> {
  await rm(file, { force: true })
  await rm(file + INDEX_SUFFIX, { force: true })
}
