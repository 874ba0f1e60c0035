import D8SCollect
import Glibc

/// Mutates pages and reads each three times: whole by a new reader, by the same one again, and in
/// pieces by one that has read those before.
struct ExpositionFuzz {
    /// Pages that were read.
    private(set) var count = 0
    /// Bytes of all of them.
    private(set) var size = 0
    /// Pages that were refused.
    private(set) var refused = 0
    /// The most nanoseconds of CPU for a byte that a page of some length took.
    private(set) var slowest = 0
    private let pages: [[UInt8]]
    private var random: FuzzRandom
    private var readers: [ExpositionReader]

    /// Nanoseconds for a byte that no page may take: a thousand times of what it should.
    private static let slow = 100_000

    init(_ pages: [[UInt8]], seed: UInt64) {
        self.pages = pages
        random = FuzzRandom(state: seed)
        readers = ExpositionFormat.allCases.flatMap { format in
            (0..<4).map { choice in
                var options = ExpositionOptions(format: format, time: 0)
                options.isStrict = choice & 1 == 0
                options.leavesOutFaults = choice & 2 == 0
                return ExpositionReader(options)
            }
        }
    }

    /// Reads one more page.
    ///
    /// - Throws: `ExpositionFuzzFailure`.
    mutating func step() throws(ExpositionFuzzFailure) {
        let page = mutated()
        let index = random.below(readers.count)
        var fresh = ExpositionReader(readers[index].options)
        let begin = Self.cpu
        let whole = Self.read([page[...]], with: &fresh, page)
        check(Self.cpu - begin, page.count)
        let again = Self.read([page[...]], with: &fresh, page)
        let parts = Self.read(pieces(of: page), with: &readers[index], page)
        count += 1
        size += page.count
        if whole.isRefused { refused += 1 }
        if let fault = whole.fault ?? parts.fault {
            throw ExpositionFuzzFailure(page: page, reason: "\(fault) is outside of the page")
        }
        guard whole == parts, whole == again else {
            let reason = "\(whole) is not \(parts) or \(again)"
            throw ExpositionFuzzFailure(page: page, reason: reason)
        }
        guard slowest < Self.slow else {
            throw ExpositionFuzzFailure(page: page, reason: "\(slowest) ns for a byte")
        }
    }

    private mutating func check(_ nanoseconds: Int, _ count: Int) {
        guard count >= 1000 else { return }
        slowest = max(slowest, nanoseconds / count)
    }

    /// Nanoseconds of CPU that this thread has taken: others that run say nothing of a page.
    private static var cpu: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    private static func read(
        _ pieces: [ArraySlice<UInt8>],
        with reader: inout ExpositionReader,
        _ page: [UInt8]
    ) -> FuzzOutcome {
        reader.begin(time: 7)
        do throws(ExpositionFault) {
            for piece in pieces {
                try Array(piece).withUnsafeBufferPointer { (bytes) throws(ExpositionFault) in
                    try reader.feed(bytes)
                }
            }
            try reader.finish()
        } catch {
            return FuzzOutcome(error, in: page)
        }
        return FuzzOutcome(reader.take(), in: page)
    }

    private mutating func pieces(of page: [UInt8]) -> [ArraySlice<UInt8>] {
        let most = [1, 3, 17, 200, 5000, 100_000][random.below(6)]
        var pieces: [ArraySlice<UInt8>] = []
        var rest = page[...]
        while !rest.isEmpty {
            let count = 1 + random.below(most)
            pieces.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return pieces
    }

    /// A stretch of a page's lines with up to eight mutations.
    private mutating func mutated() -> [UInt8] {
        var mutation = PageMutation(stretch(200), random)
        for _ in 0..<random.below(9) { mutation.step(from: stretch(3)) }
        random = mutation.random
        return mutation.page
    }

    /// Some lines that stand together in one of the pages, or the whole of it now and then.
    private mutating func stretch(_ most: Int) -> [UInt8] {
        guard !pages.isEmpty else { return [] }
        let page = pages[random.below(pages.count)]
        if most > 3, page.count < 10_000, random.below(4) == 0 { return page }
        let start = page[random.below(page.count + 1)...].firstIndex(of: 10) ?? 0
        var end = start
        for _ in 0...random.below(most) {
            end = page[end...].dropFirst().firstIndex(of: 10) ?? page.count - 1
        }
        let isEnded = most > 3 && random.below(2) == 0
        return Array(page[min(start + 1, end)..<end]) + Array((isEnded ? "\n# EOF\n" : "\n").utf8)
    }
}
