import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Row } from './row';
import { sensing } from './sensing';
import { storage } from './storage';
import { suggestions } from './suggestions';
import { ui } from './ui';

// npm run bench [-- sensing|storage|suggestions|ui …] [--json FILE]
// Compare figures of one run with each other: machines differ, and so do moments.

const SECTIONS: Record<string, () => Promise<Row[]>> = { sensing, storage, suggestions, ui };

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' } },
  allowPositionals: true,
});

const rows: Row[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(SECTIONS)) {
  const section = SECTIONS[name];
  if (!section) {
    console.error(
      `No benchmark is called ${name}. There are: ${Object.keys(SECTIONS).join(', ')}.`,
    );
    process.exit(1);
  }
  rows.push(...(await section()));
}
console.table(
  rows.map(({ name, value, unit, target, ok }) => ({
    name,
    value: `${value} ${unit}`,
    target: target === undefined ? '' : `≤ ${target} ${unit}`,
    ok: ok ? '✓' : '✗',
  })),
);
if (values.json) await writeFile(values.json, `${JSON.stringify({ rows }, null, 2)}\n`);
