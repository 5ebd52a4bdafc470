// Draws a figure once the reader comes within a screen of it: what draws weighs as much as a page.

const BARE = { displayModeBar: false, responsive: true };
const NEAR = "100% 0%";

function library(address) {
  window.ccLibrary ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(window.Plotly);
    script.onerror = () => {
      window.ccLibrary = undefined; // the next figure may have better luck
      failed(new Error(`${address} did not come`));
    };
    document.head.append(script);
  });
  return window.ccLibrary;
}

async function draw(place) {
  const plotly = await library(place.library);
  if (place.isConnected) await plotly.react(place, place.figure.data, place.figure.layout, BARE);
}

function near(seen, watch) {
  const { target } = seen[0];
  if (!seen.some((one) => one.isIntersecting)) return;
  watch.disconnect();
  target.isNear = true;
  draw(target);
}

function laid(parent) {
  const place = document.createElement("div");
  place.className = "cc-figure";
  place.role = "figure";
  const root = parent.closest("[data-testid=stMain]");
  place.watch = new IntersectionObserver(near, { root, rootMargin: NEAR });
  parent.append(place);
  return place;
}

// Streamlit clears up before every other figure, too: what is still there is drawn over instead.
function leave(place) {
  if (place.isConnected) return;
  place.watch.disconnect();
  window.Plotly?.purge(place);
}

// Streamlit calls this anew with every figure that takes the place of another.
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".cc-figure") ?? laid(parentElement);
  const figure = JSON.parse(data.figure);
  Object.assign(place, { figure, library: data.library, ariaLabel: data.told });
  place.style.height = `${figure.layout.height}px`;
  if (place.isNear) draw(place);
  else place.watch.observe(place);
  return () => setTimeout(leave, 0, place);
}
