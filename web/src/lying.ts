// Says on every page of the practice that acts of a room lie on this tablet, and where they are sent from.
import { lyingIn } from "./room/shelf";

const place = document.querySelector<HTMLElement>("[data-lying]");
const way = place?.querySelector("a");

async function tell(): Promise<void> {
  if (!place || !way) return;
  const lying = await lyingIn();
  const [path] = lying;
  if (path === undefined) return;
  way.href = path;
  way.textContent = (place.dataset.lying ?? "").replace("#", String(lying.length));
  place.hidden = false;
}

// A browser without such a shelf has nothing on it.
void tell().catch(() => undefined);
