import type { SeatHolder, SeatStore } from '#server/usecases/seminar/ports.ts'
import type { Database } from './database.ts'

export class PostgresSeats implements SeatStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async take(sessionId: string, { holder, newId }: { holder: SeatHolder; newId: string }): Promise<string> {
    const where = { sessionId, ...holder }
    const known = await this.#database.seat.findFirst({ where, select: { id: true } })
    if (known !== null) return known.id
    // Two tabs at once: the unique key keeps one, and both read it.
    await this.#database.seat.createMany({ data: [{ id: newId, ...where }], skipDuplicates: true })
    const { id } = await this.#database.seat.findFirstOrThrow({ where, select: { id: true } })
    return id
  }
}
