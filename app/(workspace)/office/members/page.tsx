import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { ProposalsToDecide } from '#app/_features/membership/proposals-to-decide.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfPermitted } from '#app/_server/call.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { OfficePage } from '../_frame/office-page.tsx'

type MembersPageProps = { searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('membership'))('decide.title') }
}

/** 成员遴选, for the office. */
export default async function MembersPage({ searchParams }: MembersPageProps) {
  const { cursor } = await searchParams
  if ((await call('me.get', {})) === null) redirect('/sign-in?next=%2Foffice%2Fmembers')
  const asked = typeof cursor === 'string' ? { cursor } : {}
  const page = (await callIfPermitted('memberships.to-decide', asked)) ?? notFound()
  const t = await getTranslations('membership.decide')
  return (
    <OfficePage current="members" path="/office/members">
      <h1 className="pt-4 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="pt-1 pb-6 text-ink-2 phone:pb-4">{t('lead', { count: page.total })}</p>
      <div className="border-t border-line-2 pt-4">
        <ClientTexts namespaces={['membership', 'common']}>
          <ProposalsToDecide page={page} />
        </ClientTexts>
        {page.nextCursor !== null && (
          <p className="pt-4">
            <TextLink href={`/office/members?cursor=${page.nextCursor}`}>{t('more')}</TextLink>
          </p>
        )}
      </div>
    </OfficePage>
  )
}
