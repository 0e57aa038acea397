/**
 * Stands in for the SDK's look at what kind of stream a body is: over Node's own client it is always one of Node's. To ask
 * whether it is one of the web's loads all of those. One would be read as a stream of Node, and fail.
 */
export const isReadableStream = (): boolean => false

export const isBlob = (): boolean => false
