// An enhancement: every page reads, links and prints without it.
(() => {
	"use strict";
	const page = document.documentElement;
	const { validUntil, asOf, root } = page.dataset;
	const reveal = (id) => {
		const note = document.getElementById(id);
		if (note) note.hidden = false;
		return note;
	};

	if (validUntil && Date.now() > Date.parse(validUntil)) reveal("stale");

	// A newer edition lies at the same root; a past edition lies in editions/<date>/ below it.
	const roots = [root];
	if (/\/editions\/\d{4}-\d\d-\d\d\//.test(location.pathname)) roots.push(root + "../../");
	const lookForNewer = async () => {
		for (const place of roots) {
			try {
				const answer = await fetch(place + "edition.json", { cache: "no-cache" });
				if (!answer.ok) continue;
				const edition = await answer.json();
				if (!(Date.parse(edition.as_of) > Date.parse(asOf))) continue;
				const note = reveal("newer");
				const link = note && note.querySelector("a");
				if (link) link.href = place + "index.html";
				return;
			} catch {
				// Offline, or a copy without edition.json: there is nothing to say.
			}
		}
	};
	if (location.protocol.startsWith("http")) lookForNewer();

	// A link to a table that is folded away opens it.
	const unfold = () => {
		const target = document.getElementById(location.hash.slice(1));
		if (target && target.matches("details")) target.open = true;
	};
	addEventListener("hashchange", unfold);
	unfold();

	const key = (row, column) => {
		const cell = row.cells[column];
		const raw = cell.dataset.value ?? cell.textContent.trim();
		const number = raw === "" ? NaN : Number(raw);
		return Number.isNaN(number) ? raw.toLowerCase() : number;
	};
	const compare = (left, right) => {
		if (typeof left === typeof right) return left < right ? -1 : left > right ? 1 : 0;
		return typeof left === "number" ? -1 : 1;
	};
	const sort = (table, column, head) => {
		const down = head.getAttribute("aria-sort") === "ascending";
		for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
		head.setAttribute("aria-sort", down ? "descending" : "ascending");
		const body = table.tBodies[0];
		const rows = [...body.rows].map((row) => [key(row, column), row]);
		rows.sort((left, right) => compare(left[0], right[0]) * (down ? -1 : 1));
		body.append(...rows.map((pair) => pair[1]));
	};
	const makeSortable = (table) => {
		[...table.tHead.rows[0].cells].forEach((head, column) => {
			const button = document.createElement("button");
			button.type = "button";
			button.append(...head.childNodes);
			head.append(button);
			button.addEventListener("click", () => sort(table, column, head));
		});
	};
	const makeFilter = (table) => {
		const label = document.createElement("label");
		const input = document.createElement("input");
		label.className = "filter";
		input.type = "search";
		label.append("Filter rows", input);
		input.addEventListener("input", () => {
			const wanted = input.value.toLowerCase();
			for (const row of table.tBodies[0].rows) {
				row.hidden = !row.textContent.toLowerCase().includes(wanted);
			}
		});
		(table.closest(".scroll") ?? table).before(label);
	};
	for (const table of document.querySelectorAll("table.sortable")) {
		const rows = table.tBodies[0] ? table.tBodies[0].rows.length : 0;
		if (rows > 1) makeSortable(table);
		if (rows > 10) makeFilter(table);
	}
})();
