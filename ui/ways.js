// Ways inside the app: no way reloads the page, each is one step of the browser's history, takes
// along what stays when a reader moves, and opens what it leads to. Without this they are plain
// links, which reload.

const FOLDS = "[data-testid=stExpander]";
const LONGEST_WAIT = 5000; // ms that what an address leads to may take to come
const state = (window.ccWays ??= { pages: {}, alone: [], shared: [], opened: new Set() });

const app = () => document.querySelector("[data-testid=stApp]");
const isReady = () => app()?.dataset.testConnectionState === "CONNECTED";
const isPlain = (event) =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
const sameQuery = (one, other) =>
  new URLSearchParams(one).toString() === new URLSearchParams(other).toString();

// The address in the app that a link leads to, with what stays; nothing for any other link.
function leadsTo(link) {
  const isOurs = !link.closest("[data-testid=stPageLink]") && !link.hasAttribute("download");
  if (!isOurs || link.getAttribute("target") === "_blank") return null;
  const url = new URL(link.getAttribute("href"), document.baseURI);
  const folder = location.pathname.replace(/[^/]*$/, "");
  if (url.origin !== location.origin || !url.pathname.startsWith(folder)) return null;
  const name = url.pathname.slice(folder.length) || state.first;
  if (!Object.hasOwn(state.pages, name)) return null;
  url.pathname = folder + (name === state.first ? "" : name);
  take(url, name);
  return url;
}

function take(url, name) {
  const asked = new Set(url.searchParams.keys());
  const here = new URLSearchParams(location.search);
  for (const [key, value] of new URLSearchParams(state.pages[name]))
    if (!asked.has(key) && !(asked.size && state.alone.includes(key)))
      url.searchParams.append(key, value);
  for (const key of state.shared)
    if (here.has(key) && !asked.has(key)) url.searchParams.set(key, here.get(key));
}

// Streamlit goes wherever the history says: so a way is written there, and followed as Forward is.
function go(url) {
  const isOtherPage = url.pathname !== location.pathname;
  if (url.href !== location.href) {
    history.pushState({}, "", url);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }
  if (isOtherPage) leave();
  if (url.hash) reveal();
  else if (isOtherPage) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
}

// What Streamlit's navigation would do after a click, on screens that have no room for all of it.
function closeMenu(link) {
  const escape = { key: "Escape", code: "Escape", bubbles: true };
  if (link.closest("[data-testid=stSidebar]"))
    document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  else if (link.closest("[role=menu]")) link.dispatchEvent(new KeyboardEvent("keydown", escape));
}

// Streamlit's navigation would take a click for a new tab for its own, too.
function leaveToBrowser(link, event) {
  if (link.dataset.testid?.includes("NavLink") && leadsTo(link)) event.stopPropagation();
}

function goWithin(hash, event) {
  event.preventDefault();
  if (location.hash !== hash) history.pushState({}, "", hash);
  reveal(true);
}

function leave() {
  state.opened.clear();
  state.path = location.pathname;
}

function onClick(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || !isReady()) return;
  if (!isPlain(event)) return leaveToBrowser(link, event);
  const href = link.getAttribute("href");
  if (href.startsWith("#")) return goWithin(href, event);
  const url = leadsTo(link);
  if (!url) return;
  event.preventDefault();
  event.stopPropagation(); // before Streamlit's own navigation, which keeps nothing
  closeMenu(link);
  go(url);
}

function named(name) {
  return document.getElementById(name) ?? document.querySelector(`.st-key-at-${CSS.escape(name)}`);
}

function open(place) {
  const inner = place.matches("[class*=st-key-at-]") && place.querySelector(`${FOLDS} details`);
  for (let one = inner || place; one; one = one.parentElement) {
    if (one.tagName !== "DETAILS" || one.open) continue;
    if (one.closest(FOLDS)) one.querySelector("summary").click();
    else one.open = true;
  }
}

// Opens and shows what the address names, once it is there.
function reveal(isFocused = false, until = performance.now() + LONGEST_WAIT) {
  const name = decodeURIComponent(location.hash.slice(1));
  if (!name) return;
  const place = named(name);
  if (!place) {
    if (performance.now() < until) setTimeout(reveal, 100, isFocused, until);
    return;
  }
  state.revealed = location.hash;
  open(place);
  if (isFocused) focus(place);
  requestAnimationFrame(() => place.scrollIntoView({ block: "start" }));
}

// As the browser does it: who goes on by keyboard goes on from there.
function focus(place) {
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function nameOf(fold) {
  return fold.id || fold.closest("[class*=st-key-at-]")?.className.match(/st-key-at-([\w-]+)/)?.[1];
}

// What a reader opened goes into the address, and stays open when the page is made anew.
function onToggle(event) {
  const fold = event.target;
  const name = fold.tagName === "DETAILS" && fold.isConnected && nameOf(fold);
  if (!name || fold.open === state.opened.has(name)) return;
  if (fold.open) state.opened.add(name);
  else state.opened.delete(name);
  const hash = fold.open ? `#${name}` : "";
  if (!fold.open && location.hash !== `#${name}`) return;
  history.replaceState(history.state, "", location.pathname + location.search + hash);
  state.revealed = hash;
}

function reopen() {
  if (state.path !== location.pathname) leave();
  for (const name of state.opened) {
    const fold = document.getElementById(name);
    if (fold?.tagName === "DETAILS") fold.open = true;
  }
}

// A server that was started anew knows nothing of an open page until it is told, and would take
// the first press for the address as it stands.
function onConnection() {
  const isOn = isReady();
  if (isOn && state.wasOff) dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  state.wasOff = !isOn;
}

// The address that a visit began with gives way to the one that says what is shown.
function replace({ cameBy, instead }) {
  if (cameBy === state.replaced || !sameQuery(location.search, cameBy)) return;
  state.replaced = cameBy;
  const query = instead && `?${instead}`;
  if (cameBy !== instead)
    history.replaceState(history.state, "", location.pathname + query + location.hash);
}

function install() {
  addEventListener("click", onClick, true);
  addEventListener("toggle", onToggle, true);
  addEventListener("hashchange", () => reveal());
  const watched = { attributes: true, attributeFilter: ["data-test-connection-state"] };
  new MutationObserver(onConnection).observe(app(), watched);
  state.path = location.pathname;
  state.isInstalled = true;
}

// Streamlit calls this at the end of every run.
export default function ({ data }) {
  Object.assign(state, data);
  replace(data);
  if (!state.isInstalled) install();
  reopen();
  if (location.hash && location.hash !== state.revealed) reveal();
}
