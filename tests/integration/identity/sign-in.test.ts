import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, openHttpDoor, signIn, type HttpDoor } from '#tests/support/city/http-door.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

let city: TestCity
let door: HttpDoor

beforeAll(async () => {
  city = await foundTestCity()
  door = await openHttpDoor(city.app)
})
afterAll(async () => {
  await door.close()
  await city.close()
})

const tryIn = (username: string, password: string) => door.post('/api/auth/sign-in', { body: { username, password } })
const whoIs = async (cookie: string) => {
  const { body } = await door.post('/api/rpc/me.get', { body: {}, cookie })
  return body.ok ? body.data : body.error.code
}

describe('signing in', () => {
  it('[ID1] gives a cookie that scripts cannot read, and nothing secret in the answer', async () => {
    const account = { username: 'zhaiyaqin', password: await city.passwordOf('zhaiyaqin') }
    const answer = await door.post('/api/auth/sign-in', { body: account })
    expect(answer).toMatchObject({ status: 200, body: { ok: true, data: {} } })
    expect(answer.cookies).toHaveLength(1)
    expect(answer.cookies[0]).toMatch(/HttpOnly; SameSite=Lax$/)
    expect(await whoIs(answer.cookies[0]?.split(';')[0] ?? '')).toMatchObject({ username: 'zhaiyaqin' })
  })

  it('[ID1] the name may be typed in capitals and with spaces around it', async () => {
    const password = await city.passwordOf('zhaiyaqin')
    expect(codeOf(await tryIn('  ZhaiYaqin ', password))).toBe('OK')
  })

  it('[ID2] a known and an unknown name get the same answer', async () => {
    const known = await tryIn('yuxinran', 'not the password')
    for (const name of ['nobody.at.all', 'x', '于欣然', 'a'.repeat(100)]) {
      expect(await tryIn(name, 'not the password')).toEqual(known)
    }
    expect(known).toMatchObject({ status: 401, body: { ok: false, error: { code: 'UNAUTHENTICATED' } } })
  })

  it('[ID2] and it takes about the same time: the password is hashed for both', async () => {
    const timed = async (name: string) => {
      const startedAtMs = performance.now()
      await tryIn(name, 'not the password')
      return performance.now() - startedAtMs
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 7; round++) {
      known.push(await timed('bixiaowen'))
      unknown.push(await timed(`nobody-${round}`))
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[3] ?? 0
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5)
    expect(median(unknown) / median(known)).toBeLessThan(2)
  })

  it('[ID3] passwords are kept as argon2id', async () => {
    const hashes = await city.database.account.findMany({ select: { password: true } })
    expect(hashes.length).toBeGreaterThan(30)
    for (const { password } of hashes) expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('[ID4] the eleventh wrong password for an account is refused, and so is then the right one; others go on', async () => {
    const codes: string[] = []
    for (let attempt = 0; attempt < 11; attempt++) codes.push(codeOf(await tryIn('liuying', 'not the password')))
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'UNAUTHENTICATED'), 'RATE_LIMITED'])
    const right = await tryIn('liuying', await city.passwordOf('liuying'))
    expect(right).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED', retryable: true } } })
    expect(codeOf(await tryIn('majun', await city.passwordOf('majun')))).toBe('OK')
  })

  it('[ID4] attempts at the same moment are all counted', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => tryIn('tiantian', 'not the password')))
    expect(answers.filter((answer) => codeOf(answer) === 'UNAUTHENTICATED')).toHaveLength(10)
  })

  it('[ID4] whoever signs in has a clean sheet', async () => {
    const password = await city.passwordOf('lihao')
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 8; attempt++) await tryIn('lihao', 'not the password')
      expect(codeOf(await tryIn('lihao', password))).toBe('OK')
    }
  })
})

describe('signing out', () => {
  it('[ID5] ends this session', async () => {
    const cookie = await signIn(door, { username: 'lumingyue', password: await city.passwordOf('lumingyue') })
    expect(codeOf(await door.post('/api/auth/sign-out', { body: {}, cookie }))).toBe('OK')
    expect(await whoIs(cookie)).toBeNull()
  })

  it('[ID6] everywhere ends every session of the account, and of nobody else', async () => {
    const account = { username: 'hanxue', password: await city.passwordOf('hanxue') }
    const mine = await Promise.all([signIn(door, account), signIn(door, account), signIn(door, account)])
    const other = await signIn(door, { username: 'miaoyu', password: await city.passwordOf('miaoyu') })
    expect(codeOf(await door.post('/api/rpc/me.sign-out-everywhere', { body: {}, cookie: mine[1] }))).toBe('OK')
    expect(await Promise.all(mine.map(whoIs))).toEqual([null, null, null])
    expect(await whoIs(other)).toMatchObject({ username: 'miaoyu' })
  })
})

describe('the door', () => {
  it('[ID7] nobody makes an account by themselves, nor reaches anything else of the library', async () => {
    for (const path of [
      'sign-up/email',
      'sign-in/email',
      'get-session',
      'change-password',
      'update-user',
      'is-username-available',
    ]) {
      const answer = await door.post(`/api/auth/${path}`, {
        body: { email: 'a@b.cn', password: '12345678', name: 'x' },
      })
      expect(answer).toMatchObject({ status: 404, body: { ok: false, error: { code: 'NOT_FOUND' } } })
    }
  })

  it('[ID8] a page of another site cannot sign anybody in or ask anything', async () => {
    const body = { username: 'majun', password: await city.passwordOf('majun') }
    const headers = { origin: 'https://elsewhere.example' }
    expect(codeOf(await door.post('/api/auth/sign-in', { body, headers }))).toBe('FORBIDDEN')
    expect(codeOf(await door.post('/api/rpc/home.get', { body: {}, headers }))).toBe('FORBIDDEN')
  })

  it.each([
    'tongke.session_token=',
    'tongke.session_token=abc.def',
    'tongke.session_token=%FF%00',
    'tongke-guest=short',
    ';;==;',
  ])('[ID9] the cookie %s makes a guest, not an error', async (cookie) => {
    expect(await city.app.identity.actorOf(new Headers({ cookie }))).toEqual({ kind: 'guest', guestKey: null })
  })

  it('[ID10] a guest is known again by their cookie', async () => {
    const cookie = city.app.identity.newGuestCookie()
    expect(cookie).toMatch(/^tongke-guest=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
    const key = cookie.slice('tongke-guest='.length, cookie.indexOf(';'))
    const actor = await city.app.identity.actorOf(new Headers({ cookie: `a=b; tongke-guest=${key}` }))
    expect(actor).toEqual({ kind: 'guest', guestKey: key })
  })
})
