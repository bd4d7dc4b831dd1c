import { CalendarCheck, CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ItemProgress } from '#core/contract/year-plans.ts'
import { StatusWord } from '#app/_ui/status-word.tsx'

const LOOKS = {
  held: { tone: 'good', icon: CircleCheck },
  announced: { tone: 'waiting', icon: CalendarCheck },
  late: { tone: 'warning', icon: TriangleAlert },
} as const

/** What has become of an item; nothing where its time has not come. */
export function ItemMark({ progress }: { progress: ItemProgress }) {
  const t = useTranslations('year-plan.progress')
  return progress === 'planned' ? null : <StatusWord {...LOOKS[progress]}>{t(progress)}</StatusWord>
}
