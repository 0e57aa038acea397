/** A name without the stack's in front: `commits` for `trin-local-commits`. */
export const shortName = (stackName: string, name: string): string =>
  name.startsWith(`${stackName}-`) ? name.slice(stackName.length + 1) : name
