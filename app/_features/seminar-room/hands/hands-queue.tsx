'use client'

import { ArrowUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { z } from 'zod'
import { IconButton } from '#app/_ui/icon-button.tsx'
import type { hand } from '#core/contract/room-state.ts'
import { formatElapsed } from '../session/format-elapsed.ts'
import { useIsHost, useParticipant, useRoom } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'
import { useSessionNowMs } from '../session/use-session-now.ts'
import { BringButton } from './bring-button.tsx'
import { dropIndex } from './drop-index.ts'
import { focusRowFirst } from './focus-row-first.ts'

type RaisedHand = z.infer<typeof hand>

/**
 * Who wants to speak, in order. The host drags a row, picks it up with Enter on its number and moves it with the arrows, or
 * on a phone presses the arrow that moves it one place up.
 */
export function HandsQueue({ hands }: { hands: readonly RaisedHand[] }) {
  const t = useTranslations('room')
  const isHost = useIsHost()
  const mayMove = isHost && hands.length > 1
  const ask = useAsk()
  const names = useRoom((state) => state.room.participants)
  const order = hands.map(({ participantId }) => participantId)
  const list = useRef<HTMLDivElement>(null)
  const moved = useRef<string | null>(null)
  const move = (participantId: string, { toIndex }: { toIndex: number }) => {
    moved.current = participantId
    void ask('hand.move', { participantId, toIndex })
  }
  // The row that was moved keeps the focus, wherever the list has put it meanwhile.
  const orderKey = order.join()
  useEffect(() => {
    if (moved.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-key="${moved.current}"] button`)?.focus()
    moved.current = null
  }, [orderKey])
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayMove,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': names[String(key)]?.name ?? '' })),
    onReorder: ({ keys, target }) => {
      const [picked] = [...keys].map(String)
      if (picked === undefined || target.dropPosition === 'on') return
      const drop = { moved: picked, target: String(target.key), position: target.dropPosition }
      move(picked, { toIndex: dropIndex(order, drop) })
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="drop-place" />,
  })
  return (
    <div onFocusCapture={focusRowFirst}>
      <GridList
        ref={list}
        // The hooks may not come and go within one list; they rest while there is nothing to move.
        key={String(isHost)}
        aria-label={t('hands.label')}
        keyboardNavigationBehavior="tab"
        items={hands.map((raised, index) => ({ id: raised.participantId, raised, index }))}
        dependencies={[isHost, mayMove]}
        {...(isHost ? { dragAndDropHooks } : {})}
        className="outline-none"
      >
        {({ raised, index }) => (
          <GridListItem
            id={raised.participantId}
            textValue={names[raised.participantId]?.name ?? ''}
            className="flex min-h-8.5 items-center gap-2.5 text-ui outline-offset-0 data-dragging:opacity-40 phone:min-h-11"
          >
            <HandRow
              raised={raised}
              index={index}
              mayConduct={isHost}
              onMove={mayMove ? (toIndex) => move(raised.participantId, { toIndex }) : null}
            />
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}

type HandRowProps = {
  raised: RaisedHand
  index: number
  mayConduct: boolean
  /** To another place in the list; null where there is none. */
  onMove: ((toIndex: number) => void) | null
}

function HandRow({ raised, index, mayConduct, onMove }: HandRowProps) {
  const t = useTranslations('room')
  const person = useParticipant(raised.participantId)
  const me = useRoom((state) => state.me)
  const isWeak = useRoom((state) => (state.quality[raised.participantId] ?? 3) <= 1)
  const ask = useAsk()
  const name = person?.name ?? ''
  const mayLower = mayConduct || raised.participantId === me
  return (
    <>
      {onMove !== null ? (
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
      <span className="min-w-0 truncate">{name}</span>
      {isWeak ? (
        <span className="text-caption text-ochre">{t('hands.weak')}</span>
      ) : (
        <span className="min-w-0 shrink-999 truncate text-caption text-ink-3 laptop:hidden">
          <WaitedFrom raisedAtMs={raised.raisedAtMs} organisation={person?.organisation ?? ''} />
        </span>
      )}
      <span className="flex-1" />
      {onMove !== null && index > 0 && (
        <IconButton
          icon={ArrowUp}
          iconSize="small"
          label={t('hands.moveUpName', { name })}
          className="size-8 desk:hidden"
          onPress={() => onMove(index - 1)}
        />
      )}
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

/** 等了 1:20·周村区城北中学. How long comes first: it is never cut off. */
export function WaitedFrom({ raisedAtMs, organisation }: { raisedAtMs: number; organisation: string }) {
  const t = useTranslations('room')
  const nowMs = useSessionNowMs()
  const waited = t('hands.waited', { time: formatElapsed(nowMs - raisedAtMs) })
  return organisation === '' ? waited : `${waited}·${organisation}`
}
