import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { FeedAddress } from '#app/_features/calendar/feed-address.tsx'
import { appDeps } from '#app/_server/app-deps.ts'
import { call, currentActor } from '#app/_server/call.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../../../(public)/_site/site-page.tsx'
import { dropFeed, renewFeed } from './own-feed.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar.settings'))('title') }
}

/** 日历订阅: one's own activities in one's own calendar; the address is shown here, renewed and stopped. Works without script. */
export default async function CalendarSettingsPage() {
  if ((await currentActor()).kind !== 'person') redirect('/sign-in?next=%2Fsettings%2Fcalendar')
  const [t, common, { token }] = await Promise.all([
    getTranslations('calendar.settings'),
    getTranslations('calendar.subscribe'),
    call('calendar.own-token', {}),
  ])
  return (
    <SitePage current="desk" path="/settings/calendar">
      <h1 className="pt-4 pb-6 font-song text-title font-semibold phone:pb-4 phone:text-h1">{t('title')}</h1>
      <Section title={t('own')} gap="none">
        <p className="mb-4 max-w-160 text-ink-2">{t('text')}</p>
        {token === null ? (
          <form action={renewFeed}>
            <button type="submit" className={buttonStyle({ tone: 'primary' })}>
              {t('make')}
            </button>
          </form>
        ) : (
          <>
            <FeedAddress
              url={new URL(`/calendars/people/${token}/calendar.ics`, appDeps().publicUrl).href}
              texts={{ label: t('address'), copy: common('copy'), copied: common('copied'), add: common('add') }}
            />
            <p className="mt-4 max-w-160 text-meta text-ink-3">{t('secret')}</p>
          </>
        )}
      </Section>
      {token !== null && (
        <Section title={t('change')} gap="small">
          <div className="flex max-w-160 flex-col gap-6">
            <form action={renewFeed}>
              <p className="mb-2.5 text-ink-2">{t('renewText')}</p>
              <button type="submit" className={buttonStyle({})}>
                {t('renew')}
              </button>
            </form>
            <form action={dropFeed}>
              <p className="mb-2.5 text-ink-2">{t('dropText')}</p>
              <button type="submit" className={buttonStyle({})}>
                {t('drop')}
              </button>
            </form>
          </div>
        </Section>
      )}
      <Section title={t('others')} gap="small">
        <p className="max-w-160 text-ink-2">
          {t('othersText')} <TextLink href="/activities/calendar#subscribe">{t('toCalendar')}</TextLink>
        </p>
      </Section>
    </SitePage>
  )
}
