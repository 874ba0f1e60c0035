import Testing

@testable import D8SCollect

struct RecordSplitterTests {
    @Test(arguments: [1, 2, 3, 7, 100])
    func `records are the same however the stream is cut`(size: Int) {
        let stream = Array("one\0\0three\0and the rest".utf8)
        var splitter = RecordSplitter(separator: 0)
        var records: [String] = []
        for start in stride(from: 0, to: stream.count, by: size) {
            splitter.split(stream[start..<min(start + size, stream.count)]) {
                records.append(String(decoding: $0, as: UTF8.self))
            }
        }
        #expect(records == ["one", "", "three"])
        splitter.finish { records.append(String(decoding: $0, as: UTF8.self)) }
        #expect(records == ["one", "", "three", "and the rest"])
    }
}
