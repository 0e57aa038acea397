import type { Finished, SignIn } from '../../shared/use-cases/sign-in.ts'

/** A provider that says what it is told to: `finished` of who comes back, and where its sessions end. */
export const memorySignIn = (said: { finished?: Finished; location?: string } = {}): SignIn => ({
  begin: async (to) => ({ location: `https://login.example/?to=${to ?? ''}`, cookies: ['__Host-sign-in-1=begun'] }),
  finish: async () => said.finished ?? { failed: 'stale', cookies: [] },
  end: async () => ({
    cookies: ['__Host-session='],
    ...(said.location === undefined ? {} : { location: said.location }),
  }),
})
