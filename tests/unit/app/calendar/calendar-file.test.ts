import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { ActivityCard } from '#core/contract/activity.ts'
import type { CalendarEvent } from '#core/contract/calendar-requests.ts'
import { calendarFile } from '#app/_features/calendar/calendar-file.ts'

const CARD: ActivityCard = {
  id: 'a1',
  kind: 'lesson-study',
  state: 'published',
  title: '《背影》第二课时',
  question: '',
  startsAt: '2026-11-25T11:00:00.000Z',
  endsAt: '2026-11-25T12:30:00.000Z',
  entry: 'link',
  isCityEvent: false,
  venue: { mode: 'online', where: '' },
  subjects: [],
  stages: [],
  studio: null,
  district: null,
  host: { id: 'p1', name: '翟雅琴', organisation: '临淄区实验中学', district: '临淄', colour: 1, portraitUrl: null },
  presentCount: 0,
  replayDurationMs: null,
  coverUrl: null,
  linkToken: 'k1',
}
const EVENT: CalendarEvent = { card: CARD, revision: 3, updatedAt: '2026-11-22T23:00:00.000Z', isTentative: false }
const URL = 'https://tongke.example/activities/a1?k=k1'

const withCard = (changes: Partial<ActivityCard>): CalendarEvent => ({ ...EVENT, card: { ...CARD, ...changes } })
const fileOf = (events: readonly CalendarEvent[], feed?: { name: string; refreshHours: number }) =>
  calendarFile({ events, ...(feed === undefined ? {} : { feed }), urlOf: () => URL, cancelledWord: '【已取消】' })

/** Read by somebody else's parser: Mozilla's, which Thunderbird uses. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  return { calendar, events }
}
function only(file: string) {
  const [event] = read(file).events
  if (event === undefined) throw new Error('the file has no event')
  return event
}

/** As the contract lets a title and a question be: no control characters, a question with line ends. */
const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((raw) => raw.replace(/\p{Cc}/gu, ''))

describe('[ICS1] the calendar file, read by an independent parser', () => {
  it('begins and ends at the moments of the activity, on the city’s clock, with the zone in the file', () => {
    const { calendar } = read(fileOf([EVENT]))
    const zone = calendar.getFirstSubcomponent('vtimezone')
    if (zone === null) throw new Error('the file has no zone')
    ICAL.TimezoneService.register(zone)
    const event = only(fileOf([EVENT]))
    expect(event.startDate.toString()).toBe('2026-11-25T19:00:00')
    expect(event.startDate.zone?.tzid).toBe('Asia/Shanghai')
    expect(event.startDate.toJSDate().toISOString()).toBe(CARD.startsAt)
    expect(event.endDate.toJSDate().toISOString()).toBe(CARD.endsAt)
  })

  it('has one identity for ever, and a number that grows with every change', () => {
    const event = only(fileOf([EVENT]))
    expect(event.uid).toBe('a1@tongke')
    expect(event.sequence).toBe(3)
    expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-22T23:00:00Z')
    expect(only(fileOf([{ ...withCard({ title: '改过', state: 'cancelled' }), revision: 4 }])).uid).toBe('a1@tongke')
  })

  it('says where one has to go, and nothing where it is online', () => {
    const where = '张店区实验中学, 录播教室; 二楼'
    const there = only(fileOf([withCard({ venue: { mode: 'both', where } })]))
    expect(there.location).toBe(where)
    expect(fileOf([EVENT])).not.toContain('\r\nLOCATION:')
  })

  it('says what is cancelled and what is not yet certain', () => {
    const statusOf = (event: CalendarEvent) => only(fileOf([event])).component.getFirstPropertyValue('status')
    expect(statusOf(EVENT)).toBe('CONFIRMED')
    expect(statusOf({ ...EVENT, isTentative: true })).toBe('TENTATIVE')
    expect(statusOf(withCard({ state: 'cancelled' }))).toBe('CANCELLED')
    expect(only(fileOf([withCard({ state: 'cancelled' })])).summary).toBe('【已取消】《背影》第二课时')
  })

  it('no line is longer than 75 octets, whatever is written, and reading gives back what was written', () => {
    fc.assert(
      fc.property(text, text, text, (title, first, second) => {
        const question = `${first}\n${second}`
        const file = fileOf([withCard({ title, question })])
        const encoder = new TextEncoder()
        expect(file.split('\r\n').every((line) => encoder.encode(line).length <= 75)).toBe(true)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const event = only(file)
        expect(event.summary).toBe(title)
        expect(event.description).toBe(`${question}\n临淄区实验中学\n${URL}`)
      }),
    )
  })

  it('a quotation mark in a name does not end the name', () => {
    const event = only(fileOf([withCard({ host: { ...CARD.host, name: '翟"雅"琴' } })]))
    expect(event.component.getFirstProperty('organizer')?.getParameter('cn')).toBe('翟雅琴')
  })
})

describe('[ICS2] a feed', () => {
  const feed = { name: '同课·全市日历', refreshHours: 1 }

  it('is called something, says when to come again, and has every event', () => {
    const events = Array.from({ length: 50 }, (_, index) => withCard({ id: `a${String(index)}` }))
    const { calendar, events: found } = read(fileOf(events, feed))
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('同课·全市日历')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
    expect(calendar.getFirstPropertyValue('method')).toBeNull()
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(50)
  })

  it('is a calendar without anything in it, too', () => {
    expect(read(fileOf([], feed)).events).toEqual([])
  })

  it('is the same, byte for byte, while nothing has changed', () => {
    expect(fileOf([EVENT], feed)).toBe(fileOf([{ ...EVENT }], feed))
  })
})
