import { PACKAGE_MESSAGES_MAX, type SessionPackage } from '#core/contract/session-package.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { applyAttendance, attendanceRows, NOBODY_YET } from './attendance.ts'

type Told = Pick<SessionPackage, 'messages' | 'messageCount' | 'attendance' | 'edits'> & {
  /** By id of the agenda's item, the first time. */
  agendaStarts: ReadonlyMap<string, number>
}

/** What the log of one session says of it, read once from its beginning. */
export function packageOf(events: readonly TimelineEvent[], { endMs }: { endMs: number }): Told {
  const names = new Map<string, { name: string; organisation: string }>()
  const agendaStarts = new Map<string, number>()
  const messages = new Map<string, SessionPackage['messages'][number]>()
  const authors = new Set<string>()
  let edits = 0
  let attendance = NOBODY_YET
  for (const event of events) {
    attendance = applyAttendance(attendance, event)
    switch (event.type) {
      case 'participant.joined': {
        const { participantId, name, organisation } = event.payload
        names.set(participantId, { name, organisation })
        break
      }
      case 'agenda.moved':
        if (!agendaStarts.has(event.payload.itemId)) agendaStarts.set(event.payload.itemId, event.atMs)
        break
      case 'chat.sent': {
        const { messageId: id, text } = event.payload
        const sender = names.get(event.actorId ?? '') ?? { name: '', organisation: '' }
        messages.set(id, { id, atMs: event.atMs, text, ...sender })
        break
      }
      case 'chat.deleted':
        messages.delete(event.payload.messageId)
        break
      case 'plan.edited':
        edits += 1
        authors.add(event.payload.name)
        break
      default:
        break
    }
  }
  const rows = attendanceRows(attendance, { atMs: endMs })
  return {
    agendaStarts,
    messages: [...messages.values()].slice(0, PACKAGE_MESSAGES_MAX),
    messageCount: messages.size,
    attendance: {
      people: rows
        .flatMap(({ personId, participantId, name, presentMs, spokenMs }) =>
          personId === null
            ? []
            : [{ personId, name, organisation: names.get(participantId)?.organisation ?? '', presentMs, spokenMs }],
        )
        .toSorted((a, b) => b.presentMs - a.presentMs),
      guests: rows.filter(({ personId }) => personId === null).length,
    },
    edits: { count: edits, authors: [...authors] },
  }
}
