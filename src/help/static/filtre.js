// Filters the list of a page as one types; without this script the whole list stays.
const form = document.querySelector('form[data-filter]');
const field = form.querySelector('input');
const status = form.querySelector('[role=status]');
const groups = [...document.getElementById(form.dataset.filter).querySelectorAll('section')];

/** Without case or accents: « energie » finds « Énergie ». */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const entries = groups.map((group) => ({
  group,
  title: plain(group.querySelector('h2').textContent),
  items: [...group.querySelectorAll('li')].map((item) => ({ item, text: plain(item.textContent) })),
}));

function apply() {
  const wanted = plain(field.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { group, title, items } of entries) {
    let some = false;
    for (const { item, text } of items) {
      item.hidden = !wanted.every((word) => text.includes(word) || title.includes(word));
      some ||= !item.hidden;
      count += item.hidden ? 0 : 1;
    }
    group.hidden = !some;
  }
  const { shown, nothing } = status.dataset;
  status.textContent = wanted.length === 0 ? '' : count === 0 ? nothing : `${count} ${shown}`;
}

form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
field.addEventListener('input', apply);
// Coming back to the page, the browser puts the text in the field again.
apply();
