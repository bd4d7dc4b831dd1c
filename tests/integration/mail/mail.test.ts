import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { announcementInput, WHOLE_CITY_ID } from '#core/contract/announcements.ts'
import { httpSchemasOf, type HttpInput, type HttpOutput, type HttpRequestName } from '#core/contract/http-requests.ts'
import type { MailChoices } from '#core/contract/mail.ts'
import { FIRST_CHOICES } from '#core/domain/mail/mail-group.ts'
import { createAnnouncementDeps } from '#server/start-announcements.ts'
import { createAnnouncement, publishAnnouncement } from '#server/usecases/announcements/write-announcements.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'
import { openSmtpInbox, type SmtpInbox } from '#tests/support/mail/smtp-inbox.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const ADDRESS = 'zhou@example.edu.cn'
/** Half past eight in the evening in the city. */
const EVENING = Date.parse('2026-12-01T12:30:00Z')

let inbox: SmtpInbox
let city: TestCity
let nowEpochMs = EVENING
let teacher: PersonActor

async function ask<N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N>> {
  const done = await city.app.perform(name, { actor: teacher, input, address: '192.0.2.7' })
  if (!done.ok) throw new Error(done.error.message)
  return httpSchemasOf(name).output.parse(done.data)
}

const tell = (...names: string[]) =>
  city.city.transactions.run(({ notifications }) =>
    notifications.add(
      names.map((studioName) => ({
        ...{ personId: teacher.personId, kind: 'studio.opened' as const },
        params: { studioId: 'studio-1', studioName },
      })),
    ),
  )

const linkIn = (text: string | undefined, path: string) =>
  new RegExp(`${path}\\?k=([\\w-]+)`).exec(text ?? '')?.[1] ?? 'none'
const stopKeyIn = (letter: ParsedMail | undefined) => {
  const header = letter?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line
  return linkIn(header?.replaceAll(/\s+/g, ''), '/api/mail/stop')
}
const subjects = () => inbox.letters.map(({ subject }) => subject)

/** From the office to the whole city. */
async function announce(title: string): Promise<void> {
  const office = await city.actorOf('耿凤鸣')
  const place = { kind: 'city', id: WHOLE_CITY_ID }
  const deps = createAnnouncementDeps(city)
  const input = announcementInput.parse({ sender: place, audience: place, title, text: '请于月底前报送。' })
  const { announcementId } = await createAnnouncement(deps, office, input)
  await publishAnnouncement(deps, office, { announcementId, version: 1 })
}

async function giveAddress(choices: MailChoices = FIRST_CHOICES): Promise<void> {
  await ask('mail.set-address', { address: ADDRESS, locale: 'zh-CN' })
  await ask('mail.confirm', { link: linkIn(inbox.letters.at(-1)?.text, '/mail/confirm') })
  await ask('mail.choose', { choices })
  inbox.letters.length = 0
}

beforeAll(async () => {
  inbox = await openSmtpInbox()
  city = await foundTestCity({ clock: { nowEpochMs: () => nowEpochMs }, smtpUrl: inbox.url })
  teacher = await city.actorOf('周雨桐')
})
afterAll(async () => {
  await city.close()
  await inbox.close()
})
beforeEach(async () => {
  nowEpochMs = EVENING
  Object.assign(inbox, { isDown: false })
  inbox.unknown.clear()
  inbox.letters.length = 0
  await city.database.notification.deleteMany()
  await city.database.mailAddress.deleteMany()
  await city.database.rateLimit.deleteMany()
})

