import D8SModel

/// Collects allocations, a statement for each cluster and window.
package struct OpenCostCollector: Collector {
    package let source: OpenCostSource
    private let transport: any HTTPTransport

    package var kind: String { "opencost" }
    package var secrets: [Secret] { source.access.secrets }

    package init(
        _ source: OpenCostSource,
        transport: any HTTPTransport = HTTPClientTransport.shared
    ) {
        self.source = source
        self.transport = transport
    }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        var reader = OpenCostReader(currency: source.currency)
        for place in source.places {
            if OpenCostSource.isAddress(place) {
                try await ask(place, occasion, &reader)
            } else {
                for file in try FileList.files([place]) { try read(file, &reader) }
            }
        }
        try reader.finish(into: sink)
        return reader.report
    }

    /// Asks for one day after the other, so that no answer is large.
    private func ask(
        _ server: String,
        _ occasion: Occasion,
        _ reader: inout OpenCostReader
    ) async throws(CollectError) {
        let today = Day(inUTC: occasion.now())
        for back in (1...max(1, source.days)).reversed() {
            let day = today.adding(days: -back)
            let url = source.url(server, from: day, to: day.adding(days: 1))
            let request = HTTPRequest(url, access: source.access)
            let answer = try await transport.fetch(request)
            let shown = HTTPAddress.shown(url)
            do throws(JSONFault) {
                reader.take(try JSONValue(parsing: answer.body), from: shown)
            } catch {
                let place = "line \(error.line), column \(error.column)"
                throw .badAnswer(address: shown, reason: "\(error.reason) at \(place)")
            }
        }
    }

    private func read(
        _ path: String,
        _ reader: inout OpenCostReader
    ) throws(CollectError) {
        let file = try FileBytes(path: path)
        var bytes: [UInt8] = []
        let limit = source.access.bodyLimit
        try TextPieces.read(file) { (piece) throws(CollectError) in
            guard bytes.count + piece.count <= limit else {
                throw .tooLarge(address: path, limit: limit, mend: "Allow more with `body_limit`.")
            }
            bytes.append(contentsOf: piece)
        }
        do throws(JSONFault) {
            reader.take(try JSONValue(parsing: bytes), from: path)
        } catch {
            let place = "line \(error.line), column \(error.column)"
            throw .badAnswer(address: path, reason: "\(error.reason) at \(place)")
        }
    }
}
