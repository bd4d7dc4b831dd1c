import { TriangleAlert, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { FactList, type Fact } from './fact-list.tsx'
import { Icon } from './icon.tsx'

type ErrorNoticeProps = {
  /** What happened and what is kept: 没有存上，正在重试。文字都在本机。 */
  children: ReactNode
  /** A Button of size small: what to do next. */
  action?: ReactNode
  className?: string
}

/** An error inside a page, ochre, read aloud when it appears. */
export function ErrorNotice({ children, action, className = '' }: ErrorNoticeProps) {
  return (
    <div
      role="alert"
      className={`flex items-center gap-4 rounded-control bg-ochre-wash px-4 py-2.5 text-ochre shadow-[inset_0_0_0_1px_var(--ochre-line)] ${className}`}
    >
      <Icon of={TriangleAlert} />
      <p className="flex-1">{children}</p>
      {action}
    </div>
  )
}

type OfflineNoticeProps = {
  /** 您的网络断开了 */
  mark: string
  /** 正在重新连接，第 2 次 */
  title: string
  /** What is kept, and what is pending. */
  children: ReactNode
  actions?: ReactNode
  /** Where the break is; a number to quote. */
  facts?: readonly Fact[]
}

/** The whole truth while the line is down. */
export function OfflineNotice({ mark, title, children, actions, facts }: OfflineNoticeProps) {
  return (
    <div role="status">
      <p className="flex items-center gap-1.5 text-meta text-ochre">
        <Icon of={WifiOff} size="small" />
        {mark}
      </p>
      <h2 className="my-2 font-song text-h1 leading-12 font-semibold phone:text-h2 phone:leading-9">{title}</h2>
      <div className="flex flex-col gap-1.5 text-lead leading-7 text-ink-2">{children}</div>
      {actions !== undefined && <div className="mt-5 flex gap-3 phone:*:flex-1">{actions}</div>}
      {facts !== undefined && <FactList facts={facts} size="small" className="mt-7" />}
    </div>
  )
}
