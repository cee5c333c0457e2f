import "htmx.org";
import "./draf.js";
import "./menunggu.js";
import "./kirim.js";
import "./foto.js";
import "./tampilan.js";
import "./jaringan.js";
