'use client'

import { useTranslations } from 'next-intl'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Popover } from '#app/_ui/popover.tsx'
import { usePlayerState, useReplay } from './replay-context.ts'

/** The room as it was at this second: how many were here, on stage, with a hand raised; and who. */
export function ReplayPeople() {
  const t = useTranslations('replay')
  const { history } = useReplay()
  const room = usePlayerState(({ positionMs }) => history.stateAt(positionMs))
  const people = Object.values(room.participants)
  const nameOf = (id: string) => room.participants[id]?.name
  const listOf = (ids: readonly string[]) => ids.map(nameOf).filter((name) => name !== undefined)
  const onStage = listOf(room.stage)
  const hands = listOf(room.hands.map(({ participantId }) => participantId))
  const facts = [
    { id: 'present', count: people.length },
    { id: 'stage', count: onStage.length },
    { id: 'hands', count: hands.length },
  ] as const
  return (
    <div className="border-t border-line-2 pt-2 pb-2">
      <dl className="flex">
        {facts.map(({ id, count }) => (
          <div key={id} className="flex-1">
            <dt className="text-caption text-ink-3">{t(`people.${id}`)}</dt>
            <dd className="font-song text-h3 leading-7 font-semibold">{count}</dd>
          </div>
        ))}
      </dl>
      {people.length > 0 && (
        <Popover
          label={t('people.title')}
          placement="top start"
          trigger={
            <Button tone="ghost" size="xs" className="-ml-2.5">
              {t('people.title')}
            </Button>
          }
        >
          <ul className="max-h-80 w-64 space-y-1.5 overflow-y-auto">
            {people.map(({ id, name, organisation, colour }) => (
              <li key={id} className="flex items-center gap-2">
                <Avatar name={name} size="small" colour={colour} />
                <span>{name}</span>
                <span className="min-w-0 truncate text-caption text-ink-3">{organisation}</span>
                <span className="ml-auto shrink-0 text-caption text-ink-3">
                  {[room.stage.includes(id) && t('people.stage'), hands.includes(name) && t('people.hands')]
                    .filter((word) => word !== false)
                    .join('·')}
                </span>
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </div>
  )
}
