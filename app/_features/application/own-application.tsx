import { useTranslations } from 'next-intl'
import type { OwnApplication } from '#core/contract/applications.ts'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { Section } from '#app/_ui/section.tsx'
import { ApplicationEvents } from './application-events.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import { WithdrawButton } from './withdraw-button.tsx'

/** One's application while others have it, or have decided. */
export function OwnApplicationView({ application }: { application: OwnApplication }) {
  const t = useTranslations('application')
  const { applicationId, version, state, studioId, form, handedIn, schoolName, events, may } = application
  return (
    <>
      {studioId !== null && (
        <p className="pb-8">
          <LinkButton href={`/studios/${studioId}`} tone="primary" size="big">
            {t('toStudio')}
          </LinkButton>
        </p>
      )}
      <Section title={t('parts.events')} gap="none">
        <div className="max-w-160">
          <ApplicationEvents events={events} />
          {may.withdraw && (
            <div className="mt-5">
              <WithdrawButton applicationId={applicationId} version={version} />
              <p className="mt-1.5 text-meta text-ink-3">{t('withdrawNote')}</p>
            </div>
          )}
        </div>
      </Section>
      <Section title={t('parts.handedIn')} note={state === 'opened' ? undefined : form.name} gap="small">
        <div className="max-w-160">
          <ApplicationFacts
            form={handedIn?.form ?? form}
            photoUrl={handedIn?.photoUrl ?? null}
            schoolName={schoolName}
            notes={{}}
          />
        </div>
      </Section>
    </>
  )
}
