import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Seal } from '#app/_ui/seal.tsx'

type DoorPageProps = {
  /** Two lines, upright on the left; phones leave them out. */
  sentence: readonly [string, string]
  /** At the foot of the left side. */
  foot?: string
  title: string
  lead: string
  children: ReactNode
}

/** What one meets before there is a session: one sentence on the left, a few fields on the right. */
export async function DoorPage({ sentence: [first, second], foot, title, lead, children }: DoorPageProps) {
  const common = await getTranslations('common')
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
            {first}
            <br />
            {second}
          </p>
        </div>
        <p className="min-h-5.5 text-meta text-ink-3 phone:hidden">{foot}</p>
      </section>
      <section className="grid place-items-center bg-sheet phone:flex-1 phone:items-start phone:justify-items-stretch phone:p-6">
        <div className="w-84 phone:w-auto desk:py-10">
          <h1 className="font-song text-[1.75rem] leading-10 font-semibold">{title}</h1>
          <p className="mt-1.5 mb-7 text-ink-2">{lead}</p>
          {children}
        </div>
      </section>
    </main>
  )
}
