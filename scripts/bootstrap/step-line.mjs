// One line for each step of the start, aligned, in the same hand whether the bootstrap or the server prints it.
const NAME_COLUMNS = 14
const DETAIL_COLUMNS = 40
const FIRST_WIDE_CODE_POINT = 0x2e80

const isTerminal = () => process.stdout.isTTY === true && process.env.NO_COLOR === undefined

const dim = (text) => (isTerminal() ? `\u001b[2m${text}\u001b[22m` : text)
export const bold = (text) => (isTerminal() ? `\u001b[1m${text}\u001b[22m` : text)

/** Chinese characters take two columns. */
function columnsOf(text) {
  return [...text].reduce((sum, character) => sum + (character.codePointAt(0) >= FIRST_WIDE_CODE_POINT ? 2 : 1), 0)
}

const pad = (text, columns) => text + ' '.repeat(Math.max(1, columns - columnsOf(text)))

export function seconds(durationMs) {
  return `${(durationMs / 1000).toFixed(1).padStart(6)} 秒`
}

/** "  依赖          已是最新                                   0.1 秒" */
export function stepLine({ name, detail, durationMs }) {
  return `  ${pad(name, NAME_COLUMNS)}${pad(detail, DETAIL_COLUMNS)}${dim(seconds(durationMs))}`
}

/** The line of a step that is still at work, for a terminal to write over. */
export function runningLine({ name, detail }) {
  return `  ${pad(name, NAME_COLUMNS)}${dim(`${detail} …`)}`
}
