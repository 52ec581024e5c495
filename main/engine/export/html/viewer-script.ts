/**
 * The page's script: pan, zoom, search, selection with what lies up and downstream, keyboard. Plain
 * JavaScript for any browser of the last years, no library, and nothing that turns text into markup. Its hash
 * stands in the page's content security policy.
 */
export const viewerScript = `
'use strict';
(function () {
  var data = JSON.parse(document.getElementById('data').textContent);
  var map = document.getElementById('map');
  var svg = map.querySelector('svg');
  var panel = document.getElementById('panel');
  var tables = document.getElementById('tables');
  var search = document.getElementById('search');
  var status = document.getElementById('status');
  var hops = document.getElementById('hops');
  var showTable = document.getElementById('show-table');
  var whole = svg.getAttribute('viewBox').split(' ').map(Number);
  var view = whole.slice();

  var boxes = new Map(data.boxes.map(function (box) { return [box.id, box]; }));
  var next = new Map();
  var previous = new Map();
  data.boxes.forEach(function (box) { next.set(box.id, []); previous.set(box.id, []); });
  data.lines.forEach(function (line) {
    if (next.has(line.from)) next.get(line.from).push(line);
    if (previous.has(line.to)) previous.get(line.to).push(line);
  });
  var cards = new Map();
  var drawn = [];
  svg.querySelectorAll('g[data-id]').forEach(function (element) {
    var kind = element.getAttribute('class');
    var id = element.getAttribute('data-id');
    if (kind === 'card') cards.set(id, element);
    if (kind !== 'frame') drawn.push({ kind: kind, id: id, element: element });
  });
  var chosen = null;

  function setView(x, y, width, height) {
    view = [x, y, width, height];
    svg.setAttribute('viewBox', view.join(' '));
  }
  function fit() { setView(whole[0], whole[1], whole[2], whole[3]); }
  function scale() {
    var box = map.getBoundingClientRect();
    return Math.max(view[2] / Math.max(1, box.width), view[3] / Math.max(1, box.height));
  }
  function toScene(clientX, clientY) {
    var box = map.getBoundingClientRect();
    var unit = scale();
    return {
      x: view[0] + view[2] / 2 + (clientX - box.left - box.width / 2) * unit,
      y: view[1] + view[3] / 2 + (clientY - box.top - box.height / 2) * unit
    };
  }
  function zoom(factor, at) {
    var width = Math.min(whole[2] * 1.5, Math.max(120, view[2] * factor));
    var ratio = width / view[2];
    var point = at || { x: view[0] + view[2] / 2, y: view[1] + view[3] / 2 };
    setView(point.x - (point.x - view[0]) * ratio, point.y - (point.y - view[1]) * ratio, width, view[3] * ratio);
  }
  function show(id) {
    var box = boxes.get(id);
    if (!box) return;
    var inside = box.x >= view[0] && box.y >= view[1] && box.x + box.width <= view[0] + view[2] && box.y + box.height <= view[1] + view[3];
    if (!inside) setView(box.x + box.width / 2 - view[2] / 2, box.y + box.height / 2 - view[3] / 2, view[2], view[3]);
  }

  function reach(start, edges, end) {
    var limit = hops.value === 'all' ? Infinity : Number(hops.value);
    var found = new Map([[start, 0]]);
    var lines = new Set();
    var waiting = [start];
    while (waiting.length > 0) {
      var id = waiting.shift();
      var depth = found.get(id);
      if (depth >= limit) continue;
      edges.get(id).forEach(function (line) {
        lines.add(line.id);
        if (!found.has(line[end]) && boxes.has(line[end])) { found.set(line[end], depth + 1); waiting.push(line[end]); }
      });
    }
    return { found: found, lines: lines };
  }
  function dim(isBright) {
    drawn.forEach(function (item) { item.element.classList.toggle('dim', !isBright(item)); });
  }
  function undim() { drawn.forEach(function (item) { item.element.classList.remove('dim'); }); }

  function heading(level, text) {
    var element = document.createElement(level);
    element.textContent = text;
    panel.appendChild(element);
  }
  function list(title, found) {
    heading('h3', title + ' (' + (found.size - 1) + ')');
    var items = document.createElement('ul');
    found.forEach(function (depth, id) {
      if (depth === 0) return;
      var item = document.createElement('li');
      var button = document.createElement('button');
      button.textContent = boxes.get(id).name + (depth > 1 ? ' (' + depth + ' hops)' : '');
      button.addEventListener('click', function () { choose(id); });
      item.appendChild(button);
      items.appendChild(item);
    });
    panel.appendChild(items);
  }
  function choose(id) {
    if (chosen && cards.get(chosen)) cards.get(chosen).classList.remove('chosen');
    chosen = id;
    panel.textContent = '';
    panel.hidden = id === null;
    if (id === null) { undim(); status.textContent = ''; return; }
    var box = boxes.get(id);
    var up = reach(id, previous, 'from');
    var down = reach(id, next, 'to');
    dim(function (item) {
      if (item.kind === 'card') return up.found.has(item.id) || down.found.has(item.id);
      return up.lines.has(item.id) || down.lines.has(item.id);
    });
    cards.get(id).classList.add('chosen');
    rove(id);
    show(id);
    heading('h2', box.name);
    box.lines.forEach(function (line) {
      var paragraph = document.createElement('p');
      paragraph.className = 'note';
      paragraph.textContent = line;
      panel.appendChild(paragraph);
    });
    list('Comes from', up.found);
    list('Goes to', down.found);
    status.textContent = box.name + ': ' + (up.found.size - 1) + ' upstream, ' + (down.found.size - 1) + ' downstream';
  }

  function rove(id) {
    cards.forEach(function (element, other) { element.setAttribute('tabindex', other === id ? '0' : '-1'); });
  }
  function go(id) {
    if (id === undefined || !cards.has(id)) return;
    rove(id);
    show(id);
    cards.get(id).focus({ preventScroll: true });
  }
  var reading = data.boxes.slice().sort(function (a, b) { return a.y - b.y || a.x - b.x; }).map(function (box) { return box.id; });
  cards.forEach(function (element, id) {
    var box = boxes.get(id);
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', [box.name].concat(box.lines).join(', '));
    element.addEventListener('keydown', function (event) {
      var at = reading.indexOf(id);
      if (event.key === 'Enter' || event.key === ' ') choose(id);
      else if (event.key === 'ArrowRight') go((next.get(id)[0] || {}).to);
      else if (event.key === 'ArrowLeft') go((previous.get(id)[0] || {}).from);
      else if (event.key === 'ArrowDown') go(reading[at + 1]);
      else if (event.key === 'ArrowUp') go(reading[at - 1]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  });
  if (reading.length > 0) rove(reading[0]);

  var pointers = new Map();
  var moved = 0;
  map.addEventListener('pointerdown', function (event) {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = 0;
  });
  map.addEventListener('pointermove', function (event) {
    var before = pointers.get(event.pointerId);
    if (!before) return;
    var others = Array.from(pointers.entries()).filter(function (entry) { return entry[0] !== event.pointerId; });
    if (others.length === 1) {
      var other = others[0][1];
      var was = Math.hypot(before.x - other.x, before.y - other.y);
      var is = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      if (was > 0 && is > 0) zoom(was / is, toScene((event.clientX + other.x) / 2, (event.clientY + other.y) / 2));
    } else {
      moved += Math.abs(event.clientX - before.x) + Math.abs(event.clientY - before.y);
      if (moved > 4) {
        if (!map.classList.contains('dragging')) { map.classList.add('dragging'); map.setPointerCapture(event.pointerId); }
        var unit = scale();
        setView(view[0] - (event.clientX - before.x) * unit, view[1] - (event.clientY - before.y) * unit, view[2], view[3]);
      }
    }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  function release(event) {
    pointers.delete(event.pointerId);
    map.classList.remove('dragging');
  }
  map.addEventListener('pointerup', release);
  map.addEventListener('pointercancel', release);
  map.addEventListener('click', function (event) {
    if (moved > 4) return;
    var card = event.target.closest('g.card');
    choose(card ? card.getAttribute('data-id') : null);
  });
  map.addEventListener('wheel', function (event) {
    event.preventDefault();
    zoom(Math.pow(1.0015, event.deltaY), toScene(event.clientX, event.clientY));
  }, { passive: false });

  function runSearch() {
    var words = search.value.trim().toLowerCase();
    if (words === '') { if (chosen) choose(chosen); else undim(); status.textContent = ''; return []; }
    var hits = reading.filter(function (id) {
      var box = boxes.get(id);
      return [box.name].concat(box.lines).join(' ').toLowerCase().includes(words);
    });
    var found = new Set(hits);
    dim(function (item) { return item.kind === 'card' && found.has(item.id); });
    status.textContent = hits.length + ' of ' + reading.length + ' match';
    return hits;
  }
  search.addEventListener('input', runSearch);
  search.addEventListener('keydown', function (event) {
    if (event.key !== 'Enter') return;
    var hits = runSearch();
    if (hits.length === 0) return;
    var id = hits[(hits.indexOf(chosen) + 1) % hits.length];
    choose(id);
    status.textContent = boxes.get(id).name + ': ' + (hits.indexOf(id) + 1) + ' of ' + hits.length;
  });

  document.getElementById('zoom-in').addEventListener('click', function () { zoom(0.8); });
  document.getElementById('zoom-out').addEventListener('click', function () { zoom(1.25); });
  document.getElementById('fit').addEventListener('click', fit);
  hops.addEventListener('change', function () { if (chosen) choose(chosen); });
  showTable.addEventListener('click', function () {
    var isTable = tables.hidden;
    tables.hidden = !isTable;
    map.hidden = isTable;
    panel.hidden = isTable || chosen === null;
    showTable.setAttribute('aria-pressed', String(isTable));
  });
  tables.querySelectorAll('button[data-show]').forEach(function (button) {
    button.addEventListener('click', function () {
      showTable.click();
      choose(button.getAttribute('data-show'));
      go(button.getAttribute('data-show'));
    });
  });
  document.addEventListener('keydown', function (event) {
    var isTyping = event.target === search || event.target === hops;
    if (event.key === 'Escape') { search.value = ''; choose(null); }
    else if (event.key === '/' && !isTyping) { search.focus(); event.preventDefault(); }
    else if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === '+' || event.key === '=') zoom(0.8);
    else if (event.key === '-') zoom(1.25);
    else if (event.key === '0') fit();
    else if (event.target === map && event.key.indexOf('Arrow') === 0) {
      var step = view[2] / 10;
      var dx = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
      var dy = event.key === 'ArrowUp' ? -step : event.key === 'ArrowDown' ? step : 0;
      setView(view[0] + dx, view[1] + dy, view[2], view[3]);
      event.preventDefault();
    }
  });
  tables.hidden = true;
  fit();
})();
`;
