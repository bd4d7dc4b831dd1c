/** What is used of it: it comes without types. */
declare module 'saxen' {
  type Decode = (text: string) => string
  export class Parser {
    on(name: 'openTag', listener: (tag: string, attributes: () => Record<string, string>, decode: Decode) => void): this
    on(name: 'closeTag', listener: (tag: string) => void): this
    on(name: 'text', listener: (text: string, decode: Decode) => void): this
    on(name: 'cdata', listener: (text: string) => void): this
    on(name: 'error', listener: (error: Error) => void): this
    parse(xml: string): this
  }
}
