// The numbers of a page that is otherwise a plain form.
import { ease } from "./check-in/number";

ease(document);
