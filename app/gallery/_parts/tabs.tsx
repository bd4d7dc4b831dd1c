import { Section } from '../../_ui/section.tsx'
import { Tabs } from '../../_ui/tabs.tsx'

const TABS = [
  { id: 'plan', label: '教案', content: null },
  { id: 'chat', label: '聊天', count: 38, content: null },
  { id: 'questions', label: '问答', count: 11, isNew: true, content: null },
  { id: 'observe', label: '观课', content: null },
  { id: 'poll', label: '投票', isDisabled: true, content: null },
] as const

/** Tabs: chosen, counted, new, disabled. */
export function TabsPart() {
  return (
    <Section title="分栏" note="下划线，不用药丸" gap="small" id="tabs">
      <Tabs label="面板" tabs={TABS} />
    </Section>
  )
}
