'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useParticipant, useRoom, useSeminar } from '../session/seminar-context.tsx'
import { GridLayout } from './grid-layout.tsx'
import { LinkMarks, NamePlate } from './person-plate.tsx'
import { PersonPicture, ScreenPicture } from './person-picture.tsx'
import { featuredPerson, screenOwner, tileOrder } from './stage-order.ts'
import { TileStrip } from './tile-strip.tsx'

/** A shared screen comes before everybody; then the speaker fills the stage, or all stand in a grid. */
export function Stage() {
  const t = useTranslations('room')
  const { spotlight } = useSeminar()
  const look = useStore(spotlight.store)
  const screen = useRoom(screenOwner)
  const featured = useRoom((state) => featuredPerson(state, look))
  const isEmpty = useRoom((state) => tileOrder(state).length === 0)
  const main = useRef<HTMLElement>(null)
  // The lobby took the focus with it: reading and Tab begin here.
  useEffect(() => main.current?.focus(), [])
  return (
    <main ref={main} tabIndex={-1} className="room-stage outline-none" aria-label={t('stage.label')}>
      {look.layout === 'grid' && screen === null && !isEmpty ? (
        <GridLayout />
      ) : (
        <>
          {screen === null ? <Speaker participantId={featured} /> : <SharedScreen participantId={screen} />}
          <TileStrip without={screen === null ? featured : null} />
        </>
      )}
    </main>
  )
}

function Speaker({ participantId }: { participantId: string | null }) {
  const t = useTranslations('room')
  const person = useParticipant(participantId)
  if (person === undefined) {
    return (
      <div className="frame speaker grid place-items-center" data-speaker="">
        <p className="px-6 text-center text-lead text-[#bdb7aa]">{t('stage.nobody')}</p>
      </div>
    )
  }
  return (
    <div className="frame speaker" data-speaker={person.id} role="group" aria-label={person.name}>
      <PersonPicture key={person.id} person={person} avatarSize="huge" />
      <NamePlate person={person} isLarge />
      <LinkMarks person={person} />
    </div>
  )
}

function SharedScreen({ participantId }: { participantId: string }) {
  const t = useTranslations('room')
  const person = useParticipant(participantId)
  if (person === undefined) return null
  return (
    <div
      className="frame speaker"
      data-screen={person.id}
      role="group"
      aria-label={t('stage.screenOf', { name: person.name })}
    >
      <ScreenPicture key={person.id} participantId={person.id} />
      <span className="plate">
        {person.name}
        <em>{t('stage.screen')}</em>
      </span>
    </div>
  )
}