describe('an address', () => {
  it('[MAIL1] is sent nothing before its owner has used the link, which works once', async () => {
    expect(await ask('mail.get', {})).toEqual({ status: 'none' })
    expect(await ask('mail.set-address', { address: ADDRESS, locale: 'zh-CN' })).toMatchObject({
      status: 'unconfirmed',
    })
    await tell('甲工作室')
    await city.mail.send()
    expect(subjects()).toEqual(['同课：请确认您的邮箱'])
    const link = linkIn(inbox.letters[0]?.text, '/mail/confirm')
    expect(await ask('mail.confirm', { link })).toEqual({ address: ADDRESS })
    await expect(ask('mail.confirm', { link })).rejects.toThrow('这个链接不能用')
    await tell('乙工作室')
    await city.mail.send()
    expect(subjects().slice(1)).toEqual(['市办为您开通了乙工作室，您是主持人。'])
  })

  it('[MAIL1] changed to another is not confirmed by the link of the first, nor by an old one', async () => {
    await ask('mail.set-address', { address: ADDRESS, locale: 'zh-CN' })
    await ask('mail.set-address', { address: 'other@example.edu.cn', locale: 'zh-CN' })
    const [first, second] = inbox.letters.map(({ text }) => linkIn(text, '/mail/confirm'))
    await expect(ask('mail.confirm', { link: first ?? '' })).rejects.toThrow('这个链接不能用')
    nowEpochMs += 25 * HOUR_MS
    await expect(ask('mail.confirm', { link: second ?? '' })).rejects.toThrow('这个链接不能用')
  })

  it('[MAIL1] given once more stays confirmed, and the key of its older letters goes on working', async () => {
    await giveAddress()
    await tell('甲工作室')
    await city.mail.send()
    expect(await ask('mail.set-address', { address: ADDRESS, locale: 'en' })).toMatchObject({ status: 'confirmed' })
    expect(await ask('mail.stop', { key: stopKeyIn(inbox.letters[0]) })).toEqual({ address: ADDRESS })
  })

  it('[MAIL10] chosen for before a group of messages existed keeps what was chosen, and is sent nothing of the new group', async () => {
    await giveAddress()
    const { announcement: _later, ...older } = { ...FIRST_CHOICES, studio: 'off' as const }
    await city.database.mailAddress.update({ where: { personId: teacher.personId }, data: { choices: older } })
    expect(await ask('mail.get', {})).toMatchObject({ choices: { ...older, announcement: 'off' } })
    await announce('新的一类')
    await tell('甲工作室')
    await city.mail.send()
    expect(subjects()).toEqual([])
  })

  it('[MAIL2] that the other side does not know is told beside the field; a server that is down, as such, with the address kept', async () => {
    inbox.unknown.add(ADDRESS)
    await expect(ask('mail.set-address', { address: ADDRESS, locale: 'zh-CN' })).rejects.toThrow('不收这个地址')
    inbox.unknown.clear()
    Object.assign(inbox, { isDown: true })
    await expect(ask('mail.set-address', { address: ADDRESS, locale: 'zh-CN' })).rejects.toThrow('现在发不出去')
    expect(await ask('mail.get', {})).toMatchObject({ status: 'unconfirmed', address: ADDRESS })
  })

  it('[MAIL3] is asked at most five times an hour', async () => {
    for (let time = 0; time < 5; time += 1) await ask('mail.set-address', { address: ADDRESS, locale: 'en' })
    await expect(ask('mail.set-address', { address: ADDRESS, locale: 'en' })).rejects.toThrow('太多了')
    expect(subjects()).toEqual(Array.from({ length: 5 }, () => '同课: please confirm your address'))
  })
})

