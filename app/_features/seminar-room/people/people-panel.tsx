'use client'

import { Mic, MicOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import type { Participant } from '#core/contract/room-state.ts'
import { useParticipant, useRoom } from '../session/seminar-context.tsx'
import { HandBadge } from '../hands/hand-badge.tsx'
import { groupPeople } from './group-people.ts'
import { PersonMenu } from './person-menu.tsx'

/** Everybody who is here: the stage first, then the hands, then the rest. */
export function PeoplePanel() {
  const t = useTranslations('room')
  const participants = useRoom((state) => state.room.participants)
  const stage = useRoom((state) => state.room.stage)
  const hands = useRoom((state) => state.room.hands)
  const groups = useMemo(() => groupPeople({ participants, stage, hands }), [participants, stage, hands])
  return (
    <section
      tabIndex={0}
      aria-label={t('people.label')}
      className="ring-inside h-full overflow-y-auto overscroll-contain px-5 py-2 phone:px-4"
    >
      {groups.map(({ group, ids }) => (
        <div key={group} className="py-2">
          <h2 className="text-meta text-ink-3">{t(`people.groups.${group}`, { count: ids.length })}</h2>
          <ul>
            {ids.map((id) => (
              <PersonRow key={id} participantId={id} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function PersonRow({ participantId }: { participantId: string }) {
  const t = useTranslations('room')
  const person = useParticipant(participantId)
  const isMe = useRoom((state) => state.me === participantId)
  const isOnStage = useRoom((state) => state.room.stage.includes(participantId))
  if (person === undefined) return null
  return (
    <li className="flex min-h-11 items-center gap-2.5" data-row={participantId}>
      <Avatar name={person.name} size="small" colour={person.colour} />
      <span className="min-w-0 truncate">{person.name}</span>
      <span className="min-w-0 flex-1 truncate text-caption text-ink-3">{detailsOf(person, { isMe, t })}</span>
      <HandBadge participantId={participantId} />
      {isOnStage && (
        <Icon
          of={person.media.microphone === 'on' ? Mic : MicOff}
          size="small"
          className="text-ink-3"
          label={t(person.media.microphone === 'on' ? 'stage.microphoneOn' : 'stage.microphoneOff')}
        />
      )}
      <PersonMenu person={person} look="plain" />
    </li>
  )
}

function detailsOf(person: Participant, { isMe, t }: { isMe: boolean; t: ReturnType<typeof useTranslations<'room'>> }) {
  const part = person.role === 'participant' ? null : t(`roles.${person.role}`)
  const away = person.connection === 'offline' ? t('stage.away') : null
  return [isMe ? t('you') : null, part, person.organisation === '' ? null : person.organisation, away]
    .filter(Boolean)
    .join('·')
}
