/** Stands in for the SDK's own MD5 and SHA-256, for engines without OpenSSL: Node has it. */
class NoHash {
  constructor() {
    throw new Error('hashes come from node:crypto; none in JavaScript is in the bundle')
  }
}

export { NoHash as Md5Js, NoHash as Sha256Js }
