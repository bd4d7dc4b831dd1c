import { httpSchemasOf, type HttpInput, type HttpOutput, type HttpRequestName } from '#core/contract/http-requests.ts'
import type { ImportRow } from '#core/contract/imports.ts'
import { codeOf, openHttpDoor, signIn, type HttpDoor } from '#tests/support/city/http-door.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'
import { csvList, type ListRow } from '#tests/support/import/make-list.ts'

/** The demo city with its office at the desk. */
export interface ImportCity {
  city: TestCity
  door: HttpDoor
  ask<N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N>>
  codeOf<N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<string>
  upload(file: Buffer | readonly ListRow[]): Promise<string>
  /** Uploads, confirms, and lets the job do it. */
  bring(file: Buffer | readonly ListRow[]): Promise<string>
  takeBack(batchId: string): Promise<void>
  faults(batchId: string): Promise<ImportRow[]>
  /** Everything that a list may touch; ids and order left out of it. */
  snapshot(): Promise<unknown>
  close(): Promise<void>
}

export async function openImportCity(): Promise<ImportCity> {
  const city = await foundTestCity()
  const door = await openHttpDoor({ ...city.app, limiter: { take: () => Promise.resolve({ allowed: true }) } })
  const cookie = await signIn(door, { username: 'gengfengming', password: await city.passwordOf('gengfengming') })
  const office = await city.actorOf('耿凤鸣')
  const post = (name: string, body: unknown) => door.post(`/api/rpc/${name}`, { body, cookie })
  const ask: ImportCity['ask'] = async (name, input) => {
    const { body } = await post(name, input)
    if (!body.ok) throw new Error(`${name}: ${body.error.message}`)
    return httpSchemasOf(name).output.parse(body.data)
  }
  const upload: ImportCity['upload'] = async (file) => {
    const bytes = Buffer.isBuffer(file) ? file : csvList(file)
    const read = () => Promise.resolve(bytes)
    return (await city.app.imports.upload(office, { fileName: '人员.csv', read })).batchId
  }
  return {
    city,
    door,
    ask,
    codeOf: async (name, input) => codeOf(await post(name, input)),
    upload,
    bring: async (file) => {
      const batchId = await upload(file)
      await ask('import.confirm', { batchId, leavesOutFaulty: true })
      await city.imports.run(batchId)
      return batchId
    },
    takeBack: async (batchId) => {
      await ask('import.take-back', { batchId })
      await city.imports.run(batchId)
    },
    faults: async (batchId) => (await ask('import.rows', { batchId, kind: 'faulty' })).rows,
    snapshot: async () => {
      const { database } = city
      const people = await database.person.findMany({
        orderBy: { id: 'asc' },
        include: {
          user: { include: { accounts: { omit: { updatedAt: true } } }, omit: { updatedAt: true } },
          grants: { orderBy: { id: 'asc' } },
        },
      })
      const organisations = await database.organisation.findMany({ orderBy: { id: 'asc' } })
      return { people, organisations, links: await database.oneTimeLink.findMany({ orderBy: { subject: 'asc' } }) }
    },
    close: async () => {
      await door.close()
      await city.close()
    },
  }
}
