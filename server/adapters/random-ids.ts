import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Ids } from '#server/usecases/ports.ts'

export const randomIds: Ids = {
  next: () => v7(),
  secret: () => randomBytes(32).toString('base64url'),
}
