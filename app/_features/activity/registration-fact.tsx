import { getTranslations } from 'next-intl/server'
import type { ActivityCard } from '#core/contract/activity.ts'
import type { RegistrationStanding } from '#core/contract/registrations.ts'

type RegistrationFactProps = {
  standing: RegistrationStanding
  card: Pick<ActivityCard, 'state' | 'entry'>
}

/** How many come, and what registering is good for. */
export async function RegistrationFact({ standing, card }: RegistrationFactProps) {
  const t = await getTranslations('registration.fact')
  const { capacity, registered, waiting, isOpen, mode, isInvited } = standing
  const count = capacity === null ? t('count', { registered }) : t('countOf', { registered, capacity })
  const notes = [
    isOpen && mode === 'approval' ? t('approval') : '',
    isOpen && mode === 'invitation' ? t(isInvited ? 'invited' : 'invitation') : '',
    isOpen && card.entry !== 'group' ? t('enters') : '',
    !isOpen && card.state === 'published' ? t('closed') : '',
  ].filter((note) => note !== '')
  return (
    <>
      {count}
      {waiting > 0 && t('waiting', { waiting })}
      {notes.length > 0 && <span className="block text-ink-3">{notes.join('')}</span>}
    </>
  )
}
