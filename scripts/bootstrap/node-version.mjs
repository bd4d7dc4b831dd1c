// Read by whatever Node is on the machine: nothing newer than Node 14 in this file.
const OLDEST = [20, 19]

/** Ends the process, with what to do, on a Node that is too old for what comes next. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  process.stderr.write(
    `\nNode ${process.versions.node} 太旧，需要 ${OLDEST.join('.')} 或更新的版本。This Node is too old.\n` +
      '  办法：请安装 Node 24（长期支持版）后再运行一次。Install Node 24 (LTS), then run again.\n',
  )
  process.exit(1)
}
