'use client'

import { useTranslations } from 'next-intl'
import type { PlanPerson } from '#app/_client/collab-client-people.ts'
import { AvatarStack } from '#app/_ui/avatar.tsx'

const MOST_FACES = 5

type PlanFacesProps = { people: readonly PlanPerson[] }

/** Those who can write and are here, as circles in the colour of their carets. */
export function PlanFaces({ people }: PlanFacesProps) {
  const t = useTranslations('plan')
  const editors = people.filter(({ access }) => access === 'edit')
  if (editors.length === 0) return null
  const names = editors.map(({ name }) => name).join('、')
  return (
    <AvatarStack
      label={t('here', { names })}
      people={editors.slice(0, MOST_FACES).map(({ personId, name, colour }) => ({ id: personId, name, colour }))}
    />
  )
}

/** 3 人在改，12 人在看 */
export function PlanPresence({ people }: PlanFacesProps) {
  const t = useTranslations('plan')
  const editing = people.filter(({ access }) => access === 'edit').length
  const reading = people.length - editing
  if (people.length === 0) return null
  if (editing === 0) return t('reading', { count: reading })
  return reading === 0 ? t('editing', { count: editing }) : t('editingAndReading', { editing, reading })
}
