import { getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { ManageButtons, type ManageStep } from '#app/_features/activity/manage-buttons.tsx'
import { hrefOfRegistrants } from '#app/_features/registration/registrants-query.ts'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { cancelActivity, unpublishActivity } from './steps.ts'

type ManageActivityProps = { detail: HttpOutput<'activity.get'> }

/** What the host may do besides entering. Nothing for anybody else. */
export async function ManageActivity({ detail: { card, may, registration } }: ManageActivityProps) {
  const [t, registrations] = await Promise.all([getTranslations('activity.manage'), getTranslations('registration')])
  const step = (name: 'unpublish' | 'cancel', run: ManageStep['run']): ManageStep => ({
    id: name,
    label: t(name),
    title: t(`${name}Title`),
    text: t(`${name}Text`),
    isDangerous: name === 'cancel',
    run,
  })
  const steps = [
    ...(may.publish && card.state === 'published' ? [step('unpublish', unpublishActivity.bind(null, card.id))] : []),
    ...(may.cancel && (card.state === 'published' || card.state === 'draft')
      ? [step('cancel', cancelActivity.bind(null, card.id))]
      : []),
  ]
  const mayEdit = may.edit && card.state !== 'cancelled'
  const hasList = registration?.may.decide === true
  if (!mayEdit && !hasList && steps.length === 0) return null
  return (
    <div role="group" aria-label={t('label')} className="mt-3 flex flex-wrap gap-2">
      {mayEdit && (
        <LinkButton href={`/activities/${card.id}/edit`} size="small">
          {t('edit')}
        </LinkButton>
      )}
      {hasList && (
        <LinkButton href={hrefOfRegistrants(card.id)} size="small">
          {registrations('manage')}
        </LinkButton>
      )}
      {steps.length > 0 && <ManageButtons steps={steps} texts={{ keep: t('keep'), busy: t('busy') }} />}
    </div>
  )
}