describe('a letter', () => {
  it('[MAIL4] says what the page says, leads there, can be stopped by one press, and is text and HTML alike', async () => {
    await giveAddress()
    await tell('<b>甲&乙</b>工作室')
    await city.mail.send()
    const [letter] = inbox.letters
    expect(letter?.subject).toBe('市办为您开通了<b>甲&乙</b>工作室，您是主持人。')
    expect(letter?.text).toContain('http://tongke.test/studios/studio-1')
    expect(letter?.html).toContain('&lt;b&gt;甲&amp;乙&lt;/b&gt;工作室')
    expect(letter?.html).not.toContain('<b>甲')
    expect(letter?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toContain('One-Click')
    const key = stopKeyIn(letter)
    expect(await ask('mail.stop', { key })).toEqual({ address: ADDRESS })
    await tell('丙工作室')
    await city.mail.send()
    expect(inbox.letters).toHaveLength(1)
  })

  it('[MAIL5] is sent once, whatever number of processes send at once', async () => {
    await giveAddress()
    await tell(...Array.from({ length: 70 }, (_, index) => `第${index}号`))
    await Promise.all([city.mail.send(), city.mail.send(), city.mail.send()])
    await city.mail.send()
    expect(new Set(subjects()).size).toBe(70)
    expect(inbox.letters).toHaveLength(70)
  })

  it('[MAIL6] survives a mail server that is away for an hour', async () => {
    await giveAddress()
    Object.assign(inbox, { isDown: true })
    await tell('甲工作室')
    for (let minute = 0; minute < 60; minute += 1) {
      await city.mail.send()
      nowEpochMs += MINUTE_MS
    }
    expect(inbox.letters).toHaveLength(0)
    Object.assign(inbox, { isDown: false })
    // At the latest at the next attempt, which is half an hour off.
    nowEpochMs += 30 * MINUTE_MS
    await city.mail.send()
    expect(subjects()).toEqual(['市办为您开通了甲工作室，您是主持人。'])
  })

  it('[MAIL7] that will never be taken is not tried again, and its reader sees that in the settings', async () => {
    await giveAddress()
    inbox.unknown.add(ADDRESS)
    await tell('甲工作室')
    await city.mail.send()
    inbox.unknown.clear()
    nowEpochMs += HOUR_MS
    await city.mail.send()
    expect(inbox.letters).toHaveLength(0)
    expect(await ask('mail.get', {})).toMatchObject({
      failed: { why: expect.stringContaining('No such mailbox') as string },
    })
  })

  it('[MAIL8] once a day has all of the day in it, at seven in the morning', async () => {
    await giveAddress({ ...FIRST_CHOICES, studio: 'daily' })
    await tell('甲工作室', '乙工作室')
    await city.mail.send()
    nowEpochMs = Date.parse('2026-12-01T22:59:00Z')
    await tell('丙工作室')
    await city.mail.send()
    expect(inbox.letters).toHaveLength(0)
    nowEpochMs = Date.parse('2026-12-01T23:00:00Z')
    await city.mail.send()
    expect(subjects()).toEqual(['同课：3 条新消息'])
    for (const name of ['甲', '乙', '丙']) expect(inbox.letters[0]?.text).toContain(`开通了${name}工作室`)
  })
})

describe('an announcement', () => {
  it('[MAIL9] to a whole city goes out as each reader chose, from one statement', async () => {
    await giveAddress({ ...FIRST_CHOICES, announcement: 'off' })
    await announce('不看的')
    await ask('mail.choose', { choices: { ...FIRST_CHOICES, announcement: 'daily' } })
    await announce('每天的')
    await city.mail.send()
    expect(subjects()).toEqual([])
    nowEpochMs = Date.parse('2026-12-01T23:00:00Z')
    await city.mail.send()
    await ask('mail.choose', { choices: FIRST_CHOICES })
    await announce('随时的')
    await city.mail.send()
    expect(subjects().map((subject) => subject?.replace(/^.*：/, ''))).toEqual(['每天的', '随时的'])
  })
})

describe('a reminder', () => {
  async function registered({ startsInMs, askedAgoMs }: { startsInMs: number; askedAgoMs: number }) {
    const activity = await city.database.activity.findFirstOrThrow({ where: { state: 'published' } })
    await city.database.activity.update({
      where: { id: activity.id },
      data: { startsAt: new Date(nowEpochMs + startsInMs), endsAt: new Date(nowEpochMs + startsInMs + HOUR_MS) },
    })
    await city.database.registration.deleteMany({ where: { activityId: activity.id } })
    await city.database.registration.create({
      data: {
        ...{ activityId: activity.id, personId: teacher.personId, state: 'registered', queueKey: 'a', version: 1 },
        askedAt: new Date(nowEpochMs - askedAgoMs),
      },
    })
    return activity
  }
  const kinds = async () => (await ask('notifications.list', {})).items.map(({ said }) => said?.kind).toReversed()

  it('[REMIND1] comes a day and an hour before, once each, and again for another beginning', async () => {
    const { id } = await registered({ startsInMs: 25 * HOUR_MS, askedAgoMs: HOUR_MS })
    await city.mail.remind()
    expect(await kinds()).toEqual([])
    nowEpochMs += HOUR_MS
    await Promise.all([city.mail.remind(), city.mail.remind()])
    expect(await kinds()).toEqual(['reminder.day'])
    nowEpochMs += 23 * HOUR_MS
    await city.mail.remind()
    await city.mail.remind()
    expect(await kinds()).toEqual(['reminder.day', 'reminder.hour'])
    await city.database.activity.update({ where: { id }, data: { startsAt: new Date(nowEpochMs + 20 * HOUR_MS) } })
    await city.mail.remind()
    expect(await kinds()).toEqual(['reminder.day', 'reminder.hour', 'reminder.day'])
  })

  it('[REMIND3] of the day is left out once the hour has begun: after an outage nobody is told both', async () => {
    await registered({ startsInMs: 30 * MINUTE_MS, askedAgoMs: 48 * HOUR_MS })
    await city.mail.remind()
    expect(await kinds()).toEqual(['reminder.hour'])
  })

  it('[REMIND2] comes to nobody who has just registered, cancelled, or whose activity was called off', async () => {
    await registered({ startsInMs: 3 * HOUR_MS, askedAgoMs: MINUTE_MS })
    await city.mail.remind()
    expect(await kinds()).toEqual([])
    const { id } = await registered({ startsInMs: HOUR_MS, askedAgoMs: 48 * HOUR_MS })
    await city.database.registration.updateMany({
      where: { activityId: id },
      data: { cancelledAt: new Date(nowEpochMs) },
    })
    await city.mail.remind()
    await city.database.registration.updateMany({ where: { activityId: id }, data: { cancelledAt: null } })
    await city.database.activity.update({ where: { id }, data: { state: 'cancelled' } })
    await city.mail.remind()
    expect(await kinds()).toEqual([])
  })
})
