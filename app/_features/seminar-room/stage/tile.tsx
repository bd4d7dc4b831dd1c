'use client'

import { useFurniture } from '../furniture/furniture-context.ts'
import { useRoom, useParticipant } from '../session/seminar-context.tsx'
import { HandMark, LinkMarks, NamePlate } from './person-plate.tsx'
import { PersonPicture } from './person-picture.tsx'

type TileProps = { participantId: string; avatarSize?: 'normal' | 'large' | 'huge' }

/** One person. Subscribes to what it shows of them and nothing else. */
export function Tile({ participantId, avatarSize = 'large' }: TileProps) {
  const person = useParticipant(participantId)
  const furniture = useFurniture()
  const isTalking = useRoom(
    (state) =>
      state.room.participants[participantId]?.media.microphone === 'on' &&
      state.speakers.some((speaker) => speaker.participantId === participantId),
  )
  if (person === undefined) return null
  return (
    <li
      className="frame tile group"
      data-person={participantId}
      {...(isTalking ? { 'data-talking': '' } : {})}
      aria-label={person.name}
    >
      <PersonPicture person={person} avatarSize={avatarSize} />
      <HandMark participantId={participantId} />
      <NamePlate person={person} />
      <LinkMarks person={person} />
      <span className="absolute top-1 right-1 opacity-0 transition-opacity duration-(--t-1) group-focus-within:opacity-100 group-hover:opacity-100 phone:hidden">
        {furniture !== null && <furniture.PersonMenu person={person} look="on-picture" />}
      </span>
    </li>
  )
}
