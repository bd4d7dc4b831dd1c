'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button as AriaButton } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { z } from 'zod'
import { IconButton } from '#app/_ui/icon-button.tsx'
import type { hand } from '#core/contract/room-state.ts'
import { formatElapsed } from '../session/format-elapsed.ts'
import { useIsHost, useParticipant, useRoom } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'
import { useSessionNowMs } from '../session/use-session-now.ts'
import { BringButton } from './bring-button.tsx'
import { dropIndex } from './drop-index.ts'

type RaisedHand = z.infer<typeof hand>

/** Who wants to speak, in order. The host drags a row, or picks it up with Enter on its number and moves it with the arrows. */
export function HandsQueue({ hands }: { hands: readonly RaisedHand[] }) {
  const t = useTranslations('room')
  const isHost = useIsHost()
  const mayMove = isHost && hands.length > 1
  const ask = useAsk()
  const names = useRoom((state) => state.room.participants)
  const order = hands.map(({ participantId }) => participantId)
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayMove,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': names[String(key)]?.name ?? '' })),
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].map(String)
      if (moved === undefined || target.dropPosition === 'on') return
      const toIndex = dropIndex(order, { moved, target: String(target.key), position: target.dropPosition })
      void ask('hand.move', { participantId: moved, toIndex })
    },
  })
  return (
    <GridList
      // The hooks may not come and go within one list.
      key={String(mayMove)}
      aria-label={t('hands.label')}
      items={hands.map((raised, index) => ({ id: raised.participantId, raised, index }))}
      dependencies={[isHost, mayMove]}
      {...(mayMove ? { dragAndDropHooks } : {})}
      className="outline-none"
    >
      {({ raised, index }) => (
        <GridListItem
          id={raised.participantId}
          textValue={names[raised.participantId]?.name ?? ''}
          className="flex min-h-8.5 items-center gap-2.5 text-ui outline-offset-0 data-dragging:opacity-40 phone:min-h-11"
        >
          <HandRow raised={raised} index={index} mayConduct={isHost} mayMove={mayMove} />
        </GridListItem>
      )}
    </GridList>
  )
}

type HandRowProps = { raised: RaisedHand; index: number; mayConduct: boolean; mayMove: boolean }

function HandRow({ raised, index, mayConduct, mayMove }: HandRowProps) {
  const t = useTranslations('room')
  const person = useParticipant(raised.participantId)
  const me = useRoom((state) => state.me)
  const isWeak = useRoom((state) => (state.quality[raised.participantId] ?? 3) <= 1)
  const ask = useAsk()
  const name = person?.name ?? ''
  const mayLower = mayConduct || raised.participantId === me
  return (
    <>
      {mayMove ? (
        <AriaButton
          slot="drag"
          aria-label={t('hands.moveName', { name })}
          className="touch-area w-3.5 cursor-grab text-left font-semibold text-ink-3"
        >
          {index + 1}
        </AriaButton>
      ) : (
        <b className="w-3.5 font-semibold text-ink-3">{index + 1}</b>
      )}
      <span className="whitespace-nowrap">{name}</span>
      {isWeak ? (
        <span className="text-caption text-ochre">{t('hands.weak')}</span>
      ) : (
        <span className="flex min-w-0 text-caption text-ink-3 laptop:hidden">
          {person !== undefined && person.organisation !== '' && (
            <>
              <span className="min-w-0 truncate">{person.organisation}</span>·
            </>
          )}
          <span className="whitespace-nowrap">
            <WaitedWords raisedAtMs={raised.raisedAtMs} />
          </span>
        </span>
      )}
      <span className="flex-1" />
      {mayLower && (
        <IconButton
          icon={X}
          iconSize="small"
          label={t('hands.lowerName', { name })}
          className="size-6.5"
          onPress={() => void ask('hand.lower', { participantId: raised.participantId })}
        />
      )}
      {mayConduct && <BringButton participantId={raised.participantId} isFirst={index === 0} />}
    </>
  )
}

/** 等了 1:20 */
export function WaitedWords({ raisedAtMs }: { raisedAtMs: number }) {
  const t = useTranslations('room')
  const nowMs = useSessionNowMs()
  return t('hands.waited', { time: formatElapsed(nowMs - raisedAtMs) })
}
