import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { DeskDrafts } from '#app/_features/desk/desk-drafts.tsx'
import { DeskNav } from '#app/_features/desk/desk-nav.tsx'
import { DeskNext } from '#app/_features/desk/desk-next.tsx'
import { DeskPlans } from '#app/_features/desk/desk-plans.tsx'
import { DeskReplays, DeskWeek } from '#app/_features/desk/desk-side.tsx'
import { OwnProposals } from '#app/_features/membership/own-proposals.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { DeskWaiting } from '#app/_features/desk/desk-waiting.tsx'
import { call } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../../(public)/_site/site-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') }
}

/** 工作台: the next event, large; what is to be finished; plans; the week. */
export default async function DeskPage() {
  const me = await call('me.get', {})
  if (me === null) redirect('/sign-in?next=%2Fdesk')
  const [desk, { lines }, proposals, t] = await Promise.all([
    call('desk.get', {}),
    call('waiting.list', {}),
    call('memberships.mine', {}),
    getTranslations('desk'),
  ])
  const nowEpochMs = requestTime()
  return (
    <SitePage current="desk" width="desk" path="/desk">
      <div className="pt-2 phone:pt-0 desk:grid desk:grid-cols-[10.5rem_minmax(0,1fr)_17rem] desk:gap-14 laptop:grid-cols-[minmax(0,1fr)_15rem] laptop:gap-8">
        <DeskNav me={me} waitingCount={lines.reduce((sum, { count }) => sum + count, 0)} />
        <div className="min-w-0">
          <DeskNext next={desk.next} me={me} nowEpochMs={nowEpochMs} />
          {me.mayManagePeople && (
            <p className="mt-5 wide:hidden">
              <TextLink href="/office">{t('office')}</TextLink>
            </p>
          )}
          <ClientTexts namespaces={['membership', 'common']}>
            <OwnProposals proposals={proposals.items} />
          </ClientTexts>
          <DeskWaiting lines={lines} nowEpochMs={nowEpochMs} />
          <DeskDrafts drafts={desk.drafts} />
          <DeskPlans plans={desk.plans} nowEpochMs={nowEpochMs} />
        </div>
        <aside className="pt-1 phone:mt-9">
          <DeskWeek week={desk.week} nowEpochMs={nowEpochMs} />
          <DeskReplays replays={desk.replays} />
        </aside>
      </div>
    </SitePage>
  )
}
