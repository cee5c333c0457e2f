import "htmx.org";
import "./draf.js";
import "./kirim.js";
import "./tampilan.js";
import "./jaringan.js";
