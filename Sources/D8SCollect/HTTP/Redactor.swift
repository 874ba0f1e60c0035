/// Puts `***` where a secret's value stands in a text.
struct Redactor: Sendable {
    private let values: [[UInt8]]

    /// Hides these values, also percent-encoded.
    init(hiding secrets: [String]) {
        let forms = secrets.flatMap { [$0, FormText.encoded($0)] }
        values = Set(forms).filter { !$0.isEmpty }
            .map { Array($0.utf8) }
            .sorted { ($1.count, $0.description) < ($0.count, $1.description) }
    }

    func redacted(_ text: String) -> String {
        String(decoding: redacted(Array(text.utf8)), as: UTF8.self)
    }

    func redacted(_ bytes: [UInt8]) -> [UInt8] {
        values.reduce(bytes) { bytes, value in Self.replaced(value, in: bytes) }
    }

    private static func replaced(_ value: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        guard var next = first(value, in: bytes[...]) else { return bytes }
        var result: [UInt8] = []
        var rest = bytes[...]
        while true {
            result += rest[..<next] + "***".utf8
            rest = rest[(next + value.count)...]
            guard let later = first(value, in: rest) else { return result + rest }
            next = later
        }
    }

    private static func first(_ value: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= value.count else { return nil }
        return (bytes.startIndex...bytes.endIndex - value.count).first {
            bytes[$0] == value[0] && bytes[$0..<$0 + value.count].elementsEqual(value)
        }
    }
}

extension Redactor {
    /// The same error with its texts redacted.
    func redacted(_ error: CollectError) -> CollectError {
        switch error {
        case .unreachable(let address, let reason):
            .unreachable(address: redacted(address), reason: redacted(reason))
        case .timedOut(let address, let seconds):
            .timedOut(address: redacted(address), seconds: seconds)
        case .tooLarge(let address, let limit, let mend):
            .tooLarge(address: redacted(address), limit: limit, mend: mend)
        case .badAnswer(let address, let reason):
            .badAnswer(address: redacted(address), reason: redacted(reason))
        case .unusable(let what, let reason, let mend):
            .unusable(what: redacted(what), reason: redacted(reason), mend: mend)
        default: error
        }
    }
}
