import type { ObjectStorage } from '../ports.ts'
import type { People } from './ports.ts'

/** A person's picture, which everybody may see; null when there is none. */
export async function readPortrait(
  { people, storage }: { people: People; storage: ObjectStorage },
  personId: string,
): Promise<{ body: NodeJS.ReadableStream; sizeBytes: number } | null> {
  const key = await people.portraitKey(personId)
  return key === null ? null : storage.read(key)
}
