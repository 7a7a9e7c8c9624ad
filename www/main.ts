/** The page's entry: its own style, and the element that is all of it. */

import "./style/page.css";
import "./public/define.ts";
