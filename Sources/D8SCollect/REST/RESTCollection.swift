import D8SModel

/// One collection from one source: its requests, page by page.
struct RESTCollection {
    private let source: RESTSource
    private let occasion: Occasion
    private let sink: SharedSink
    private let address: RESTAddress
    private let now: Instant
    private var client: RESTClient
    /// The alerts of the list that is being read; nil if it is none of alerts.
    private var firing: RESTFiringAlerts?
    private(set) var report = CollectReport()

    init(
        of source: RESTSource,
        _ occasion: Occasion,
        _ sink: @escaping SharedSink
    ) throws(CollectError) {
        self.source = source
        self.occasion = occasion
        self.sink = sink
        address = try RESTAddress(of: source)
        now = occasion.now()
        client = RESTClient(
            transport: source.transport,
            now: occasion.now,
            sleep: source.sleep,
            longestWait: source.longestWait
        )
    }

    /// Reads one list to its end, and leaves its cursors however it ends.
    mutating func read(_ request: RESTRequest) async throws(CollectError) {
        var reading = RESTReading(
            request,
            cursors: occasion.cursors,
            now: now,
            reach: source.reach
        )
        var pages = 0, rows = 0
        let rejected = report.rejected
        firing = firingAlerts(of: request)
        do throws(CollectError) {
            for window in reading.windows {
                try await read(request, window, &reading, &pages, &rows)
                reading.completed(window)
            }
        } catch {
            if case .delivery = error { throw error }
            try deliver(RecordBatch(cursors: reading.whenStopped), to: sink)
            throw error
        }
        let isWhole = report.rejected == rejected
        var batch = firing?.batch(at: now, isWhole: isWhole) ?? RecordBatch()
        batch.cursors.merge(reading.atEnd) { $1 }
        try deliver(batch, to: sink)
    }

    private func firingAlerts(of request: RESTRequest) -> RESTFiringAlerts? {
        let pager = RESTPager(request.call, origin: address.origin)
        let values = values(RESTReading.Window(start: now, end: now))
        let url = address.url(request.call, pager.first, values, nil)
        return RESTFiringAlerts(request, at: url, cursors: occasion.cursors)
    }

    private mutating func read(
        _ request: RESTRequest,
        _ window: RESTReading.Window,
        _ reading: inout RESTReading,
        _ pages: inout Int,
        _ rows: inout Int
    ) async throws(CollectError) {
        var pager = RESTPager(request.call, origin: address.origin)
        var place: RESTPagePlace? = pager.first
        let values = values(window)
        while let current = place {
            pages += 1
            try check(pages, of: request)
            let page = try await ask(request.call, current, values, nil, &pager)
            let isOver = try await take(page, of: request, values, &reading, &rows)
            if isOver { return }
            place = try page.next.get()
            if pages % 20 == 0 { occasion.progress("\(request.name): \(pages) pages read") }
        }
    }

    private func values(_ window: RESTReading.Window) -> RESTValues {
        RESTValues(
            parameters: source.parameters,
            since: window.start,
            until: window.end,
            now: now
        )
    }

    private func check(_ pages: Int, of request: RESTRequest) throws(CollectError) {
        let limit = source.pageLimit ?? request.call.pageLimit
        guard pages > limit else { return }
        throw .unusable(
            what: "The rest of the list `\(request.name)`",
            reason: "it has more than \(limit) pages",
            mend: "Allow more with `pages`, or ask for less with `since`."
        )
    }

    private struct Page {
        let url: String
        let rows: [RESTRow]
        let value: JSONValue
        /// A failure here is one of the next page: the rows of this one are good.
        let next: Result<RESTPagePlace?, CollectError>
    }

