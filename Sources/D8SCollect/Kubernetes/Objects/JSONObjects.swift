/// The Kubernetes objects of JSON text: single ones, lists, and several of them after each other.
struct JSONObjects: Sequence, IteratorProtocol {
    private let walker: JSONWalker
    private var position = 0
    private var list: (kind: String, end: Int)?

    init(_ bytes: [UInt8]) {
        walker = JSONWalker(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func next() -> FoundObject? {
        if let list {
            if let element = walker.element(at: position) {
                position = element.upperBound
                return object(at: element, in: list.kind)
            }
            let stop = walker.afterSpace(position)
            (self.list, position) = (nil, list.end)
            let isWhole = stop < list.end && walker.bytes[stop] == UInt8(ascii: "]")
            if !isWhole { return .fault(fault(at: stop, "a comma or ] is missing")) }
        }
        return nextValue()
    }

    private mutating func nextValue() -> FoundObject? {
        position = walker.afterSpace(position)
        guard position < walker.bytes.count else { return nil }
        guard let range = walker.value(at: position) else {
            defer { position = walker.bytes.count }
            return .fault(fault(at: position, "this value does not end"))
        }
        position = range.upperBound
        let members = walker.members(of: range)
        guard let items = members.last(where: { walker.isName($0.name, "items") })?.value,
            walker.bytes[items.lowerBound] == UInt8(ascii: "[")
        else { return object(at: range, in: nil) }
        func member(_ name: StaticString) -> JSONValue {
            let value = members.last { walker.isName($0.name, name) }?.value
            return value.flatMap { try? JSONValue(parsing: Array(walker.bytes[$0])) } ?? .null
        }
        let kind = member("kind").string ?? "List"
        list = (kind, range.upperBound)
        position = items.lowerBound + 1
        return .list(kind: kind, metadata: member("metadata"))
    }

    private func object(at range: Range<Int>, in listKind: String?) -> FoundObject {
        do throws(JSONFault) {
            let json = try JSONValue(parsing: lean(range))
            guard let object = KubernetesObject(json, listKind: listKind) else {
                return .fault(fault(at: range.lowerBound, "this is no Kubernetes object"))
            }
            return .object(object)
        } catch {
            return .fault(fault(at: range.lowerBound, error))
        }
    }

    /// The bytes of an object without `metadata.managedFields`, which is half of many and of no use.
    private func lean(_ range: Range<Int>) -> [UInt8] {
        let metadata = walker.members(of: range).first { walker.isName($0.name, "metadata") }
        let managed = metadata.flatMap { member in
            walker.members(of: member.value).first { walker.isName($0.name, "managedFields") }
        }
        guard let waste = managed?.value else { return Array(walker.bytes[range]) }
        return Array(walker.bytes[range.lowerBound..<waste.lowerBound])
            + Array("null".utf8)
            + Array(walker.bytes[waste.upperBound..<range.upperBound])
    }

    private func fault(at position: Int, _ reason: String) -> JSONFault {
        fault(at: position, JSONFault(line: 1, column: 1, reason: reason))
    }

    /// The fault of a part that begins at `position`, with its place in the whole.
    private func fault(at position: Int, _ inner: JSONFault) -> JSONFault {
        let before = walker.bytes[..<Swift.min(position, walker.bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONFault(
            line: before.count { $0 == 0x0A } + inner.line,
            column: inner.line == 1 ? before.count - lineStart + inner.column : inner.column,
            reason: inner.reason
        )
    }
}
