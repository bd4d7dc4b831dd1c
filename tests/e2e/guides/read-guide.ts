import { readFileSync } from 'node:fs'

export interface GuideStep {
  /** File under docs/guides. */
  picture: string
  /** Of the page shown, with `{names}` of things that are made anew in every city. */
  path: string
  /** What the text below the picture writes in bold: it can be read on that page. */
  words: readonly string[]
  /** Line of the picture in the guide, from 1. */
  line: number
}

export interface Guide {
  /** Of the demo city, and signed in; null is a guest. */
  person: string | null
  steps: readonly GuideStep[]
}

const PERSON = /^<!-- 画面：(?<person>.+) -->$/m
const PICTURE = /^!\[[^\]]+\]\((?<picture>\S+) "(?<path>\/[^"]*)"\)$/
const BOLD = /\*\*(?<words>[^*]+)\*\*/g
const GUEST = '访客'

/**
 * A guide tells by itself what its pictures show: whose they are in a comment above, the page in the picture's title.
 * Throws where the comment is missing or a picture stands without its page.
 */
export function readGuide(file: URL): Guide {
  const text = readFileSync(file, 'utf8')
  const person = PERSON.exec(text)?.groups?.['person']
  if (person === undefined) throw new Error(`${file.pathname} does not say whose pages it shows.`)
  const steps: GuideStep[] = []
  let words: string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const shown = PICTURE.exec(line)?.groups
    if (shown !== undefined) {
      words = []
      steps.push({ picture: shown['picture'] ?? '', path: shown['path'] ?? '', words, line: index + 1 })
    } else if (line.startsWith('![')) {
      throw new Error(`${file.pathname}:${index + 1}: a picture without the address of its page.`)
    } else {
      for (const bold of line.matchAll(BOLD)) words.push(bold.groups?.['words'] ?? '')
    }
  }
  return { person: person === GUEST ? null : person, steps }
}
