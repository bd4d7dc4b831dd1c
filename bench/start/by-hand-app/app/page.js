import { connection } from 'next/server'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })

/** Drawn anew at each request from what the database says, as our home page is. */
export default async function Page() {
  await connection()
  const { rows } = await pool.query('SELECT count(*) AS count FROM pg_class')
  return <h1>{rows[0].count}</h1>
}
