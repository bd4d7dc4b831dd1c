import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityCard } from '#core/contract/activity.ts'
import { calendarFile } from '#app/_features/activity/calendar-file.ts'

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
  studio: null,
  district: null,
  host: { id: 'p1', name: '翟雅琴', organisation: '临淄区实验中学', district: '临淄', colour: 1, portraitUrl: null },
  presentCount: 0,
  replayDurationMs: null,
  coverUrl: null,
  linkToken: 'k1',
}
const URL = 'https://tongke.example/activities/a1?k=k1'

const fileOf = (changes: Partial<ActivityCard>) =>
  calendarFile({ card: { ...CARD, ...changes }, url: URL, nowEpochMs: Date.parse('2026-11-22T23:00:00.000Z') })
const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
const unescape = (text: string) => text.replace(/\\(n|[\\;,])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
const valueOf = (file: string, name: string) =>
  unfold(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)

/** As the contract lets a title and a question be: no control characters, a question with line ends. */
const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((raw) => raw.replace(/\p{Cc}/gu, ''))

describe('[PAGE12] the calendar file', () => {
  it('begins and ends in UTC at the moments of the activity', () => {
    const lines = unfold(fileOf({}))
    expect(lines).toContain('DTSTART:20261125T110000Z')
    expect(lines).toContain('DTEND:20261125T123000Z')
    expect(lines).toContain('DTSTAMP:20261122T230000Z')
    expect(lines).toContain(`DESCRIPTION:${URL}`)
  })

  it('no line is longer than 75 octets, whatever is written, and reading gives back what was written', () => {
    fc.assert(
      fc.property(text, text, text, (title, first, second) => {
        const question = `${first}\n${second}`
        const file = fileOf({ title, question })
        const encoder = new TextEncoder()
        expect(file.split('\r\n').every((line) => encoder.encode(line).length <= 75)).toBe(true)
        expect(unescape(valueOf(file, 'SUMMARY') ?? '')).toBe(title)
        expect(unescape(valueOf(file, 'DESCRIPTION') ?? '')).toBe(`${question}\n${URL}`)
      }),
    )
  })

  it('a quotation mark in a name does not end the name', () => {
    const file = fileOf({ host: { ...CARD.host, name: '翟"雅"琴' } })
    expect(unfold(file)).toContain(`ORGANIZER;CN="翟雅琴":${URL}`)
  })
})
