/** A pair of tokens that the interface puts on each other. `least` is what WCAG 2.2 AA asks of it. */
export type ColourPair = { name: string; ink: string; ground: string; least: 4.5 | 3 }

const text = (name: string, ink: string, ground: string): ColourPair => ({ name, ink, ground, least: 4.5 })
const border = (name: string, ink: string, ground: string): ColourPair => ({ name, ink, ground, least: 3 })

export const COLOUR_PAIRS: readonly ColourPair[] = [
  text('正文', 'ink', 'paper'),
  text('次要文字', 'ink-2', 'paper'),
  text('说明文字', 'ink-3', 'paper'),
  text('说明文字在底色上', 'ink-3', 'well'),
  text('说明文字在桌面上', 'ink-3', 'room'),
  text('竹青文字', 'bamboo', 'paper'),
  text('竹青在浅底上', 'bamboo', 'bamboo-wash'),
  text('主按钮', 'on-bamboo', 'bamboo'),
  text('直播、录制', 'live', 'paper'),
  text('错误、风险', 'ochre', 'paper'),
  text('错误提示底', 'ochre', 'ochre-wash'),
  border('控件边线', 'edge', 'paper'),
  border('输入框边线', 'edge', 'sheet'),
  text('石青', 'person-1', 'sheet'),
  text('黛紫', 'person-2', 'sheet'),
  text('藤黄', 'person-3', 'sheet'),
  text('靛', 'person-4', 'sheet'),
  text('檀', 'person-5', 'sheet'),
  text('青碧', 'person-6', 'sheet'),
  text('竹青在底色上', 'bamboo', 'well'),
  text('直播在纸上', 'live', 'sheet'),
]
