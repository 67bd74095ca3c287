// <data-chart data-drawing="{…}">: draws what the server describes, in the page's colours, and folds the table of its numbers away.
import '../lib/echarts.common.min.js';

const { echarts } = globalThis;
const dark = matchMedia('(prefers-color-scheme: dark)');
const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 6], [12, 4]];
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];

const token = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();
const shown = (value, drawing) => value === null || value === undefined || Number.isNaN(value) ? '无数据'
  : Number(value).toLocaleString('zh-CN', { minimumFractionDigits: drawing.decimals, maximumFractionDigits: drawing.decimals });
const short = (text, length) => text.length > length ? `${text.slice(0, length - 1)}…` : text;

class DataChart extends HTMLElement {
  connectedCallback() {
    this.drawing = JSON.parse(this.dataset.drawing);
    this.classList.add('drawn');
    if (this.drawing.lying) this.style.height = `${Math.max(12, this.drawing.labels.length * (1.1 + 0.7 * this.drawing.series.length) + 5)}rem`;
    this.table = this.closest('figure')?.querySelector('.chart-table');
    if (this.table) this.table.open = false;
    this.chart = echarts.init(this, null, { renderer: 'svg' });
    this.draw();
    this.resized = new ResizeObserver(() => {
      this.chart.resize();
      this.draw();
    });
    this.resized.observe(this);
    this.again = new MutationObserver(() => this.draw());
    this.again.observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
    this.repaint = () => this.draw();
    dark.addEventListener('change', this.repaint);
    // On paper: dark lines on white, and the numbers beside them.
    this.onPaper = () => this.paper(true);
    this.offPaper = () => this.paper(false);
    addEventListener('beforeprint', this.onPaper);
    addEventListener('afterprint', this.offPaper);
  }

  disconnectedCallback() {
    this.resized.disconnect();
    this.again.disconnect();
    dark.removeEventListener('change', this.repaint);
    removeEventListener('beforeprint', this.onPaper);
    removeEventListener('afterprint', this.offPaper);
    this.chart.dispose();
  }

  paper(printing) {
    if (!this.table) return;
    if (printing) this.wasOpen = this.table.open;
    this.table.open = printing || this.wasOpen;
    this.printing = printing;
    this.draw();
  }

  draw() {
    this.narrow = this.clientWidth < 480;
    this.ink = this.printing ? '#000' : token(this, '--ink');
    this.soft = this.printing ? '#333' : token(this, '--ink-soft');
    this.line = this.printing ? '#bbb' : token(this, '--line');
    this.bad = this.printing ? '#8a1c1c' : token(this, '--bad');
    this.sheet = this.printing ? '#fff' : token(this, '--sheet');
    const light = ['#1f4f96', '#a3541b', '#17693f', '#7a3f98', '#0d6e7c', '#8a1f4f'];
    this.colours = light.map((colour, i) => this.printing ? colour : token(this, `--series-${i + 1}`));
    this.chart.setOption(this.option(), { notMerge: true });
  }

  option() {
    const font = getComputedStyle(this).fontFamily;
    const legend = this.drawing.series.length > 1;
    const parts = this[this.drawing.kind](this.drawing);
    return {
      animation: false,
      color: this.colours,
      textStyle: { fontFamily: font, color: this.ink, fontSize: 12 },
      legend: { show: legend, data: this.drawing.series.map(s => s.name), top: 0, type: 'scroll', textStyle: { color: this.ink, fontFamily: font }, pageTextStyle: { color: this.ink }, itemWidth: 22 },
      grid: { left: 8, right: this.narrow ? 14 : 28, top: legend ? 48 : 34, bottom: 8, containLabel: true },
      tooltip: {
        // Drawn inside the picture: a floating element would carry inline styles.
        renderMode: 'richText', confine: true, backgroundColor: this.sheet, borderColor: this.soft, textStyle: { color: this.ink, fontFamily: font, fontSize: 12 },
        ...parts.tooltip,
      },
      ...parts.axes, series: parts.series,
    };
  }

