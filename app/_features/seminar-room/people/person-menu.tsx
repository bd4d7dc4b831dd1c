'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStore } from 'zustand'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu, type MenuEntry } from '#app/_ui/menu.tsx'
import type { Participant } from '#core/contract/room-state.ts'
import { useIsHost, useRoom, useSeminar } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { personActions, ROLES_TO_GIVE, type PersonAction, type RoleToGive } from './person-actions.ts'

type PersonMenuProps = { person: Participant; look: 'plain' | 'on-picture' }
type PersonEntry = MenuEntry<PersonAction | `role:${RoleToGive}`>
type Asking = 'remove' | 'hand-over' | null

/** What one may do with a person: everybody pins, the host conducts. */
export function PersonMenu({ person, look }: PersonMenuProps) {
  const t = useTranslations('room')
  const { spotlight } = useSeminar()
  const isHost = useIsHost()
  const me = useRoom((state) => state.me)
  const isOnStage = useRoom((state) => state.room.stage.includes(person.id))
  const isPinned = useStore(spotlight.store, ({ pinnedId }) => pinnedId === person.id)
  const ask = useAsk()
  const [asking, setAsking] = useState<Asking>(null)
  const actions = personActions({ person, isHost, isMe: person.id === me, isOnStage, isPinned })
  if (actions.length === 0) return null

  const target = { participantId: person.id }
  const act = (action: PersonAction | `role:${RoleToGive}`) => {
    switch (action) {
      case 'pin':
      case 'unpin':
        return spotlight.pin(person.id)
      case 'bring':
        return void ask('stage.bring', target)
      case 'dismiss':
        return void ask('stage.dismiss', target)
      case 'mute':
        return void ask('participant.mute', { ...target, source: 'microphone' })
      case 'camera-off':
        return void ask('participant.mute', { ...target, source: 'camera' })
      case 'remove':
      case 'hand-over':
        return setAsking(action)
      default:
        return void ask('participant.set-role', { ...target, role: roleOf(action) })
    }
  }
  const entries: PersonEntry[] = actions.flatMap((action): PersonEntry[] =>
    action === 'role'
      ? ROLES_TO_GIVE.filter((role) => role !== person.role).map((role) => ({
          id: `role:${role}` as const,
          label: t('people.makeRole', { role: t(`roles.${role}`) }),
        }))
      : [{ id: action, label: t(`people.actions.${action}`), isDangerous: action === 'remove' }],
  )
  return (
    <>
      <Menu
        trigger={
          <IconButton
            icon={Ellipsis}
            label={t('people.menuOf', { name: person.name })}
            className={look === 'on-picture' ? 'size-8 bg-[rgb(14_13_11/0.72)] text-[#f3efe6]' : 'size-8'}
          />
        }
        entries={entries}
        onAction={act}
        placement="bottom end"
      />
      <ConfirmDialog
        isOpen={asking === 'remove'}
        onClose={() => setAsking(null)}
        title={t('people.removeTitle', { name: person.name })}
        confirmLabel={t('people.actions.remove')}
        isDangerous
        onConfirm={() => void ask('participant.remove', target)}
      >
        {t('people.removeText')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === 'hand-over'}
        onClose={() => setAsking(null)}
        title={t('people.handOverTitle', { name: person.name })}
        confirmLabel={t('people.actions.hand-over')}
        onConfirm={() => void ask('host.hand-over', target)}
      >
        {t('people.handOverText')}
      </ConfirmDialog>
    </>
  )
}

const roleOf = (action: `role:${RoleToGive}`): RoleToGive =>
  ROLES_TO_GIVE.find((role) => action === `role:${role}`) ?? 'participant'
