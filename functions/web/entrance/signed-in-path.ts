/** Where whoever signed in beside a form that waits in another tab is told to go back to it. */
export const signedInPath = '/signed-in'
