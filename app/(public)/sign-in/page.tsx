import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import { redirect } from 'next/navigation'
import { safePath } from '#app/_features/sign-in/safe-path.ts'
import { SignInForm } from '#app/_features/sign-in/sign-in-form.tsx'
import { callIfFound, currentActor } from '#app/_server/call.ts'
import { Seal } from '#app/_ui/seal.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signin'))('title') }
}

/** 登录: one sentence on the left, two fields on the right. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: wanted } = await searchParams
  const next = safePath(typeof wanted === 'string' ? wanted : undefined)
  const [actor, t, common, title] = await Promise.all([
    currentActor(),
    getTranslations('signin'),
    getTranslations('common'),
    titleOf(next),
  ])
  if (actor.kind === 'person') redirect(next)
  return (
    <main className="min-h-dvh desk:grid desk:grid-cols-[1fr_35rem] laptop:grid-cols-[1fr_26rem] phone:flex phone:flex-col">
      <section className="flex flex-col justify-between border-line-2 px-14 py-10 desk:border-r phone:block phone:px-4 phone:py-5">
        <Link
          href="/"
          className="flex items-center gap-2.5 self-start font-song text-[1.1875rem] leading-none font-semibold tracking-[0.06em]"
        >
          <Seal>{common('brand.seal')}</Seal>
          {common('brand.name')}
        </Link>
        <div className="mx-auto w-fit phone:hidden">
          <p className="font-song text-title leading-[5.25rem] font-semibold tracking-[0.12em] [writing-mode:vertical-rl] [&:lang(en)]:leading-15 [&:lang(en)]:tracking-normal [&:lang(en)]:[writing-mode:horizontal-tb]">
            {t('sentence.first')}
            <br />
            {t('sentence.second')}
          </p>
        </div>
        <p className="text-meta text-ink-3 phone:hidden">{t('city')}</p>
      </section>
      <section className="grid place-items-center bg-sheet phone:flex-1 phone:items-start phone:justify-items-stretch phone:p-6">
        <div className="w-84 phone:w-auto">
          <h1 className="font-song text-[1.75rem] leading-10 font-semibold">{t('title')}</h1>
          <p className="mt-1.5 mb-7 text-ink-2">{title === null ? t('lead') : t('back', { title })}</p>
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
        </div>
      </section>
    </main>
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
