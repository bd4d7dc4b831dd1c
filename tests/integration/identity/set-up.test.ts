import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpSchemasOf } from '#core/contract/http-requests.ts'
import { offerSetUp } from '#server/usecases/identity/set-up.ts'
import { codeOf, openHttpDoor, signIn, type Answer, type HttpDoor } from '#tests/support/city/http-door.ts'
import { openTestCity, type TestCity } from '#tests/support/city/test-city.ts'

const HOUR_MS = 3_600_000
const OFFICE = { organisation: '某市教育局', name: '夏主任', username: 'xia.office', password: 'eight-or-more' }

let nowEpochMs: number
let city: TestCity
let door: HttpDoor

beforeEach(async () => {
  nowEpochMs = Date.now()
  city = await openTestCity({ clock: { nowEpochMs: () => nowEpochMs } })
  door = await openHttpDoor(city.app)
})
afterEach(async () => {
  await door.close()
  await city.close()
})

const rpc = (name: string, body: object, cookie?: string) =>
  door.post(`/api/rpc/${name}`, { body, ...(cookie === undefined ? {} : { cookie }) })
const found = (link: string, change: Partial<typeof OFFICE> = {}) => rpc('setup.found', { ...OFFICE, ...change, link })
const fieldOf = ({ body }: Answer) => (body.ok ? undefined : body.error.field)

async function offer(): Promise<string> {
  const offered = await offerSetUp(city.city)
  if (offered === null) throw new Error('no link was given out')
  return offered.link
}

async function asOffice(): Promise<string> {
  expect(codeOf(await found(await offer()))).toBe('OK')
  return signIn(door, OFFICE)
}

const counts = async () => ({
  people: await city.database.person.count(),
  accounts: await city.database.user.count(),
  organisations: await city.database.organisation.count(),
})

describe('the way in for a city’s first administrator', () => {
  it('[SETUP1] makes bureau, person, account and right, and writes it down; they sign in like anybody', async () => {
    const cookie = await asOffice()
    const { body } = await rpc('me.get', {}, cookie)
    expect(body).toMatchObject({
      data: {
        username: 'xia.office',
        person: { name: '夏主任', organisation: '某市教育局' },
        roles: [{ role: 'office', scopeName: '某市教育局' }],
        mayManagePeople: true,
        mayReviewApplications: true,
      },
    })
    const { password } = await city.database.account.findFirstOrThrow({ select: { password: true } })
    expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const { subject, after } = await city.database.auditLog.findFirstOrThrow({ where: { action: 'setup.found' } })
    expect(subject).toMatch(/^person:/)
    expect(JSON.stringify(after)).not.toContain(OFFICE.password)
  })

  it('[SETUP2] of two browsers with the same link at the same moment one wins, and the other leaves nothing', async () => {
    const link = await offer()
    const answers = await Promise.all([found(link), found(link, { username: 'another', name: '另一位' })])
    expect(answers.map(codeOf).sort()).toEqual(['NOT_FOUND', 'OK'])
    expect(await counts()).toEqual({ people: 1, accounts: 1, organisations: 1 })
  })

  it('[SETUP3] a new start gives a new link, and the one before is void; there is one for nobody once there is an administrator', async () => {
    const first = await offer()
    const second = await offer()
    expect(codeOf(await rpc('setup.check', { link: first }))).toBe('NOT_FOUND')
    expect(codeOf(await rpc('setup.check', { link: second }))).toBe('OK')
    expect(codeOf(await found(second))).toBe('OK')
    expect(await offerSetUp(city.city)).toBeNull()
  })

  it('[LINK3] the secret itself is kept nowhere', async () => {
    const link = await offer()
    expect(JSON.stringify(await city.database.oneTimeLink.findMany())).not.toContain(link)
  })

  it('[LINK4] wrong, malformed, too old, used, and for another purpose: the same answer', async () => {
    const wrong = await found('x'.repeat(43))
    expect(wrong).toMatchObject({ status: 404, body: { ok: false, error: { code: 'NOT_FOUND' } } })
    expect(await found('not one at all \u0000')).toEqual(wrong)
    const old = await offer()
    nowEpochMs += 24 * HOUR_MS
    expect(await found(old)).toEqual(wrong)
    expect(await rpc('setup.check', { link: old })).toEqual(wrong)
    const used = await offer()
    expect(codeOf(await found(used))).toBe('OK')
    expect(await found(used)).toEqual(wrong)
    expect(await rpc('setup.check', { link: used })).toEqual(wrong)
    expect(await rpc('password.set', { link: used, password: OFFICE.password })).toEqual(wrong)
    expect(await rpc('password.check', { link: await offerPassword(await signIn(door, OFFICE)) })).not.toEqual(wrong)
  })

  it('[LINK5] who tries too many is held back; a right one costs nothing', async () => {
    const link = await offer()
    for (let look = 0; look < 40; look += 1) expect(codeOf(await rpc('setup.check', { link }))).toBe('OK')
    const codes: string[] = []
    for (let attempt = 0; attempt < 31; attempt += 1) codes.push(codeOf(await found(`wrong-${attempt}`)))
    expect(codes).toEqual([...Array.from({ length: 30 }, () => 'NOT_FOUND'), 'RATE_LIMITED'])
    nowEpochMs += HOUR_MS
    expect(codeOf(await found(link))).toBe('OK')
  })

  it.each([
    ['a short password', { password: 'seven77' }, 'password'],
    ['a name no keyboard has', { username: '夏主任' }, 'username'],
    ['no organisation', { organisation: '  ' }, 'organisation'],
  ])('[SETUP4] %s is refused by its field, and the link still stands', async (_what, change, field) => {
    const link = await offer()
    const refused = await found(link, change)
    expect([codeOf(refused), fieldOf(refused)]).toEqual(['INVALID', field])
    expect(codeOf(await found(link))).toBe('OK')
  })
})

