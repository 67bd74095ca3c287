// Run by the build: copies what the pages need from node_modules into wwwroot/lib. Usage: node restore-libraries.mjs ROOT
// Icons: only those whose name stands as a string literal somewhere in the sources, so that no list is kept by hand.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];
const project = join(root, 'src/Junheng');
const lib = join(project, 'wwwroot/lib');
const packages = join(root, 'node_modules');

mkdirSync(lib, { recursive: true });
// The source map comment would make the developer tools ask for a file that is not shipped.
const css = readFileSync(join(packages, '@tabler/core/dist/css/tabler.min.css'), 'utf8');
writeFileSync(join(lib, 'tabler.min.css'), css.replace(/\/\*# sourceMappingURL=.*?\*\//g, ''));

// Pages with charts alone load it: bars, lines, points on plain axes, nothing more.
const charts = readFileSync(join(packages, 'echarts/dist/echarts.common.min.js'), 'utf8');
writeFileSync(join(lib, 'echarts.common.min.js'), charts.replace(/\/\/# sourceMappingURL=.*$/m, ''));

const nodes = JSON.parse(readFileSync(join(packages, '@tabler/icons/tabler-nodes-outline.json'), 'utf8'));
const names = new Set();
for (const file of readdirSync(project, { recursive: true })) {
  if (!/\.(razor|cs|js)$/.test(file) || /^(bin|obj|wwwroot[\\/]lib)[\\/]/.test(file)) continue;
  for (const [, name] of readFileSync(join(project, file), 'utf8').matchAll(/["'`]([a-z][a-z0-9-]*)["'`]/g))
    if (Object.hasOwn(nodes, name)) names.add(name);
}
const markup = name => nodes[name].map(([tag, attributes]) =>
  `<${tag} ${Object.entries(attributes).map(([key, value]) => `${key}="${value}"`).join(' ')}/>`).join('');
const icons = Object.fromEntries([...names].sort().map(name => [name, markup(name)]));
writeFileSync(join(lib, 'icons.json'), JSON.stringify(icons, null, 1));
