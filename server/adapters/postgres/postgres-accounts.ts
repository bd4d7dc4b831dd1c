import { AppError } from '#core/contract/errors.ts'
import { Prisma } from './generated/client.ts'
import type { Queryable } from './database.ts'
import type { Accounts } from '#server/usecases/identity/ports.ts'
import type { Ids } from '#server/usecases/ports.ts'
import { hashPassword } from '#server/adapters/identity/passwords.ts'

const UNIQUE_VIOLATION = 'P2002'

/** Accounts as better-auth reads them: a user, and a credential of the same id. Mail is not used; its column is filled. */
export class PostgresAccounts implements Accounts {
  readonly #database: Queryable
  readonly #ids: Ids

  constructor({ database, ids }: { database: Queryable; ids: Ids }) {
    this.#database = database
    this.#ids = ids
  }

  async create({ username, password, name }: { username: string; password: string; name: string }) {
    const userId = this.#ids.next()
    const credential = {
      id: this.#ids.next(),
      accountId: userId,
      providerId: 'credential',
      password: await hashPassword(password),
    }
    const data = { id: userId, name, email: `${userId}@accounts.invalid`, username, displayUsername: username }
    try {
      await this.#database.user.create({ data: { ...data, accounts: { create: credential } }, select: { id: true } })
    } catch (cause) {
      if (!(cause instanceof Prisma.PrismaClientKnownRequestError) || cause.code !== UNIQUE_VIOLATION) throw cause
      throw new AppError('CONFLICT', '这个用户名已经有人用了。', { field: 'username', cause })
    }
    return { userId }
  }

  async endSessionsOf(personId: string): Promise<void> {
    await this.#database.authSession.deleteMany({ where: { user: { person: { id: personId } } } })
  }

  async usernameOf(personId: string): Promise<string | null> {
    const person = await this.#database.person.findUnique({
      where: { id: personId },
      select: { user: { select: { username: true } } },
    })
    return person?.user?.username ?? null
  }

  async setPassword(personId: string, { password }: { password: string }): Promise<void> {
    const hashed = await hashPassword(password)
    const { count } = await this.#database.account.updateMany({
      where: { providerId: 'credential', user: { person: { id: personId } } },
      data: { password: hashed },
    })
    if (count !== 1) throw new Error(`${count} accounts belong to person ${personId}`)
  }
}
