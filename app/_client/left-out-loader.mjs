const EXPORTED = /^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \}/gm

/** Bundler loader: keeps a module's names and nothing behind them. Whatever is called answers a function that answers nothing. */
export default function leaveOut(source) {
  const names = [...source.matchAll(EXPORTED)].map(([, declared, renamed]) => declared ?? renamed)
  if (names.length === 0) return 'module.exports = {}'
  return `const leftOut = () => () => undefined\n${names.map((name) => `export { leftOut as ${name} }`).join('\n')}\n`
}
