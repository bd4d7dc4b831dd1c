import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GUEST } from '#core/domain/policy/actor.ts'
import { spellWhatStands } from '#server/adapters/postgres/spell-what-stands.ts'
import { searchPeople } from '#server/usecases/people/search-people.ts'
import { searchCity } from '#server/usecases/search/search-city.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let teacher: PersonActor
beforeAll(async () => {
  world = await foundTestCity()
  teacher = await world.actorOf('荆文涛')
})
afterAll(() => world.close())

const namesOf = async (query: string) =>
  (await searchPeople(world.city, teacher, { query, limit: 60 })).people.map(({ name }) => name)

/** Every two characters that stand together in a text, and every three. */
const termsOf = (text: string) => {
  const characters = Array.from(text.replaceAll(/\s/gu, ''))
  return characters.flatMap((_, at) => [2, 3].map((length) => characters.slice(at, at + length).join('')))
}

describe('searching the city', () => {
  it('[FIND1] whatever stands together in a name is found wherever an exhaustive scan finds it', async () => {
    const people = await world.database.person.findMany({ include: { organisation: { include: { parent: true } } } })
    const textsOf = ({ name, organisation }: (typeof people)[number]) => [
      ...[name, organisation.name, organisation.shortName],
      ...(organisation.parent?.kind === 'district' ? [organisation.parent.name, organisation.parent.shortName] : []),
    ]
    const terms = [...new Set(people.flatMap(({ name, organisation }) => termsOf(`${name} ${organisation.name}`)))]
    expect(terms.length).toBeGreaterThan(100)
    for (const term of terms) {
      const scanned = people.filter((person) => textsOf(person).some((text) => text.includes(term)))
      expect([term, (await namesOf(term)).sort()]).toEqual([term, scanned.map(({ name }) => name).sort()])
    }
  })

  it.each(['%', '_', '\\', '昆_的', "'; DROP TABLE person; --"])(
    '[FIND1] %s is looked for as it is written',
    async (query) => {
      const found = await searchCity(world.city, teacher, { query })
      const counts = [found.activities.items.length, found.studios.items.length, found.people?.people.length]
      expect(counts).toEqual([0, 0, 0])
    },
  )

  it.each(['翟雅琴', 'zhaiyaqin', 'zyq', 'ZYQ', 'ｚｙｑ', 'yaqin', '雅琴', 'zhai 雅琴'])(
    '[FIND1] %s finds the master, the studio and what she holds',
    async (query) => {
      const { activities, studios, people } = await searchCity(world.city, teacher, { query })
      expect(people?.people.map(({ name }) => name)).toContain('翟雅琴')
      expect(studios.items.map(({ master }) => master.name)).toContain('翟雅琴')
      expect(activities.items.length).toBeGreaterThan(0)
    },
  )

  it('[FIND1] several words must all be there, each anywhere', async () => {
    const { activities } = await searchCity(world.city, teacher, { query: '昆明 zyq' })
    expect(activities.items.length).toBeGreaterThan(0)
    for (const { title } of activities.items) expect(title).toContain('昆明')
    expect((await searchCity(world.city, teacher, { query: '昆明 没有这个词' })).activities.items).toEqual([])
  })

  it('[FIND2] guests are shown no list of people, and nobody what their lists do not show', async () => {
    const group = await world.database.activity.findFirstOrThrow({ where: { entry: 'group', state: 'published' } })
    const seenBy = async (actor: typeof GUEST | PersonActor) =>
      (await searchCity(world.city, actor, { query: group.title })).activities.items.map(({ id }) => id)
    expect((await searchCity(world.city, GUEST, { query: '翟雅琴' })).people).toBeNull()
    expect(await seenBy(GUEST)).not.toContain(group.id)
    const host = await world.database.person.findUniqueOrThrow({ where: { id: group.hostId } })
    expect(await seenBy(await world.actorOf(host.name))).toContain(group.id)
  })

  it('[FIND1] people come a page at a time, each once, in order', async () => {
    const whole = await searchPeople(world.city, teacher, { query: '学', limit: 60 })
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const position = cursor === undefined ? {} : { cursor }
      const page = await searchPeople(world.city, teacher, { query: '学', limit: 3, ...position })
      ids.push(...page.people.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(ids.length).toBeGreaterThan(6)
    expect(ids).toEqual(whole.people.map(({ id }) => id))
  })

  it('[FIND3] what was written past the spelling is spelled at the next start, once', async () => {
    const { database } = world
    await database.person.updateMany({ data: { spelling: null } })
    await database.studio.updateMany({ data: { spelling: null } })
    await database.activity.updateMany({ data: { spelling: null } })
    expect(await namesOf('zyq')).toEqual([])
    const { signal } = new AbortController()
    await Promise.all([spellWhatStands(database, { signal }), spellWhatStands(database, { signal })])
    expect(await namesOf('zyq')).toEqual(['翟雅琴'])
    const left = { where: { spelling: null } }
    expect([
      await database.person.count(left),
      await database.studio.count(left),
      await database.activity.count(left),
    ]).toEqual([0, 0, 0])
  })
})