  names(labels, lying) {
    return {
      type: 'category', data: labels, inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: this.soft } },
      axisLabel: { color: this.ink, hideOverlap: true, interval: lying ? 0 : 'auto', formatter: text => short(text, lying ? (this.narrow ? 6 : 16) : 10) },
    };
  }

  // A limit beyond all values must still be seen.
  reach(drawing) {
    const limits = drawing.kind === 'distribution' ? [] : (drawing.limits || []).map(limit => limit.value);
    if (!limits.length) return {};
    const round = value => {
      const step = 10 ** Math.floor(Math.log10(Math.abs(value) || 1)) / 2;
      return Math.ceil(value / step) * step;
    };
    const most = Math.max(...limits);
    const least = Math.min(...limits);
    return {
      max: extent => most <= extent.max ? null : round(most * 1.02),
      min: extent => least >= extent.min ? null : Math.min(0, least),
    };
  }

  values(drawing, more = {}) {
    return {
      ...this.reach(drawing),
      type: 'value', name: drawing.unit, nameTextStyle: { color: this.soft }, axisLabel: { color: this.soft, hideOverlap: true }, splitNumber: this.narrow ? 3 : 5,
      splitLine: { lineStyle: { color: this.line } }, ...more,
    };
  }

  // Limits are lines across the values, which lie on x when bars lie.
  limits(drawing, axis) {
    return {
      silent: true, symbol: 'none', lineStyle: { color: this.bad, type: 'dashed', width: 1.5 },
      label: {
        color: this.bad, backgroundColor: this.sheet, padding: [1, 3], fontSize: 11, distance: 4, formatter: mark => mark.name,
        position: drawing.kind === 'bars' || drawing.kind === 'strip' ? (axis === 'x' ? 'start' : 'insideEndTop') : 'insideStartTop',
      },
      data: (drawing.limits || []).map(limit => ({ name: drawing.kind === 'distribution' ? limit.name : `${limit.name} ${limit.value}`, [`${axis}Axis`]: limit.value })),
    };
  }

  tip(drawing) {
    return {
      trigger: 'axis', axisPointer: { type: 'shadow' },
      formatter: marks => [marks[0].axisValueLabel || marks[0].name, ...marks.filter(m => m.seriesName && !m.seriesName.startsWith('\u0000'))
        .map(m => `${m.seriesName}：${shown(Array.isArray(m.value) ? m.value[1] : m.value, drawing)}${drawing.unit || ''}`)].join('\n'),
    };
  }

  bars(drawing) {
    const [name, value] = [this.names(drawing.labels, drawing.lying), this.values(drawing, drawing.lying ? { nameLocation: 'end', nameGap: 6 } : {})];
    return {
      axes: drawing.lying ? { yAxis: name, xAxis: value } : { xAxis: name, yAxis: value },
      tooltip: this.tip(drawing),
      series: drawing.series.map((series, at) => ({
        name: series.name, type: 'bar', barMaxWidth: 26,
        data: series.values.map((number, i) => i === drawing.own ? { value: number, itemStyle: { color: this.colours[1], borderColor: this.ink, borderWidth: 2 } } : number),
        markLine: at === 0 ? this.limits(drawing, drawing.lying ? 'x' : 'y') : undefined,
      })),
    };
  }

  lines(drawing) {
    const series = drawing.series.map((line, at) => ({
      name: line.name, type: 'line', data: line.values, symbol: symbols[at % symbols.length], symbolSize: 7, connectNulls: false,
      lineStyle: { type: dashes[at % dashes.length], width: 2 }, markLine: at === 0 ? this.limits(drawing, 'y') : undefined,
    }));
    if (drawing.band) {
      const { low, high } = drawing.band;
      const hidden = { type: 'line', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } };
      series.push({ ...hidden, name: '\u0000low', data: low });
      series.push({ ...hidden, name: '\u0000width', data: high.map((value, i) => value === null || low[i] === null ? null : value - low[i]), areaStyle: { color: this.colours[0], opacity: 0.18 } });
    }
    return { axes: { xAxis: { ...this.names(drawing.labels), boundaryGap: false }, yAxis: this.values(drawing, { scale: true }) }, tooltip: { ...this.tip(drawing), axisPointer: { type: 'line' } }, series };
  }

  curve(drawing) {
    const share = name => ({ ...this.values(drawing), min: 0, max: 1, name, nameLocation: 'middle', nameGap: name === drawing.up ? 46 : 28, interval: this.narrow ? 0.25 : 0.2, axisLabel: { color: this.soft, formatter: v => `${Math.round(v * 100)}%` } });
    return {
      axes: { xAxis: share(drawing.across), yAxis: share(drawing.up), grid: { left: 66, right: 24, top: 44, bottom: 48 } },
      tooltip: { trigger: 'item', formatter: mark => mark.value.map(v => `${(v * 100).toFixed(2)}%`).join('，') },
      series: drawing.series.map((line, at) => ({
        name: line.name, type: 'line', data: line.points, symbol: at === 0 ? 'circle' : 'none', symbolSize: 4,
        itemStyle: { color: at === 0 ? this.colours[0] : this.soft }, lineStyle: { type: at === 0 ? 'solid' : 'dashed', width: 2 }, areaStyle: at === 0 ? { color: this.colours[0], opacity: 0.12 } : undefined,
      })),
    };
  }

  // The lines of limit and own value stand between classes, so a hidden axis of numbers lies over the axis of classes.
  distribution(drawing) {
    const [series] = drawing.series;
    const marks = [...(drawing.limits || []).map(l => ({ name: l.name, xAxis: l.value, lineStyle: { color: this.bad }, label: { color: this.bad } }))]
      .filter(m => m.xAxis >= -0.5 && m.xAxis <= drawing.labels.length - 0.5);
    return {
      axes: {
        xAxis: [this.names(drawing.labels), { type: 'value', show: false, min: -0.5, max: drawing.labels.length - 0.5 }],
        yAxis: this.values({ unit: '' }, { minInterval: 1, axisLine: { show: false, onZero: false } }),
      },
      tooltip: { trigger: 'item', formatter: mark => `${mark.name} ${drawing.unit || ''}\n${series.name}：${mark.value}` },
      series: [
        {
          name: series.name, type: 'bar', barCategoryGap: '4%',
          data: series.values.map((count, i) => i !== drawing.own ? count : {
            value: count, itemStyle: { color: this.colours[1], borderColor: this.ink, borderWidth: 2 },
            label: { show: true, position: 'inside', color: this.ink, backgroundColor: this.sheet, padding: [2, 4], formatter: drawing.ownName },
          }),
        },
        { name: '\u0000marks', type: 'line', xAxisIndex: 1, data: [], markLine: { silent: true, symbol: 'none', lineStyle: { type: 'dashed', width: 1.5 }, label: { formatter: mark => mark.name, fontSize: 11 }, data: marks } },
      ],
    };
  }

  strip(drawing) {
    const [dots, medians] = drawing.series;
    return {
      axes: { yAxis: this.names(drawing.labels, true), xAxis: this.values(drawing, { scale: true, nameLocation: 'end', nameGap: 6 }) },
      tooltip: { trigger: 'item', formatter: mark => `${drawing.labels[mark.value[1]]}：${shown(mark.value[0], drawing)}${drawing.unit || ''}` },
      series: [
        { name: dots.name, type: 'scatter', data: dots.points, symbolSize: 9, itemStyle: { opacity: 0.55 }, markLine: this.limits(drawing, 'x') },
        { name: medians.name, type: 'scatter', data: medians.points, symbol: 'rect', symbolSize: [4, 28] },
      ],
    };
  }
}

customElements.define('data-chart', DataChart);
