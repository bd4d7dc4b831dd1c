import { getTranslations } from 'next-intl/server'
import { AccountMenu } from '#app/_features/account/account-menu.tsx'
import { SignOutButtons } from '#app/_features/account/sign-out-buttons.tsx'
import { Bell } from '#app/_features/messages/bell.tsx'
import { call, currentActor } from '#app/_server/call.ts'
import { OfflineLine } from './offline-line.tsx'
import { SiteFrame, type SiteFrameProps } from './site-frame.tsx'

type SitePageProps = Omit<SiteFrameProps, 'me' | 'account'>

/** What stands around every page outside of the rooms: bar, search, account, footer. */
export async function SitePage({ children, ...frame }: SitePageProps) {
  const isPerson = (await currentActor()).kind === 'person'
  const [t, messages, me, unread] = await Promise.all([
    getTranslations('common'),
    getTranslations('notifications.bar'),
    call('me.get', {}),
    isPerson ? call('notifications.count', {}) : null,
  ])
  return (
    <SiteFrame
      {...frame}
      me={me}
      account={(looks) =>
        me !== null && (
          <>
            <Bell
              unreadCount={unread?.unreadCount ?? 0}
              isCurrent={frame.current === 'messages'}
              texts={{ messages: messages('messages'), unread: messages('unread') }}
            />
            <AccountMenu
              person={me.person}
              username={me.username}
              texts={{
                open: t('account.open', { name: me.person.name }),
                desk: t('nav.desk'),
                calendar: t('account.calendar'),
                mail: t('account.mail'),
              }}
              looks={looks}
              signOut={
                <SignOutButtons
                  texts={{
                    signOut: t('account.signOut'),
                    everywhere: t('account.everywhere'),
                    title: t('account.everywhereTitle'),
                    text: t('account.everywhereText'),
                    keep: t('account.keep'),
                    busy: t('account.busy'),
                    failed: t('account.failed'),
                  }}
                />
              }
            />
          </>
        )
      }
    >
      <OfflineLine>{t('offline')}</OfflineLine>
      {children}
    </SiteFrame>
  )
}
