import type { CalendarEvent } from '#core/contract/calendar-requests.ts'
import { escapeText, foldLine } from './content-line.ts'

const OFFSET_MS = 8 * 3_600_000
const stamp = (epochMs: number) => new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
/** The time on the city's clock, for `TZID`. */
const local = (instant: string) => stamp(Date.parse(instant) + OFFSET_MS).slice(0, -1)

/** The city has had one offset since 1991; nothing older stands in a calendar. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'X-LIC-LOCATION:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

export type CalendarFile = {
  events: readonly CalendarEvent[]
  /** Of what people subscribe to; a file of one event has none. */
  feed?: { name: string; refreshHours: number }
  /** The page of an activity, whole. */
  urlOf: (card: CalendarEvent['card']) => string
  /** What is written before the title of what was cancelled: not every calendar strikes it out. */
  cancelledWord: string
}

/**
 * Activities as an iCalendar file (RFC 5545, RFC 7986). The same events give the same bytes: what is said to be new is what
 * has changed.
 */
export function calendarFile({ events, feed, urlOf, cancelledWord }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tongke//Activities//ZH',
    'CALSCALE:GREGORIAN',
    ...(feed === undefined ? ['METHOD:PUBLISH'] : feedLines(feed)),
    ...ZONE,
    ...events.flatMap((event) =>
      eventLines(event, { url: urlOf(event.card), cancelledWord, isFeed: feed !== undefined }),
    ),
    'END:VCALENDAR',
    '',
  ]
  return lines.map(foldLine).join('\r\n')
}

/** What Apple's, Google's and Microsoft's calendars call a feed by, and when they come again. */
const feedLines = ({ name, refreshHours }: NonNullable<CalendarFile['feed']>) => [
  `NAME:${escapeText(name)}`,
  `X-WR-CALNAME:${escapeText(name)}`,
  'X-WR-TIMEZONE:Asia/Shanghai',
  `REFRESH-INTERVAL;VALUE=DURATION:PT${String(refreshHours)}H`,
  `X-PUBLISHED-TTL:PT${String(refreshHours)}H`,
]

type EventContext = { url: string; cancelledWord: string; isFeed: boolean }

function eventLines(
  { card, revision, updatedAt, isTentative }: CalendarEvent,
  { url, cancelledWord, isFeed }: EventContext,
): string[] {
  const isCancelled = card.state === 'cancelled'
  const changedAt = stamp(Date.parse(updatedAt))
  const host = card.host.name.replace(/["\p{Cc}]/gu, '')
  const described = [card.question, card.studio?.name ?? card.host.organisation, url]
  return [
    'BEGIN:VEVENT',
    `UID:${card.id}@tongke`,
    `SEQUENCE:${String(revision)}`,
    `DTSTAMP:${changedAt}`,
    `LAST-MODIFIED:${changedAt}`,
    `DTSTART;TZID=Asia/Shanghai:${local(card.startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${local(card.endsAt)}`,
    `SUMMARY:${escapeText(isCancelled ? `${cancelledWord}${card.title}` : card.title)}`,
    `DESCRIPTION:${escapeText(described.filter((part) => part !== '').join('\n'))}`,
    ...(card.venue.where === '' ? [] : [`LOCATION:${escapeText(card.venue.where)}`]),
    `STATUS:${isCancelled ? 'CANCELLED' : isTentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    `URL:${url}`,
    // RFC 5546 wants an organiser where something is published, RFC 5545 none in a calendar that is only read.
    isFeed ? `CONTACT:${escapeText(card.host.name)}` : `ORGANIZER;CN="${host}":${url}`,
    'END:VEVENT',
  ]
}
