import type { ActivityCard } from '#core/contract/activity.ts'

const LINE_MAX_BYTES = 75

/** RFC 5545 §3.3.11: commas, semicolons, backslashes and line ends are escaped. */
const escape = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

const stamp = (epochMs: number) => new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** RFC 5545 §3.1: at most 75 octets in a line, never cutting a character. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  let bytes = 0
  let folded = ''
  for (const character of line) {
    const size = encoder.encode(character).length
    if (bytes + size > LINE_MAX_BYTES) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}

/** One event as an iCalendar file (RFC 5545), in UTC. */
export function calendarFile({
  card,
  url,
  nowEpochMs,
}: {
  card: ActivityCard
  url: string
  nowEpochMs: number
}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tongke//Activities//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${card.id}@tongke`,
    `DTSTAMP:${stamp(nowEpochMs)}`,
    `DTSTART:${stamp(Date.parse(card.startsAt))}`,
    `DTEND:${stamp(Date.parse(card.endsAt))}`,
    `SUMMARY:${escape(card.title)}`,
    `DESCRIPTION:${escape([card.question, url].filter((part) => part !== '').join('\n'))}`,
    `URL:${url}`,
    `ORGANIZER;CN="${card.host.name.replace(/["\p{Cc}]/gu, '')}":${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return lines.map(fold).join('\r\n')
}
