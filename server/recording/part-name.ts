const TRACK_ID = /^[A-Za-z0-9_-]{1,64}$/
const PART_FILE = /^([A-Za-z0-9_-]{1,64})\.(\d{4,})\.(mp4|webm)$/

/** Track ids become file names: letters, digits, `_` and `-` only. */
export function isTrackId(trackId: string): boolean {
  return TRACK_ID.test(trackId)
}

/** For example `cam1.0003.mp4`. */
export function partFileName({ trackId, partIndex, container }: PartName): string {
  return `${trackId}.${String(partIndex).padStart(4, '0')}.${container}`
}

export function parsePartFileName(name: string): PartName | undefined {
  const match = PART_FILE.exec(name)
  const [, trackId, partIndex, container] = match ?? []
  if (trackId === undefined || (container !== 'mp4' && container !== 'webm')) return undefined
  return { trackId, partIndex: Number(partIndex), container }
}

export type PartName = { trackId: string; partIndex: number; container: 'mp4' | 'webm' }
