import { about } from './pages/about.ts'
import { desk } from './pages/desk.ts'
import { entrance } from './pages/entrance.ts'
import { portfolio } from './pages/portfolio.ts'
import { shell } from './pages/shell.ts'
import { standing } from './pages/standing.ts'

/** Sidernes ord på dansk, som de andre sprog måles efter. */
export const pageWords = { shell, standing, desk, portfolio, about, entrance }
