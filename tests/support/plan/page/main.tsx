import { NextIntlClientProvider } from 'next-intl'
import { createRoot } from 'react-dom/client'
import '#app/globals.css'
import { PlanPanel } from '#app/_features/lesson-plan/index.ts'
import { PlanEditor } from '#app/_features/lesson-plan/plan-editor.tsx'
import { ThemeScope } from '#app/_ui/theme-scope.tsx'
import { personColour } from '#core/contract/fields.ts'
import type { PlanFacts } from '#core/contract/plan.ts'
import plan from '../../../../messages/zh-CN/plan.json'

/** `?me=host&colour=1&view=panel`: the plan as one person sees it, without the rest of the product. */
const query = new URLSearchParams(location.search)
const personId = query.get('me') ?? 'host'
const facts: PlanFacts = {
  planId: 'plan-1',
  activityId: 'activity-1',
  title: '《背影》第二课时',
  access: query.get('access') === 'read' ? 'read' : 'edit',
  me: { personId, name: personId, colour: personColour.parse(Number(query.get('colour') ?? 1)) },
  updatedAt: null,
}
const page =
  query.get('view') === 'panel' ? (
    <ThemeScope theme="dark" className="bg-sheet text-ink">
      {/* Classes of this folder are not compiled. */}
      <div style={{ height: '100dvh', maxWidth: 400 }}>
        <PlanPanel facts={facts} linkToken={null} />
      </div>
    </ThemeScope>
  ) : (
    <PlanEditor
      facts={facts}
      text={null}
      outline={[]}
      linkToken={null}
      backHref="/"
      trail={['翟雅琴名师工作室', '课例研讨']}
      runningHead={{ left: '八年级上册·语文', right: '翟雅琴名师工作室' }}
    />
  )
const root = document.getElementById('root')
if (root === null) throw new Error('no root')
createRoot(root).render(
  <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={{ plan }}>
    {page}
  </NextIntlClientProvider>,
)
