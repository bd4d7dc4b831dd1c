import { existsSync } from 'node:fs'
import path from 'node:path'
import type { PartPlace } from '#server/usecases/recording/ports.ts'
import { partFileName } from './part-name.ts'

/** Where recordings lie while they are made: `<root>/<recordingId>/<trackId>.<part>.<container>`. */
export class RecordingFolder {
  readonly root: string

  constructor(root: string) {
    this.root = root
  }

  of(recordingId: string): string {
    return path.join(this.root, recordingId)
  }

  file({ recordingId, trackId, position, container }: PartPlace): string {
    return path.join(this.of(recordingId), partFileName({ trackId, partIndex: position, container }))
  }

  has(recordingId: string): boolean {
    return existsSync(this.of(recordingId))
  }
}
