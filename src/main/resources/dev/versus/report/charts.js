'use strict';
(() => {
  const numbers = JSON.parse(document.getElementById('numbers').textContent);
  const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow'];
  const INK = 'var(--ink)';
  const SOFT = 'var(--soft)';
  const FAINT = 'var(--faint)';
  const charts = [];

  // The same colour for a target everywhere: the page's own variables, so that light, dark and print need no redrawing.
  const place = target => Math.max(0, numbers.targets.indexOf(target));
  const colour = target => `var(--t${place(target) % 7})`;
  const symbol = target => SYMBOLS[place(target) % SYMBOLS.length];
  const escaped = text => echarts.format.encodeHTML(String(text));

  const digits = value => {
    const size = Math.abs(value);
    const decimals = size === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    return value.toLocaleString('en', {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
  };
  const short = value => value.toLocaleString('en', {maximumSignificantDigits: 3});

  const tooltip = formatter => ({
    trigger: 'item', confine: true, formatter,
    backgroundColor: 'var(--paper)', borderColor: FAINT, textStyle: {color: INK, fontSize: 13},
  });
  const text = {fontFamily: 'system-ui, sans-serif', color: SOFT};
  const legend = data => ({data, top: 0, left: 0, itemWidth: 18, itemHeight: 9, textStyle: {...text, fontSize: 13}});
  const axis = (name, more) => ({
    type: 'value', name, nameTextStyle: {...text, fontSize: 12}, axisLine: {show: false}, axisTick: {show: false},
    axisLabel: {...text, fontSize: 12, formatter: short}, splitLine: {lineStyle: {color: FAINT}}, ...more,
  });
  const acrossName = {nameLocation: 'middle', nameGap: 28};
  const upName = {nameLocation: 'end', nameGap: 12, nameTextStyle: {...text, fontSize: 12, align: 'left', padding: [0, 0, 0, -44]}};

  // An axis whose ticks stand where we want them: lines of an empty series instead of the axis' own.
  const bare = {axisLabel: {show: false}, splitLine: {show: false}};
  const ticks = (key, marks, position = 'start') => ({
    type: 'line', data: [], silent: true, z: 0,
    markLine: {
      z: 0, silent: true, symbol: 'none', animation: false, lineStyle: {color: FAINT, type: 'solid', width: 1},
      data: marks.map(mark => ({
        [key]: mark.at, lineStyle: {color: mark.strong ? SOFT : FAINT, width: mark.strong ? 1.5 : 1},
        label: {show: true, position, distance: 7, formatter: () => mark.text, ...text, fontSize: 12},
      })),
    },
  });

  const draw = (id, option, height) => {
    const element = document.getElementById(id);
    if (!element) {
      return null;
    }
    if (height) {
      element.style.height = `${height}px`;
    }
    const chart = echarts.init(element, null, {renderer: 'svg'});
    chart.setOption({animation: false, textStyle: text, ...option}, true);
    charts.push(chart);
    return chart;
  };

  const steps = (low, high) => {
    const marks = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
      for (const digit of [1, 2, 5]) {
        marks.push(digit * 10 ** power);
      }
    }
    return marks.filter(mark => mark >= low && mark <= high);
  };
  const evenSteps = (low, high) => {
    const rough = (high - low) / 9;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(digit => digit * power).find(candidate => candidate >= rough);
    const marks = [];
    for (let i = Math.ceil(low / step); i * step <= high; i++) {
      marks.push(Number((i * step).toPrecision(6)));
    }
    return marks;
  };

  const drawRatios = () => {
    const rows = numbers.ratios;
    if (rows.length === 0) {
      return;
    }
    const all = rows.flatMap(row => [row.value, ...row.interval, ...row.required.filter(end => end > 0)]).concat(1);
    const spread = Math.max(0.02, Math.log(Math.max(...all) / Math.min(...all)));
    const low = Math.log(Math.min(...all)) - spread * 0.08;
    const high = Math.log(Math.max(...all)) + spread * 0.08;
    const wide = Math.exp(high - low) > 4;
    const marks = (wide ? steps : evenSteps)(Math.exp(low), Math.exp(high));
    const at = value => (value === null || value === undefined || value <= 0 ? null : Math.log(value));
    const segment = (row, i, from, to, style) => ({
      type: 'line', symbol: 'none', data: [[from, i], [to, i]], lineStyle: style, emphasis: {disabled: true}, silent: true,
    });
    const required = rows.map((row, i) => segment(
      row, i, at(row.required[0]) ?? low, at(row.required[1]) ?? high, {color: FAINT, width: 22, cap: 'butt'}));
    const intervals = rows.map((row, i) => segment(
      row, i, at(row.interval[0]), at(row.interval[1]), {color: `var(--${row.verdict})`, width: 3, cap: 'round'}));
    const narrow = document.getElementById('chart-ratios').clientWidth < 600;
    draw('chart-ratios', {
      grid: {left: narrow ? 130 : 270, right: narrow ? 24 : 190, top: 8, bottom: 34},
      tooltip: tooltip(({data}) => {
        const row = rows[data.value[1]];
        return `${escaped(row.label)}<br>${escaped(row.subject)}<br><b>${escaped(row.figures)}</b>, `
          + escaped(row.verdict);
      }),
      xAxis: axis('', {min: low, max: high, ...bare}),
      yAxis: [rows.map(row => row.label), rows.map(row => row.figures)].map((labels, i) => ({
        type: 'category', inverse: true, data: labels, axisLine: {show: false}, axisTick: {show: false},
        position: i === 0 ? 'left' : 'right',
        axisLabel: {
          ...text, show: i === 0 || !narrow, fontSize: 13, width: narrow ? 120 : 250, overflow: 'break', lineHeight: 16,
        },
      })),
      series: [
        ticks('xAxis', marks.map(mark => ({at: Math.log(mark), text: short(mark)})), 'end'),
        ...required,
        ticks('xAxis', [{at: 0, text: '', strong: true}], 'end'),
        ...intervals,
        {
          type: 'scatter', symbolSize: 12, emphasis: {disabled: true}, z: 5,
          data: rows.map((row, i) => ({
            value: [at(row.value), i],
            itemStyle: {color: `var(--${row.verdict})`, borderColor: 'var(--paper)', borderWidth: 2, opacity: 1},
          })),
        },
      ],
    }, rows.length * 52 + 46);
  };

  const PERCENTILES = [0, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 99.999];
  const nines = percent => -Math.log10(1 - percent / 100);

  const drawPercentiles = () => {
    const curves = numbers.percentiles.filter(curve => curve.points.length > 0);
    const box = document.getElementById('log-latency');
    if (curves.length === 0 || !box) {
      return;
    }
    const values = curves.flatMap(curve => curve.points.map(point => point[1])).filter(value => value > 0);
    const least = Math.min(...values);
    const most = Math.max(...values);
    const last = Math.max(...curves.map(curve => curve.points.at(-1)[0]));
    const across = PERCENTILES.filter(percent => nines(percent) <= last + 0.001)
      .map(percent => ({at: nines(percent), text: `${percent} %`}));
    box.checked = most / least > 30;
    const option = () => {
      const y = value => (box.checked ? Math.log10(Math.max(value, least)) : value);
      const series = curves.map(curve => ({
        name: curve.target, type: 'line', symbol: 'none', data: curve.points.map(([x, ms]) => [x, y(ms), ms]),
        lineStyle: {width: 2.5, color: colour(curve.target)}, itemStyle: {color: colour(curve.target)},
        emphasis: {disabled: true},
      }));
      const up = box.checked
        ? ticks('yAxis', steps(least / 1.5, most * 1.5).map(mark => ({at: Math.log10(mark), text: short(mark)})))
        : null;
      return {
        animation: false, textStyle: text, legend: legend(curves.map(curve => curve.target)),
        grid: {left: 52, right: 26, top: 56, bottom: 34},
        tooltip: {
          ...tooltip(points => {
            const percent = 100 * (1 - 10 ** -points[0].data[0]);
            const rows = points.filter(point => point.data.length === 3)
              .map(point => `${point.marker}${escaped(point.seriesName)} <b>${digits(point.data[2])} ms</b>`);
            return [`${Number(percent.toPrecision(percent > 99 ? 5 : 3))} % of requests within`, ...rows].join('<br>');
          }),
          trigger: 'axis', axisPointer: {lineStyle: {color: SOFT}},
        },
        xAxis: axis('', {min: 0, max: last, ...bare}),
        yAxis: axis('latency, ms', box.checked
          ? {...upName, min: Math.log10(least / 1.2), max: Math.log10(most * 1.2), ...bare}
          : {...upName, min: 0}),
        series: [...series, ticks('xAxis', across), ...(up ? [up] : [])],
      };
    };
    const chart = draw('chart-percentiles', option());
    box.addEventListener('change', () => chart.setOption(option(), true));
  };

  const drawTurns = (id, name, figure) => {
    const turns = numbers.rounds;
    if (turns.length === 0) {
      return;
    }
    const rounds = [...new Set(turns.map(turn => turn.number))];
    const span = number => {
      const places = turns.filter(turn => turn.number === number).map(turn => turn.turn);
      return [Math.min(...places) - 0.5, Math.max(...places) + 0.5];
    };
    const bands = {
      type: 'line', data: [], silent: true, z: 0,
      markArea: {
        silent: true, itemStyle: {color: 'var(--panel)'},
        data: rounds.filter((_, i) => i % 2 === 0).map(number => span(number).map(x => ({xAxis: x}))),
      },
    };
    const marks = rounds.map(number => ({at: (span(number)[0] + span(number)[1]) / 2, text: String(number)}));
    const labels = ticks('xAxis', marks);
    labels.markLine.data.forEach(mark => { mark.lineStyle.width = 0; });
    draw(id, {
      legend: legend(numbers.targets), grid: {left: 52, right: 26, top: 56, bottom: 44},
      tooltip: tooltip(({data, seriesName}) => {
        const turn = turns[data[2]];
        return `${escaped(seriesName)}, round ${turn.number}, turn ${turn.turn}<br><b>${digits(data[1])}</b> ${name}`;
      }),
      xAxis: axis('round', {
        ...acrossName, min: turns[0].turn - 0.5, max: turns.at(-1).turn + 0.5, ...bare,
      }),
      yAxis: axis(name, {...upName, scale: true}),
      series: [bands, labels, ...numbers.targets.map(target => ({
        name: target, type: 'line', symbol: symbol(target), symbolSize: 8, emphasis: {disabled: true},
        lineStyle: {width: 1.2, color: colour(target), opacity: 0.55}, itemStyle: {color: colour(target)},
        data: turns.flatMap((turn, i) => (turn.target === target ? [[turn.turn, figure(turn), i]] : [])),
      }))],
    });
  };

  const began = Math.min(...numbers.rounds.map(turn => Date.parse(turn.started)));
  const from = turn => (Date.parse(turn.started) - began) / 1000;

  const drawTime = () => draw('chart-time', {
    legend: legend(numbers.targets), grid: {left: 52, right: 26, top: 56, bottom: 44},
    xAxis: axis('seconds since the first round started', {...acrossName, min: 0, splitLine: {show: false}}),
    yAxis: axis('requests a second', {...upName, min: 0}),
    series: numbers.targets.map(target => ({
      name: target, type: 'line', symbol: 'none', silent: true, lineStyle: {width: 5, color: colour(target), cap: 'butt'},
      itemStyle: {color: colour(target)}, emphasis: {disabled: true},
      data: numbers.rounds.filter(turn => turn.target === target)
        .flatMap(turn => [[from(turn), turn.throughput], [from(turn) + turn.wallSeconds, turn.throughput], [null, null]]),
    })),
  });

  const warmed = [...new Set([...numbers.targets, ...numbers.warmUp.map(slice => slice.target)])];

  const drawWarmUp = () => draw('chart-warm-up', {
    legend: legend(warmed), grid: {left: 52, right: 26, top: 56, bottom: 44},
    tooltip: tooltip(({data, seriesName}) =>
      `${escaped(seriesName)}, slice ${data[0]}<br><b>${digits(data[1])}</b> requests a second`),
    xAxis: axis('slice of each target', {...acrossName, minInterval: 1, min: 1, max: 'dataMax', splitLine: {show: false}}),
    yAxis: axis('requests a second', {...upName, min: 0}),
    series: warmed.map(target => ({
      name: target, type: 'line', symbol: symbol(target), symbolSize: 5, emphasis: {disabled: true},
      lineStyle: {width: 2, color: colour(target)}, itemStyle: {color: colour(target)},
      data: numbers.warmUp.filter(slice => slice.target === target).map((slice, i) => [i + 1, slice.throughput]),
    })),
  });

  const drawCpu = () => {
    const consumers = [...new Set(numbers.bars.flatMap(bar => bar.consumers.map(consumer => consumer.name)))];
    const services = consumers.filter(name => name !== 'generator').sort();
    const ordered = consumers.includes('generator') ? [...services, 'generator'] : services;
    const rows = numbers.bars.map(bar => bar.target);
    const used = (bar, name) => bar.consumers.find(consumer => consumer.name === name)?.perThousand ?? 0;
    draw('chart-cpu', {
      legend: legend(ordered), grid: {left: 8, right: 26, top: 36, bottom: 44, containLabel: true},
      tooltip: tooltip(({seriesName, value, name}) =>
        `${escaped(name)}: ${escaped(seriesName)}<br><b>${digits(value)} s</b> for 1000 requests`),
      xAxis: axis('CPU seconds for 1000 answered requests', {...acrossName, min: 0}),
      yAxis: {
        type: 'category', inverse: true, data: rows, axisLine: {show: false}, axisTick: {show: false},
        axisLabel: {...text, fontSize: 13},
      },
      series: ordered.map((name, i) => ({
        name, type: 'bar', stack: 'cpu', barMaxWidth: 22, emphasis: {disabled: true},
        itemStyle: {
          color: name === 'generator' ? FAINT : `var(--t${(i + 4) % 7})`, borderColor: 'var(--paper)', borderWidth: 1,
        },
        data: numbers.bars.map(bar => used(bar, name)),
      })),
    }, rows.length * 40 + 96);
  };

  const drawNetwork = () => {
    if (!document.getElementById('chart-network')) {
      return;
    }
    const services = [...new Set(numbers.bars.flatMap(bar => bar.services.map(flow => flow.name)))].sort();
    const ways = [['received', 'in', 0.6], ['sent', 'out', 1]];
    const moved = (bar, name, way) => bar.services.find(flow => flow.name === name)?.network[way] ?? 0;
    draw('chart-network', {
      legend: legend(services), grid: {left: 8, right: 26, top: 36, bottom: 44, containLabel: true},
      tooltip: tooltip(({seriesName, seriesId, value, name}) =>
        `${escaped(name)}: ${escaped(seriesName)} ${seriesId.split(' ', 1)}<br><b>${digits(value)} KiB</b> for 1000 requests`),
      xAxis: axis('KiB for 1000 answered requests, received (pale) above sent', {...acrossName, min: 0}),
      yAxis: {
        type: 'category', inverse: true, data: numbers.bars.map(bar => bar.target), axisLine: {show: false},
        axisTick: {show: false}, axisLabel: {...text, fontSize: 13},
      },
      series: ways.flatMap(([word, way, opacity]) => services.map((name, i) => ({
        id: `${word} ${name}`, name, type: 'bar', stack: word, barMaxWidth: 14, emphasis: {disabled: true},
        itemStyle: {color: `var(--t${(i + 4) % 7})`, opacity, borderColor: 'var(--paper)', borderWidth: 1},
        data: numbers.bars.map(bar => moved(bar, name, way)),
      }))),
    }, numbers.bars.length * 48 + 96);
  };

  document.querySelectorAll('.key').forEach(key => { key.style.background = colour(key.dataset.target); });
  drawRatios();
  drawPercentiles();
  drawTurns('chart-throughput', 'requests a second', turn => turn.throughput);
  drawTurns('chart-p50', 'p50, ms', turn => turn.p50Millis);
  drawTime();
  drawCpu();
  drawNetwork();
  drawWarmUp();

  window.addEventListener('resize', () => charts.forEach(chart => chart.resize()));
  window.addEventListener('beforeprint', () => charts.forEach(chart => chart.resize({width: 680})));
  window.addEventListener('afterprint', () => charts.forEach(chart => chart.resize({width: 'auto'})));
})();
