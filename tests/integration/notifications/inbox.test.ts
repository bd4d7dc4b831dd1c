import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { httpSchemasOf, type HttpInput, type HttpOutput, type HttpRequestName } from '#core/contract/http-requests.ts'
import { INBOX_PATH } from '#core/contract/protocol.ts'
import { openHttpDoor, signIn, type HttpDoor } from '#tests/support/city/http-door.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'
import { openInboxNode } from './inbox-node.ts'

type Ask = <N extends HttpRequestName>(name: N, input: HttpInput<N>) => Promise<HttpOutput<N>>
interface Somebody {
  personId: string
  cookie: string
  ask: Ask
}

let city: TestCity
let door: HttpDoor
let teacher: Somebody
let other: Somebody

async function comeIn(name: string, username: string): Promise<Somebody> {
  const cookie = await signIn(door, { username, password: await city.passwordOf(username) })
  const ask: Ask = async (request, input) => {
    const { body } = await door.post(`/api/rpc/${request}`, { body: input, cookie })
    if (!body.ok) throw new Error(`${request}: ${body.error.message}`)
    return httpSchemasOf(request).output.parse(body.data)
  }
  return { personId: (await city.actorOf(name)).personId, cookie, ask }
}

beforeAll(async () => {
  city = await foundTestCity()
  door = await openHttpDoor({ ...city.app, limiter: { take: () => Promise.resolve({ allowed: true }) } })
  teacher = await comeIn('周雨桐', 'zhouyutong')
  other = await comeIn('荆文涛', 'jingwentao')
})
afterAll(async () => {
  await door.close()
  await city.close()
})
beforeEach(async () => {
  await city.database.notification.deleteMany()
})

const told = (studioName: string) => ({
  kind: 'studio.opened' as const,
  params: { studioId: 'studio-1', studioName },
})
const tell = ({ personId }: Somebody, ...names: string[]) =>
  city.city.transactions.run(({ notifications }) =>
    notifications.add(names.map((name) => ({ personId, ...told(name) }))),
  )
const namesOf = ({ items }: HttpOutput<'notifications.list'>) => items.map(({ said }) => said?.params['studioName'])

describe('the list', () => {
  it('[NOTE2] holds nothing, one, and many, newest first and page by page, and nobody else’s', async () => {
    expect(await teacher.ask('notifications.list', {})).toEqual({ items: [], nextCursor: null })
    await tell(other, '别人的')
    await tell(teacher, '甲')
    expect(namesOf(await teacher.ask('notifications.list', {}))).toEqual(['甲'])
    await tell(teacher, ...Array.from({ length: 64 }, (_, index) => `第${index}`))
    const seen: unknown[] = []
    for (let cursor: string | null | undefined = undefined; cursor !== null;) {
      const page: HttpOutput<'notifications.list'> = await teacher.ask('notifications.list', {
        ...(cursor === undefined ? {} : { cursor }),
        limit: 20,
      })
      seen.push(...namesOf(page))
      cursor = page.nextCursor
    }
    expect(seen).toEqual([...Array.from({ length: 64 }, (_, index) => `第${63 - index}`), '甲'])
  })

  it('[NOTE2] says what it is about and leads there; what no version knows any more is kept without words', async () => {
    await city.database.notification.create({
      data: { id: '0', personId: teacher.personId, kind: 'gone.kind', params: {}, createdAt: new Date() },
    })
    await tell(teacher, '甲')
    const { items } = await teacher.ask('notifications.list', {})
    expect(items).toMatchObject([
      { said: told('甲'), href: '/studios/studio-1', readAt: null },
      { said: null, href: null },
    ])
  })

  it('[NOTE3] what is marked as read goes from the unread, and comes back when it is taken back', async () => {
    await tell(teacher, '甲', '乙', '丙')
    const { items } = await teacher.ask('notifications.list', {})
    const unread = async () => namesOf(await teacher.ask('notifications.list', { only: 'unread' }))
    const first = await teacher.ask('notifications.read', { notificationIds: [items[1]?.id ?? ''] })
    expect(await unread()).toEqual(['丙', '甲'])
    // What comes after one has looked is not marked with the rest.
    await tell(teacher, '丁')
    const { readAt } = await teacher.ask('notifications.read-all', { upToId: items[0]?.id ?? '' })
    expect(await unread()).toEqual(['丁'])
    expect(await teacher.ask('notifications.count', {})).toEqual({ unreadCount: 1 })
    await teacher.ask('notifications.unread', { readAt })
    expect(await unread()).toEqual(['丁', '丙', '甲'])
    await teacher.ask('notifications.unread', first)
    expect(await unread()).toEqual(['丁', '丙', '乙', '甲'])
  })

  it('[NOTE3] nobody marks what others were told', async () => {
    await tell(other, '别人的')
    const [theirs] = (await other.ask('notifications.list', {})).items
    await teacher.ask('notifications.read', { notificationIds: [theirs?.id ?? ''] })
    await teacher.ask('notifications.read-all', { upToId: theirs?.id ?? '' })
    expect(await other.ask('notifications.count', {})).toEqual({ unreadCount: 1 })
  })
})