    private mutating func ask(
        _ call: RESTCall,
        _ place: RESTPagePlace,
        _ values: RESTValues,
        _ row: RESTRow?,
        _ pager: inout RESTPager
    ) async throws(CollectError) -> Page {
        var values = values
        if case .cursor(let cursor) = place { values.cursor = cursor }
        let url: String
        if case .address(let next) = place {
            url = next
        } else {
            url = address.url(call, place, values, row)
        }
        let answer = try await client.answer(to: address.request(call, url: url, values))
        let value = try RESTAnswer.value(of: answer, from: url)
        let rows = value == .null ? [] : call.rows(of: value)
        let next: Result<RESTPagePlace?, CollectError>
        do throws(CollectError) {
            next = .success(try pager.next(after: answer, holding: value, rows: rows, at: url))
        } catch {
            next = .failure(error)
        }
        return Page(url: url, rows: rows, value: value, next: next)
    }

    /// Delivers the records of a page, those before a failure too.
    ///
    /// - Returns: Whether the rows have come to those from before what is wanted.
    private mutating func take(
        _ page: Page,
        of request: RESTRequest,
        _ values: RESTValues,
        _ reading: inout RESTReading,
        _ number: inout Int
    ) async throws(CollectError) -> Bool {
        var records = RESTPage()
        var failure: CollectError?
        var isOver = false
        for row in page.rows {
            number += 1
            let place = Place(address: RESTOrigin.shown(page.url), row: number)
            let time = time(of: row, in: request, values)
            isOver = time.map(reading.isOver) ?? isOver
            if isOver { continue }
            do throws(CollectError) {
                if time.map(reading.isDone) != true {
                    try await take(row, at: place, of: request, values, &records)
                }
            } catch {
                failure = error
                break
            }
            if let time { reading.saw(time) }
        }
        var batch = records.whole
        firing?.saw(batch.alerts)
        batch.cursors = reading.afterPage
        try deliver(batch, to: sink)
        if let newest = records.newest { report.saw(newest) }
        if let failure { throw failure }
        return isOver
    }

    private func time(
        of row: RESTRow,
        in request: RESTRequest,
        _ values: RESTValues
    ) -> Instant? {
        guard let progress = request.progress else { return nil }
        let reader = RESTRowReader(row: row, fields: [:], values: values)
        return try? reader.time(progress.time, "since")
    }

    /// Where a row stands, for the report.
    private struct Place {
        let address: String
        let row: Int
    }

    private mutating func take(
        _ row: RESTRow,
        at place: Place,
        of request: RESTRequest,
        _ values: RESTValues,
        _ records: inout RESTPage
    ) async throws(CollectError) {
        guard request.filters.allSatisfy({ $0.passes(row, values) }) else { return }
        report.countRead()
        var row = row
        if let each = request.each {
            guard let answer = try await answer(to: each, for: row, at: place, values) else {
                return
            }
            row.add(answer, as: each.member)
        }
        for mapping in request.mappings
        where mapping.filters.allSatisfy({ $0.passes(row, values) }) {
            do throws(RESTRowFault) {
                try records.add(row, as: mapping, values)
            } catch {
                reject(error, at: place)
            }
        }
    }

    private mutating func reject(_ fault: RESTRowFault, at place: Place) {
        guard case .bad(let field, let reason) = fault else { return }
        report.reject(
            Problem(file: place.address, line: place.row, column: field, reason: reason)
        )
    }

    /// The whole answer about one row; nil if the server does not know the row any more.
    private mutating func answer(
        to each: RESTRequest.Each,
        for row: RESTRow,
        at place: Place,
        _ values: RESTValues
    ) async throws(CollectError) -> JSONValue? {
        var pager = RESTPager(each.call, origin: address.origin)
        var next: RESTPagePlace? = pager.first
        var pages: [Page] = []
        do throws(CollectError) {
            while let current = next, pages.count < each.call.pageLimit {
                let page = try await ask(each.call, current, values, row, &pager)
                pages.append(page)
                next = try page.next.get()
            }
        } catch .refusedRequest(_, let status, _) where status == 404 || status == 410 {
            reject(.bad(field: each.member, reason: "is not there any more"), at: place)
            return nil
        }
        if each.call.rows == nil, pages.count == 1, let only = pages.first { return only.value }
        return .array(pages.flatMap(\.rows).map(\.value))
    }
}
