import { Search } from 'lucide-react'
import { chooseLocale } from '../../_i18n/choose-locale.ts'
import { Icon } from '../../_ui/icon.tsx'
import { LinkButton } from '../../_ui/link-button.tsx'
import { LiveMark } from '../../_ui/live-mark.tsx'
import { PageShell } from '../../_ui/page-shell.tsx'
import { Section } from '../../_ui/section.tsx'

const NAV = [
  { href: '/gallery/shell', label: '首页', isCurrent: true },
  { href: '/gallery', label: '活动' },
  { href: '/gallery#people', label: '工作室' },
  { href: '/gallery#reading', label: '资源' },
] as const

const FOOTER = [
  { href: '/gallery', label: '淄博市教师教育办公室' },
  { href: '/gallery#type', label: '隐私与授权' },
] as const

/** A public page as a visitor meets it: bar, section, footer, dock. Its script is what every public page costs. */
export default function ShellPage() {
  return (
    <PageShell
      brand={{ name: '同课', seal: '同', href: '/gallery/shell' }}
      navLabel="主导航"
      nav={NAV}
      menuLabel="菜单"
      skipLabel="跳到正文"
      search={
        <form role="search" className="flex h-9 items-center gap-2 border-b border-line-2 text-ink-3 desk:w-58">
          <Icon of={Search} />
          <input
            name="q"
            aria-label="搜课题、老师、一句原话"
            placeholder="搜课题、老师、一句原话"
            className="min-w-0 flex-1 bg-transparent"
          />
        </form>
      }
      account={
        <span className="phone:hidden">
          <LinkButton href="/gallery">登录</LinkButton>
        </span>
      }
      footer={FOOTER}
      footerEnd={
        <form action={chooseLocale}>
          <button name="locale" value="en" className="touch-area">
            English
          </button>
        </form>
      }
      dock={
        <>
          <LiveMark>直播中</LiveMark>
          <LinkButton href="/gallery" tone="primary">
            进入研讨室
          </LinkButton>
        </>
      }
    >
      <p className="pt-4 text-meta text-ink-3">活动 ／ 课例研讨</p>
      <h1 className="mt-4 font-song text-title font-semibold phone:text-[2.125rem] phone:leading-[2.875rem]">
        《背影》第二课时
      </h1>
      <p className="text-read text-ink-2">父亲爬月台的那几个动词，该让学生读，还是让学生做？</p>
      <Section title="议程" note="1 小时 30 分">
        <p>签到与说明</p>
      </Section>
    </PageShell>
  )
}
