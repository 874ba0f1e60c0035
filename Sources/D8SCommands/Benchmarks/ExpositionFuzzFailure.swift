/// A page that is read otherwise than it should be.
struct ExpositionFuzzFailure: Error, CustomStringConvertible {
    let page: [UInt8]
    let reason: String

    var description: String {
        "\(reason)\nThe page:\n\(String(decoding: page, as: UTF8.self))\nits bytes: \(page)"
    }
}
