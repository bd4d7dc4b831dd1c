import { Section } from '../../_ui/section.tsx'

const STYLES = [
  {
    name: 'title',
    size: '44/60',
    look: 'font-song text-title font-semibold',
    sample: '《背影》第二课时',
    use: '课题，一页一处',
  },
  { name: 'h1', size: '32/44', look: 'font-song text-h1 font-semibold', sample: '正在重新连接', use: '页首' },
  { name: 'h2', size: '24/36', look: 'font-song text-h2 font-semibold', sample: '37 件待办', use: '分区' },
  { name: 'h3', size: '20/32', look: 'font-song text-h3 font-semibold', sample: '任务二　还原动作', use: '教案小节' },
  {
    name: 'read',
    size: '17/31',
    look: 'text-read',
    sample: '学生初读多半说“感动”，说不出哪一个字让人感动。',
    use: '教案正文',
  },
  {
    name: 'body',
    size: '16/28',
    look: 'text-body',
    sample: '断开期间的发言、聊天和教案修改，连上后会补给您看。',
    use: '正文',
  },
  { name: 'ui', size: '14/22', look: 'text-ui', sample: '报名　进入研讨室　采纳　退回补正', use: '界面' },
  { name: 'meta', size: '13/20', look: 'text-meta', sample: '桓台县第三初级中学　11 月 25 日 19:00', use: '次要' },
  { name: 'caption', size: '12/18', look: 'text-caption', sample: '等了 1:20　周村区', use: '最小' },
] as const

/** The type scale. */
export function TypePart() {
  return (
    <Section title="字" note="宋体写课，黑体办事" gap="small" id="type">
      {STYLES.map((style) => (
        <p
          key={style.name}
          className="grid grid-cols-[4.5rem_1fr_7.5rem] items-center gap-4 border-b border-line py-2 phone:grid-cols-1 phone:gap-0.5"
        >
          <span className="text-caption text-ink-3">
            {style.name}
            <br />
            {style.size}
          </span>
          <span className={style.look}>{style.sample}</span>
          <span className="text-right text-caption text-ink-3 phone:hidden">{style.use}</span>
        </p>
      ))}
    </Section>
  )
}

const STEPS_PX = [4, 8, 12, 16, 24, 32, 40, 56, 80] as const

/** The distances. */
export function SpacesPart() {
  return (
    <Section title="距" note="四的倍数" gap="small" id="spaces">
      <div className="flex flex-wrap items-end gap-6 phone:gap-3.5">
        {STEPS_PX.map((step) => (
          <p key={step}>
            <span className="block bg-bamboo-wash outline outline-bamboo-line" style={{ width: step, height: step }} />
            <span className="text-caption text-ink-3">{step}</span>
          </p>
        ))}
      </div>
    </Section>
  )
}
