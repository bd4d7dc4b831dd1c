import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { safePath } from '#app/_features/sign-in/safe-path.ts'
import { SignInForm } from '#app/_features/sign-in/sign-in-form.tsx'
import { callIfFound, currentActor } from '#app/_server/call.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { DoorPage } from '../_site/door-page.tsx'

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signin'))('title') }
}

/** 登录: one sentence on the left, two fields on the right. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: wanted } = await searchParams
  const next = safePath(typeof wanted === 'string' ? wanted : undefined)
  const [actor, t, title] = await Promise.all([currentActor(), getTranslations('signin'), titleOf(next)])
  if (actor.kind === 'person') redirect(next)
  return (
    <DoorPage
      sentence={[t('sentence.first'), t('sentence.second')]}
      foot={t('city')}
      title={t('title')}
      lead={title === null ? t('lead') : t('back', { title })}
    >
      <SignInForm
        next={next}
        texts={{
          username: t('username'),
          password: t('password'),
          submit: t('submit'),
          busy: t('busy'),
          failures: {
            wrong: t('wrong'),
            limited: t('limited'),
            offline: t('offline'),
            failed: t('failed'),
            missing: t('missing'),
          },
        }}
      />
      <p className="mt-6 text-meta text-ink-3">
        {t('onlyLooking')}
        <TextLink href="/">{t('withoutAccount')}</TextLink>
      </p>
    </DoorPage>
  )
}

/** The name of the activity one came from, where one may know it. */
async function titleOf(next: string): Promise<string | null> {
  const [, activityId] = /^\/(?:activities|seminar|replay|plan)\/([A-Za-z0-9_-]{1,64})/.exec(next) ?? []
  if (activityId === undefined || activityId === 'new') return null
  const link = new URLSearchParams(next.split('?')[1] ?? '').get('k')
  const detail = await callIfFound('activity.get', { activityId, ...(link === null ? {} : { link }) })
  return detail?.card.title ?? null
}