describe('open pages', () => {
  let node: Awaited<ReturnType<typeof openInboxNode>>
  beforeEach(async () => {
    node = await openInboxNode(city)
  })
  afterEach(() => node.close())

  it('[NOTE4] are told when they come, at what is new, and at what is read in another of them', async () => {
    await tell(teacher, '甲')
    const [one, two, theirs] = [node.open(teacher.cookie), node.open(teacher.cookie), node.open(other.cookie)]
    await Promise.all([one.until(1), two.until(1), theirs.until(0)])
    await tell(teacher, '乙')
    await Promise.all([one.until(2), two.until(2)])
    const [newest] = (await teacher.ask('notifications.list', {})).items
    await teacher.ask('notifications.read-all', { upToId: newest?.id ?? '' })
    await Promise.all([one.until(0), two.until(0)])
    expect(theirs.told).toEqual([0])
  })

  it('[NOTE4] hear nothing of what was not committed', async () => {
    const page = node.open(teacher.cookie)
    await page.until(0)
    const failing = city.city.transactions.run(async ({ notifications }) => {
      await notifications.add([{ personId: teacher.personId, ...told('甲') }])
      throw new Error('thought better of it')
    })
    await expect(failing).rejects.toThrow('thought better of it')
    await tell(teacher, '乙')
    await page.until(1)
    expect(page.told).toEqual([0, 1])
  })

  it('[NOTE5] hear of it at every node', async () => {
    const second = await openInboxNode(city)
    const pages = [node.open(teacher.cookie), second.open(teacher.cookie)]
    await Promise.all(pages.map((page) => page.until(0)))
    await tell(teacher, '甲')
    await Promise.all(pages.map((page) => page.until(1)))
    await second.close()
  })

  it('[NOTE5] miss nothing while the database was away, nor while they slept themselves', async () => {
    const [awake, asleep] = [node.open(teacher.cookie), node.open(teacher.cookie)]
    await Promise.all([awake.until(0), asleep.until(0)])
    asleep.socket.pause()
    await asleep.until(null)
    const cut = await city.database.$queryRaw<{ pid: number }[]>`
      SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE 'LISTEN%' AND datname = current_database()`
    expect(cut).toHaveLength(1)
    await tell(teacher, '甲', '乙')
    await awake.until(2)
    asleep.socket.resume()
    await asleep.until(2)
    await tell(teacher, '丙')
    await Promise.all([awake.until(3), asleep.until(3)])
  })

  it('[NOTE6] hear nothing without a session, nor after it has ended', async () => {
    const guest = io(node.origin, { path: INBOX_PATH, transports: ['websocket'], reconnection: false })
    const refused = await new Promise<Error>((resolve) => guest.once('connect_error', resolve))
    expect(refused.message).toBe('UNAUTHENTICATED')
    const page = node.open(other.cookie)
    await page.until(0)
    node.sockets.closePerson(other.personId)
    await page.until(null)
  })
})