async function offerPassword(cookie: string, username = 'li.teacher'): Promise<string> {
  const { organisations } = await list(cookie)
  const answer = await rpc(
    'person.add',
    { name: '李老师', username, organisationId: organisations[0]?.id, role: 'teacher' },
    cookie,
  )
  if (!answer.body.ok) throw new Error(answer.body.error.message)
  return httpSchemasOf('person.add').output.parse(answer.body.data).link
}

async function list(cookie: string) {
  const { body } = await rpc('organisations.list', {}, cookie)
  if (!body.ok) throw new Error(body.error.message)
  return httpSchemasOf('organisations.list').output.parse(body.data)
}

describe('the first steps of an administrator', () => {
  it('[INVITE1] a person is added with a link, chooses the password once, and signs in with it', async () => {
    const link = await offerPassword(await asOffice())
    const checked = await rpc('password.check', { link })
    expect(checked.body).toMatchObject({ ok: true, data: { name: '李老师', username: 'li.teacher' } })
    const chosen = { link, password: 'chosen by myself' }
    const answers = await Promise.all([rpc('password.set', chosen), rpc('password.set', chosen)])
    expect(answers.map(codeOf).sort()).toEqual(['NOT_FOUND', 'OK'])
    await signIn(door, { username: 'li.teacher', password: chosen.password })
  })

  it('[INVITE2] a new link voids the one before; used, it ends what was signed in with the old password', async () => {
    const office = await asOffice()
    const first = await offerPassword(office)
    const { id: personId } = await city.database.person.findFirstOrThrow({ where: { name: '李老师' } })
    const renew = async () => {
      const { body } = await rpc('person.renew-link', { personId }, office)
      if (!body.ok) throw new Error(body.error.message)
      return httpSchemasOf('person.renew-link').output.parse(body.data).link
    }
    const second = await renew()
    expect(codeOf(await rpc('password.set', { link: first, password: 'chosen by myself' }))).toBe('NOT_FOUND')
    expect(codeOf(await rpc('password.set', { link: second, password: 'chosen by myself' }))).toBe('OK')
    const teacher = await signIn(door, { username: 'li.teacher', password: 'chosen by myself' })
    expect(codeOf(await rpc('password.set', { link: await renew(), password: 'another, later' }))).toBe('OK')
    expect((await rpc('me.get', {}, teacher)).body).toEqual({ ok: true, data: null })
    await signIn(door, { username: 'li.teacher', password: 'another, later' })
  })

  it('[INVITE3] a user name that is taken is said, and nothing is left of the attempt', async () => {
    const office = await asOffice()
    await offerPassword(office)
    const before = await counts()
    const { organisations } = await list(office)
    const again = { name: '另一位', username: 'LI.Teacher ', organisationId: organisations[0]?.id, role: 'teacher' }
    const refused = await rpc('person.add', again, office)
    expect([codeOf(refused), fieldOf(refused)]).toEqual(['CONFLICT', 'username'])
    expect(await counts()).toEqual(before)
  })

  it('[INVITE4] [NOTE1] a district, a school in it, and a studio whose master leads it at once, and is told', async () => {
    const office = await asOffice()
    const bureauId = (await list(office)).organisations[0]?.id
    const add = async (parentId: string | undefined, kind: string, name: string) => {
      const answer = await rpc('organisation.add', { parentId, kind, name }, office)
      return answer.body.ok
        ? httpSchemasOf('organisation.add').output.parse(answer.body.data).organisationId
        : 'refused'
    }
    const districtId = await add(bureauId, 'district', '某区教育局')
    const schoolId = await add(districtId, 'school', '某区实验中学')
    expect(await add(schoolId, 'school', '校中校')).toBe('refused')
    expect(await add(districtId, 'district', '区中区')).toBe('refused')
    const link = await offerPassword(office)
    await rpc('password.set', { link, password: 'chosen by myself' })
    const { id: masterId } = await city.database.person.findFirstOrThrow({ where: { name: '李老师' } })
    const studio = { name: '李老师名师工作室', kind: 'teacher', level: 'city', subject: '初中语文', schoolId, masterId }
    expect(codeOf(await rpc('studio.open', studio, office))).toBe('OK')
    expect(codeOf(await rpc('studio.open', { ...studio, masterId: 'nobody' }, office))).toBe('INVALID')
    const master = await signIn(door, { username: 'li.teacher', password: 'chosen by myself' })
    expect((await rpc('me.get', {}, master)).body).toMatchObject({
      data: { studios: [{ name: '李老师名师工作室' }], mayCreateIn: [{ name: '李老师名师工作室' }] },
    })
    // [NOTE1] Told in the transaction of what it tells of: the studio that was refused tells nobody.
    const told = await city.database.notification.findMany({ select: { personId: true, kind: true, params: true } })
    expect(told).toEqual([
      { personId: masterId, kind: 'studio.opened', params: { studioId: expect.any(String), studioName: studio.name } },
    ])
    const actions = await city.database.auditLog.findMany({ select: { action: true }, orderBy: { id: 'asc' } })
    expect(actions.map(({ action }) => action)).toEqual([
      'setup.found',
      'organisation.add',
      'organisation.add',
      'person.add',
      'password.set',
      'studio.open',
    ])
  })
})
