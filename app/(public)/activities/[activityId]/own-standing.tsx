import { getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { UNDO_CANCELLING_MS } from '#core/domain/registration/registration-steps.ts'
import { OwnRegistration } from '#app/_features/activity/own-registration.tsx'
import { cancelRegistration, register } from './steps.ts'

type OwnStandingProps = { detail: HttpOutput<'activity.get'>; isGuest: boolean }

/** The reader's own registration. Stands also for who has none: who has just cancelled can take it back here. */
export async function OwnStanding({ detail: { card, registration }, isGuest }: OwnStandingProps) {
  if (registration === null || isGuest || card.state === 'ended' || card.state === 'cancelled') return null
  const t = await getTranslations('registration.mine')
  const { mine } = registration
  const standing = mine === null ? null : mine.state === 'waiting' ? t('waiting', { place: mine.place }) : t(mine.state)
  return (
    <OwnRegistration
      standing={standing}
      mayCancel={mine !== null && mine.state !== 'declined'}
      cancel={cancelRegistration.bind(null, card.id)}
      restore={register.bind(null, card.id, card.linkToken)}
      undoForMs={UNDO_CANCELLING_MS}
      texts={{ cancel: t('cancel'), cancelled: t('cancelled'), undo: t('undo'), busy: t('busy') }}
    />
  )
}
