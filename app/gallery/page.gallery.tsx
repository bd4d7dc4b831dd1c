import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { chooseTheme } from '../_theme/choose-theme.ts'
import { THEMES } from '../_theme/themes.ts'
import { buttonStyle } from '../_ui/button-style.ts'
import { UiLocale } from '../_ui/ui-locale.tsx'
import { ButtonsPart } from './_parts/buttons.tsx'
import { ColoursPart } from './_parts/colours.tsx'
import { DialogsPart } from './_parts/dialogs.tsx'
import { FieldsPart } from './_parts/fields.tsx'
import { MarksPart, PeoplePart } from './_parts/marks.tsx'
import { MoreFieldsPart } from './_parts/more-fields.tsx'
import { NoticesPart } from './_parts/notices.tsx'
import { ProgressPart } from './_parts/progress.tsx'
import { ReadingPart } from './_parts/reading.tsx'
import { TablePart } from './_parts/table.tsx'
import { TabsPart } from './_parts/tabs.tsx'
import { SpacesPart, TypePart } from './_parts/type.tsx'

export const metadata: Metadata = { title: '组件' }

const THEME_NAMES = { system: '随系统', light: '浅', dark: '深' } as const

/** Every primitive in every state. Exists in development, and in builds made with TONGKE_GALLERY=1. */
export default async function GalleryPage() {
  const locale = await getLocale()
  return (
    <main className="mx-auto max-w-300 px-6 pb-20 phone:px-4">
      <header className="flex flex-wrap items-end justify-between gap-4 pt-14">
        <div>
          <h1 className="font-song text-title font-semibold">同课{'\u3000'}纸与墨</h1>
          <p className="text-body text-ink-2">组件与状态。每一种颜色有一个职责，没有职责的颜色不进来。</p>
        </div>
        <form action={chooseTheme} className="flex gap-1">
          {THEMES.map((theme) => (
            <button key={theme} name="theme" value={theme} className={buttonStyle({ tone: 'ghost', size: 'small' })}>
              {THEME_NAMES[theme]}
            </button>
          ))}
        </form>
      </header>
      <UiLocale locale={locale}>
        <TypePart />
        <ColoursPart />
        <SpacesPart />
        <ButtonsPart />
        <FieldsPart />
        <TabsPart />
        <MarksPart />
        <PeoplePart />
        <DialogsPart />
        <TablePart />
        <ProgressPart />
        <MoreFieldsPart />
        <ReadingPart />
        <NoticesPart />
      </UiLocale>
    </main>
  )
}
