import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpRequestNames, httpSchemasOf } from '#core/contract/http-requests.ts'
import { codeOf, openHttpDoor, signIn, type HttpDoor } from '#tests/support/city/http-door.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

const RUNS = 40

let city: TestCity
let door: HttpDoor
let cookie: string

beforeAll(async () => {
  city = await foundTestCity()
  door = await openHttpDoor({ ...city.app, limiter: { take: () => Promise.resolve({ allowed: true }) } })
  cookie = await signIn(door, { username: 'gengfengming', password: await city.passwordOf('gengfengming') })
})
afterAll(async () => {
  await door.close()
  await city.close()
})

/** What an attacker or a broken client may put where something else belongs. */
const strange = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    1e308,
    '',
    ' ',
    '\u0000',
    '\ud800',
    "'; DROP TABLE person; --",
    '../../etc/passwd',
    '𠮷',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.double(),
  fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 5 }),
  fc.dictionary(fc.string({ maxLength: 10 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 }),
)

const FIELDS = [
  'activityId',
  'studioId',
  'query',
  'limit',
  'cursor',
  'search',
  'state',
  'kind',
  'link',
  'input',
  'title',
  'agenda',
  'roles',
  'startsAt',
  'motto',
  'sessionId',
  'username',
  'password',
  'name',
  'organisation',
  'organisationId',
  'parentId',
  'personId',
  'role',
  '__proto__',
  'constructor',
]

const payload = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  strange,
  fc.dictionary(fc.constantFrom(...FIELDS), strange, { maxKeys: 8 }),
)

/** Requests whose every well-formed payload is harmless are asked as somebody who may all. */
const ASKED = httpRequestNames.filter((name) => name !== 'me.sign-out-everywhere')

describe('[WIRE1] a malformed payload is a clean error', () => {
  it.each(ASKED)('of %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(payload, async (value) => {
        const body = JSON.stringify(value)
        const answer = await door.post(`/api/rpc/${name}`, { body, cookie })
        const wellFormed = httpSchemasOf(name).input.safeParse(JSON.parse(body)).success
        if (!wellFormed) expect(['INVALID', 'UNAVAILABLE']).toContain(codeOf(answer))
        expect(codeOf(answer)).not.toBe('INTERNAL')
      }),
      { numRuns: RUNS },
    )
  })

  it.each([
    ['no JSON', '{"a":', { 'content-type': 'application/json' }, 400, 'INVALID'],
    ['nothing', '', { 'content-type': 'application/json' }, 400, 'INVALID'],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'INVALID'],
    ['text that calls itself JSON-like', '{}', { 'content-type': 'application/jsonp' }, 400, 'INVALID'],
    [
      'more than 256 kB',
      JSON.stringify({ query: 'x'.repeat(262_145) }),
      { 'content-type': 'application/json' },
      413,
      'QUOTA',
    ],
  ])('%s', async (_what, body, headers, status, code) => {
    const answer = await door.post('/api/rpc/people.search', { body, headers, cookie })
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code })
  })

  it.each(['nope', 'constructor', '__proto__', 'toString', 'home.get/x', '%2e%2e'])(
    'the name %s is not one',
    async (name) => {
      const answer = await door.post(`/api/rpc/${name}`, { body: {}, cookie })
      expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 404, code: 'NOT_FOUND' })
    },
  )

  it.each([
    ['activities.list', { search: 'a\u0000' }],
    ['studios.list', { search: '\u0000b' }],
    ['people.search', { query: '\u0000' }],
    ['activity.get', { activityId: '\u0000' }],
  ])('%s with what the database cannot hold', async (name, body) => {
    expect(codeOf(await door.post(`/api/rpc/${name}`, { body, cookie }))).toBe('INVALID')
  })

  it('signing in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(payload, fc.record({ username: strange, password: strange })), async (value) => {
        const answer = await door.post('/api/auth/sign-in', { body: JSON.stringify(value) })
        expect(['INVALID', 'UNAUTHENTICATED', 'RATE_LIMITED']).toContain(codeOf(answer))
      }),
      { numRuns: RUNS },
    )
  })

  it('and after all of it the server answers, and has logged no bug', async () => {
    expect(codeOf(await door.post('/api/rpc/home.get', { body: {} }))).toBe('OK')
    expect(city.errors).toEqual([])
  })
})

describe('[WIRE2] a bug', () => {
  it('is told by its number alone, under which it is logged', async () => {
    const secret = 'select * from account'
    const broken = await openHttpDoor({
      ...city.app,
      perform: () => Promise.reject(new Error(secret)),
    })
    const answer = await broken.post('/api/rpc/home.get', { body: {} })
    await broken.close()
    const logged = city.errors.splice(0)
    expect(answer).toMatchObject({ status: 500, body: { ok: false, error: { code: 'INTERNAL', retryable: false } } })
    expect(JSON.stringify(answer)).not.toContain(secret)
    expect(logged).toHaveLength(1)
    expect(answer.body).toMatchObject({ error: { incident: logged[0]?.fields['incident'] } })
  })
})

describe('[WIRE3] who asks too often', () => {
  it('is told when to come back; others are answered', async () => {
    const narrow = await openHttpDoor(city.app)
    const codes = await Promise.all(
      Array.from({ length: 320 }, async () => narrow.post('/api/rpc/me.get', { body: {}, cookie })),
    )
    const refused = codes.filter((answer) => codeOf(answer) === 'RATE_LIMITED')
    const other = await narrow.post('/api/rpc/me.get', { body: {} })
    await narrow.close()
    expect(refused.length).toBeGreaterThanOrEqual(20)
    expect(refused[0]).toMatchObject({ status: 429, body: { error: { retryable: true } } })
    expect(codeOf(other)).toBe('OK')
  })
})
