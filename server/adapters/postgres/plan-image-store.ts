import type { PlanImageRecord, PlanImageStore } from '#server/usecases/plans/ports.ts'
import type { Database } from './database.ts'

export class PostgresPlanImageStore implements PlanImageStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async save({ imageId, ...image }: PlanImageRecord): Promise<void> {
    await this.#database.planImage.create({ data: { id: imageId, ...image }, select: { id: true } })
  }

  async find(imageId: string): Promise<PlanImageRecord | null> {
    const row = await this.#database.planImage.findUnique({ where: { id: imageId }, omit: { createdAt: true } })
    if (row === null) return null
    const { id, ...image } = row
    return { imageId: id, ...image }
  }
}
